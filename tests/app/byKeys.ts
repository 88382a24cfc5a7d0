/** Goes through a window by Tab alone. */
import type { Page } from 'playwright-core'

const CONTROLS =
  'button, input, select, textarea, a[href], [role=separator], [contenteditable=true], [tabindex="0"]'
/** One stop each: arrows go on within them. */
const ONE_STOP = '[role=menubar], [role=tablist], [role=listbox], fieldset.choices'

/** Every control within `part` that works, by its kind and name; a group that arrows go through counts once. */
const worked = (part: string): string => `(() => {
  const names = new Set()
  for (const one of document.querySelectorAll(${JSON.stringify(part)} + ' :is(${CONTROLS})')) {
    if (one.disabled || one.closest('[inert], [aria-hidden=true]') !== null) continue
    if (!one.checkVisibility({ visibilityProperty: true })) continue
    if (one.matches('[role=option]') && one.closest('.palette') !== null) continue
    names.add(${name('one')})
  }
  return [...names]
})()`

const name = (one: string): string => `((one) => {
  const group = one.type === 'checkbox' ? null : one.closest(${JSON.stringify(ONE_STOP)})
  const named = group ?? one
  // what stands in a group may change while Tab goes round
  const words = named.getAttribute('aria-label') ??
    (group === null ? (one.closest('label')?.innerText ?? one.textContent) : group.role ?? group.className)
  return named.tagName.toLowerCase() + ' ' + words.trim().slice(0, 30)
})(${one})`

/** What has the focus: its name, whether it is within `part`, and whether that is to be seen on it or around it. */
const focused = (part: string): string => `(() => {
  const one = document.activeElement
  const around = [one, one.closest('label'), one.closest('.glass')].filter((part) => part !== null)
  const shows = around.some((part) => {
    const { outlineStyle, boxShadow } = getComputedStyle(part)
    return outlineStyle !== 'none' || boxShadow !== 'none'
  })
  return {
    name: ${name('one')},
    within: one.closest(${JSON.stringify(part)}) !== null,
    // a caret says it where there is text to write, and a dialog by lying over all else
    shows: shows || one.isContentEditable || one.matches('input[type=date], .palette input, [role=dialog]'),
  }
})()`

interface Focused {
  readonly name: string
  readonly within: boolean
  readonly shows: boolean
}

/** Controls within `part` that Tab does not come to, and those that do not show it: both empty where all is well. */
export async function unreached(page: Page, part: string): Promise<readonly string[]> {
  const open = new Set(await page.evaluate<string[]>(worked(part)))
  const unseen: string[] = []
  const MOST_STOPS = 160
  for (let i = 0; i < MOST_STOPS && open.size > 0; i++) {
    // what has the focus already need not come round again
    if (i > 0) await page.keyboard.press('Tab')
    const at = await page.evaluate<Focused>(focused(part))
    if (!at.within) continue
    open.delete(at.name)
    if (!at.shows) unseen.push(`not shown: ${at.name}`)
  }
  return [...open, ...new Set(unseen)]
}
