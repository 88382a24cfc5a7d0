import type { RecentEdition } from '../../core/contract'
import type { Template } from '../../core/model/template'

/** The template a new edition begins with: the last one used that is here, else the first. */
export function offeredTemplate(
  templates: readonly Template[],
  recent: readonly RecentEdition[],
): Template | undefined {
  for (const { template } of recent) {
    const used = templates.find(({ id }) => id === template)
    if (used !== undefined) return used
  }
  return templates[0]
}
