/** Import: files to the host, its change into the edition as one undo entry, its doubts into the report. */
import { toast } from 'sonner'
import { transactionFromJson } from '../../core/edit'
import { pageId, storyId } from '../../core/ids'
import { storyForm } from '../../core/model/storySchema'
import { blankFrames } from '../../core/shape'
import type { Desk } from '../desk/context'
import { progressOf } from '../desk/underWay'
import type { Text } from '../i18n'
import { fillInstead } from '../shape/filling'
import { chooseFiles, type Chosen } from './files'
import { hasText } from './hasText'
import { doubtsIn, NO_REPORT, reportOf } from './report'
import { trouble, troubleDetails } from '../i18n/trouble'

export async function importInto(desk: Desk, text: Text, chosen: Chosen): Promise<void> {
  const { host, session, opened } = desk
  const { handle } = opened
  if (!hasText(chosen, text)) return
  const { files, leftOut } = chosen
  await session.settled()
  const front = desk.store.get().page
  const started = performance.now()
  const progress = progressOf(
    desk,
    'import',
    text.importing.working(files.length),
    () => void host.cancelImport({ handle }),
  )
  const stop = host.subscribe((event) => {
    if (event.kind === 'importing' && event.handle === handle)
      progress.set(event.done / Math.max(1, event.total))
  })
  const label = text.importing.label
  const options = { template: null, onePage: false, author: 'desk', label }
  const reply = await host.importFiles({ handle, files, options })
  stop()
  progress.end()
  if (!reply.ok) {
    const description = troubleDetails(text, reply.error)
    toast.error(trouble(text, reply.error), { description, duration: 12_000 })
    return
  }
  if (reply.value === null) {
    toast(text.importing.cancelled)
    return
  }
  const { transaction, pages, stories, texts, report } = reply.value
  const read = transactionFromJson(transaction)
  if (!read.ok) {
    toast.error(trouble(text, read.error))
    return
  }
  if (!desk.actions.change(read.value)) return
  const [first] = pages
  if (first !== undefined) desk.actions.showPage(pageId(first))
  const doubts = doubtsIn(report, texts)
  reportOf(desk).set({
    ...NO_REPORT,
    ...{ open: doubts.length > 0, texts, stories, doubts, at: Date.now() },
    took: performance.now() - started,
  })
  // 栏目 titles and standing lines are counted nowhere else either
  const now = session.getSnapshot().edition
  const told = stories.filter((id) => {
    const doc = now.stories[storyId(id)]?.doc
    return doc !== undefined && storyForm(doc) !== 'lines'
  }).length
  const made = pages.map((id) => pageId(id))
  const hasFrames = blankFrames(now, front).length > 0
  toast.success(
    text.importing.done(told, pages.length, doubts.length),
    hasFrames
      ? {
          duration: 20_000,
          action: {
            label: text.importing.intoFrames,
            onClick: () => fillInstead(desk, text, made, front),
          },
        }
      : {},
  )
  if (leftOut.length > 0) toast.warning(text.importing.leftOut(leftOut), { duration: 12_000 })
  for (const told of report)
    if (told.severity === 'error' && !told.code.startsWith('intake.'))
      toast.error(trouble(text, told))
}

export async function chooseAndImport(desk: Desk, text: Text): Promise<void> {
  await importInto(desk, text, await chooseFiles())
}
