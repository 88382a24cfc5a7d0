/** The last way out where neither host nor disk takes the work: the window hands the texts to the browser. */
import { storiesOf, type Edition } from '../../core/model/edition'
import type { Text } from '../i18n'
import type { Kept } from './safety'

/** The texts of the stories of an edition, a paragraph a line, as a file among the browser's downloads. */
export function keepTexts(edition: Edition, { safety }: Pick<Kept, 'safety'>, text: Text): void {
  const texts = storiesOf(edition).map(({ doc }) => doc.textBetween(0, doc.content.size, '\n'))
  const file = new Blob([texts.join('\n\n')], { type: 'text/plain' })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = `${safety.get().name || text.safety.unnamed}.txt`
  link.click()
  URL.revokeObjectURL(link.href)
}
