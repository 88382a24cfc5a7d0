/** The window's side of the contract: a function for each call, over whatever carries it. */
import type { CallName, HostApi, HostClient, HostEvent } from '../core/contract'

export type Carry = <N extends CallName>(
  name: N,
  argument: Parameters<HostApi[N]>[0],
) => ReturnType<HostApi[N]>

export type Subscribe = (listener: (event: HostEvent) => void) => () => void

/** No raw channel: what is not named here cannot be asked for. */
export const hostClient = (
  carry: Carry,
  subscribe: Subscribe,
  openDropped: HostClient['openDropped'] = null,
): HostClient => ({
  appInfo: (argument) => carry('appInfo', argument),
  listTemplates: (argument) => carry('listTemplates', argument),
  recentEditions: (argument) => carry('recentEditions', argument),
  forgetRecent: (argument) => carry('forgetRecent', argument),
  newEdition: (argument) => carry('newEdition', argument),
  openEdition: (argument) => carry('openEdition', argument),
  append: (argument) => carry('append', argument),
  resync: (argument) => carry('resync', argument),
  rejoin: (argument) => carry('rejoin', argument),
  save: (argument) => carry('save', argument),
  saveAs: (argument) => carry('saveAs', argument),
  keep: (argument) => carry('keep', argument),
  revert: (argument) => carry('revert', argument),
  close: (argument) => carry('close', argument),
  importFiles: (argument) => carry('importFiles', argument),
  pictureBytes: (argument) => carry('pictureBytes', argument),
  addPicture: (argument) => carry('addPicture', argument),
  bringPictures: (argument) => carry('bringPictures', argument),
  cancelImport: (argument) => carry('cancelImport', argument),
  listFonts: (argument) => carry('listFonts', argument),
  fontStart: (argument) => carry('fontStart', argument),
  fontOutlines: (argument) => carry('fontOutlines', argument),
  softProof: (argument) => carry('softProof', argument),
  listProfiles: (argument) => carry('listProfiles', argument),
  startExport: (argument) => carry('startExport', argument),
  cancelJob: (argument) => carry('cancelJob', argument),
  retryJob: (argument) => carry('retryJob', argument),
  listJobs: (argument) => carry('listJobs', argument),
  jobBytes: (argument) => carry('jobBytes', argument),
  showResult: (argument) => carry('showResult', argument),
  showData: (argument) => carry('showData', argument),
  ask: (argument) => carry('ask', argument),
  answerDialog: (argument) => carry('answerDialog', argument),
  answerQuestion: (argument) => carry('answerQuestion', argument),
  listFolder: (argument) => carry('listFolder', argument),
  setMenu: (argument) => carry('setMenu', argument),
  paste: (argument) => carry('paste', argument),
  closeWindow: (argument) => carry('closeWindow', argument),
  newWindow: (argument) => carry('newWindow', argument),
  log: (argument) => carry('log', argument),
  subscribe,
  openDropped,
})
