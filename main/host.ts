/**
 * The side of the desk that owns the disk. Whatever shell carries the calls,
 * every argument is checked here, every failure becomes a coded value, and a
 * programmer's mistake reaches the log, not the window.
 */
import { join, resolve } from 'node:path'
import * as v from 'valibot'
import type { CallName, HostApi, HostError } from '../core/contract'
import { CALL_NAMES, callArguments, isCallName } from '../core/contract/arguments'
import { issueSentence } from '../core/model/issueSentence'
import { err, type Result } from '../core/result'
import { openDesks, type Listener } from './host/desks'
import { windowDialogs } from './host/dialogs'
import { editionCalls } from './host/editionCalls'
import { openJobs } from './host/jobs'
import { materialCalls } from './host/materialCalls'
import type { HostParts, Room } from './host/room'
import type { Host, HostConnection, HostDeps, HostWindow } from './host/types'
import { windowCalls } from './host/windowCalls'
import { openDeskLog } from './services/deskLog'
import { nodeFileSystem } from './services/fileSystem'
import { systemTimer } from './services/journal'
import { nodeJournalDisk } from './services/journalDisk'
import { dataPlaces } from './services/places'
import { openRecentEditions } from './services/recentEditions'
import { resourcesFolder } from './services/resources'
import { openTemplates } from './services/templateCatalog'

export type { Host, HostConnection, HostDeps, NativeDialogs } from './host/types'

/** Throws one sentence when the installation's templates cannot be read. */
export function createHost(given: HostDeps): Host {
  const deps = { fs: nodeFileSystem, journalDisk: nodeJournalDisk, timer: systemTimer, ...given }
  const templates = openTemplates(join(resourcesFolder(), 'templates'))
  if (!templates.ok) throw new Error(templates.error.message)
  const { fs, unique } = deps
  const places = dataPlaces(deps.userData)
  const parts: HostParts = {
    deps,
    desks: openDesks({ ...deps, spare: places.spare }),
    jobs: openJobs({
      ...{ fs, unique, runner: deps.runner },
      onPrint: (path) => deps.openFile?.(path),
    }),
    recents: openRecentEditions(places.recent, fs),
    log: openDeskLog(places.log, deps.now),
    templates: () => templates.value,
  }
  return {
    connect: (window) => connect(parts, window),
    admit: (path) => parts.recents.note({ dir: resolve(path), isDraft: false }, null, deps.now()),
    async close() {
      parts.jobs.close()
      await parts.desks.close()
    },
  }
}

type Call = (argument: unknown) => ReturnType<HostApi[CallName]>

function connect(host: HostParts, window: HostWindow): HostConnection {
  let isOpen = true
  const listener: Listener = { emit: (event) => isOpen && window.emit(event) }
  const { fs, unique } = host.deps
  const dialogs = windowDialogs({ native: window.dialogs, emit: listener.emit, unique, fs })
  const room: Room = { host, window, listener, dialogs }
  const calls: HostApi = { ...editionCalls(room), ...materialCalls(room), ...windowCalls(room) }

  async function call(name: string, argument: unknown): Promise<Result<unknown, HostError>> {
    if (!isOpen || !isCallName(name)) return unknownCall(name)
    const checked = v.safeParse(callArguments[name], argument, { abortEarly: true })
    if (!checked.success) return badArgument(name, issueSentence(checked.issues[0]))
    try {
      return await (calls[name] as Call)(checked.output)
    } catch (error) {
      await host.log.write(
        'error',
        `${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      )
      return mistake(name)
    }
  }

  const api = Object.fromEntries(
    CALL_NAMES.map((name) => [name, (argument: unknown) => call(name, argument)] as const),
  ) as unknown as HostApi

  return {
    api,
    call: call as HostConnection['call'],
    hasUnsaved: () =>
      host.desks.handlesOf(listener).some(({ desk, windows }) => {
        const { revision, savedRevision } = desk.state()
        return windows === 1 && revision !== savedRevision
      }),
    async disconnect() {
      isOpen = false
      dialogs.close()
      host.jobs.cancelAll(listener)
      await host.desks.releaseAll(listener)
    },
  }
}

const refusal = (code: string, message: string): Result<never, HostError> =>
  err({ severity: 'error', code, message })

const unknownCall = (name: string) =>
  refusal('host.call', `This desk has no call ${JSON.stringify(name.slice(0, 40))}.`)

const badArgument = (name: string, what: string) =>
  refusal('host.argument', `The argument of ${name} ${what}.`)

const mistake = (name: string) =>
  refusal(
    'host.mistake',
    `Banxin made a mistake in ${name}; your work is safe in the journal. The log says more.`,
  )
