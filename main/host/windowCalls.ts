/** Calls about the window itself, its dialogs, and what goes out of the desk. */
import { join } from 'node:path'
import type { HostApi } from '../../core/contract'
import { encodeEdition } from '../../core/format'
import { assertNever, err, ok, type Diagnostic, type Result } from '../../core/result'
import { nodeFileSystem } from '../services/fileSystem'
import { diskTrouble } from '../services/diskTrouble'
import { dataPlaces } from '../services/places'
import { editionName } from '../services/recentEditions'
import { withEnding } from './jobs'
import type { Room } from './room'
import type { EditionDeskState } from '../services/editionDesk'

type WindowCalls = Pick<
  HostApi,
  | 'appInfo'
  | 'softProof'
  | 'startExport'
  | 'listProfiles'
  | 'cancelJob'
  | 'retryJob'
  | 'listJobs'
  | 'jobBytes'
  | 'showResult'
  | 'showData'
  | 'ask'
  | 'answerDialog'
  | 'answerQuestion'
  | 'listFolder'
  | 'setMenu'
  | 'paste'
  | 'closeWindow'
  | 'newWindow'
  | 'log'
>

type Order = Parameters<HostApi['startExport']>[0]['order']

export function windowCalls(room: Room): WindowCalls {
  const { host, window, listener, dialogs } = room
  const { desks, deps, jobs } = host
  const fs = deps.fs ?? nodeFileSystem

  /** Where the result goes; null when the user called it off. */
  async function targetOf(
    order: Order,
    state: EditionDeskState,
    title: string,
  ): Promise<string | null> {
    const { publication, date } = state.edition.meta
    const name = state.isDraft ? `${publication} ${date}`.trim() : editionName(state.dir)
    const folder = state.isDraft ? deps.documents : join(state.dir, '..')
    switch (order.kind) {
      case 'print':
        return join(deps.userData, 'prints', `${deps.unique()}.pdf`)
      case 'png': {
        const chosen = await dialogs.choose({ kind: 'choose-folder', title, folder, name })
        return chosen === null ? null : join(chosen, name)
      }
      case 'pdf': {
        if (order.names !== null) {
          return dialogs.choose({ kind: 'choose-folder', title, folder, name })
        }
        const chosen = await dialogs.choose({
          kind: 'save-file',
          title,
          folder,
          name: `${name}.pdf`,
        })
        return chosen === null ? null : withEnding(chosen, '.pdf')
      }
      default:
        return assertNever(order)
    }
  }

  return {
    appInfo: () => {
      const { version, platform, shell } = deps
      const { drafts, log } = dataPlaces(deps.userData)
      const [locale, theme] = [window.locale(), window.theme()]
      return Promise.resolve(ok({ version, platform, shell, locale, theme, drafts, log }))
    },
    async softProof({ handle, page, ppi, profile }) {
      const held = desks.held(listener, handle)
      if (!held.ok) return held
      const { edition, dir } = held.value.desk.state()
      const texts = encodeEdition(edition)
      if (!texts.ok) return texts
      const work = deps.runner(
        { kind: 'softProof', texts: Object.fromEntries(texts.value), dir, page, ppi, profile },
        () => undefined,
      )
      const outcome = await work.outcome
      if (outcome?.ok === false) return outcome
      const proof = outcome?.value.proof
      return proof === undefined ? err(brokeOff) : ok(proof)
    },
    async startExport({ handle, order, title }) {
      const held = desks.held(listener, handle)
      if (!held.ok) return held
      const target = await targetOf(order, held.value.desk.state(), title)
      if (target === null) return ok({ job: null })
      const { desk } = held.value
      const job = jobs.start(listener, { order, target, state: () => desk.state() })
      return job.ok ? ok({ job: job.value }) : job
    },
    async listProfiles() {
      const { listPreflights } = await import('../services/press/preflightProfiles')
      return ok(listPreflights().map(({ id, name }) => ({ id, name })))
    },
    cancelJob: ({ job }) => Promise.resolve(jobs.cancel(listener, job)),
    retryJob: ({ job }) => Promise.resolve(jobs.retry(listener, job)),
    listJobs: () => Promise.resolve(ok(jobs.list(listener))),
    async jobBytes({ job }) {
      const path = jobs.result(listener, job)
      if (!path.ok) return path
      try {
        return ok(await fs.read(path.value))
      } catch (error) {
        return err(diskTrouble(error, path.value, 'read'))
      }
    },
    showResult({ job }) {
      const path = jobs.result(listener, job)
      if (path.ok) deps.showFile(path.value)
      return Promise.resolve(path.ok ? ok(null) : path)
    },
    showData: () => done(() => deps.showFile(deps.userData)),
    ask: async ({ question }) => ok(await dialogs.ask(question)),
    answerDialog: ({ dialog, path }) => Promise.resolve(dialogs.answerPath(dialog, path)),
    answerQuestion: ({ dialog, button }) => Promise.resolve(dialogs.answerButton(dialog, button)),
    listFolder: ({ dialog, path }) => dialogs.listFolder(dialog, path),
    setMenu: ({ items }) => done(() => window.setMenu(items)),
    paste({ plain }) {
      window.paste?.(plain)
      return Promise.resolve(ok(window.paste !== null))
    },
    closeWindow: () => done(() => window.close()),
    newWindow: () => done(() => deps.newWindow()),
    async log({ level, message }) {
      await host.log.write(level, message)
      return ok(null)
    },
  }
}

const brokeOff: Diagnostic = {
  severity: 'error',
  code: 'work.failed',
  message: 'The soft proof broke off; try it again.',
}

function done(act: () => void): Promise<Result<null>> {
  act()
  return Promise.resolve(ok(null))
}
