import { toast } from 'sonner'
import type { Text } from '../i18n'
import { isText, type Chosen } from './files'

/** Whether there is something to import; says so where the files chosen hold no text. */
export function hasText({ files, leftOut }: Chosen, text: Text): boolean {
  if (files.some(isText)) return true
  const names = [...files.map(({ name }) => name), ...leftOut]
  if (names.length > 0) toast.error(text.importing.noText(names))
  return false
}
