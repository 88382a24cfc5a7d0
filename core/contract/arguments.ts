/** A validator for the argument of every call: main believes nothing a window sends. */
import * as v from 'valibot'
import type { CallName, HostApi, MenuItem } from '../contract'
import { MARK_KINDS } from '../display/marks'
import { FILE_NAME } from './fileNames'
import { MEDIA_FILE } from '../model/recordSchemas'
import { aFontId, aPageId, flag, isoDate, oneOf, whole } from '../model/values'

const LONGEST_NAME = 255
const LONGEST_SENTENCE = 4_000
const MOST_FILES = 500
const MOST_PAGES = 200
const MOST_MENU_ITEMS = 300
/** A TrueType file has no more. */
const MOST_GLYPHS = 65_535

const sentence = v.pipe(v.string('text'), v.maxLength(LONGEST_SENTENCE, 'a shorter text'))
const phrase = v.pipe(v.string('text'), v.maxLength(LONGEST_NAME, 'a shorter text'))

const KEY = /^[a-z0-9][a-z0-9-]{0,63}$/
const key = v.pipe(v.string('a key'), v.regex(KEY, 'a key'))

const fileName = v.pipe(
  v.string('the name of a file'),
  v.regex(FILE_NAME, 'the name of a file without folders'),
)

const PATH = /^[^\u0000]{1,4096}$/u
const path = v.pipe(v.string('a path'), v.regex(PATH, 'a path'))

const mediaFile = v.pipe(v.string('the name of a media file'), v.regex(MEDIA_FILE, 'a media file'))

const bytes = v.custom<Uint8Array>((value) => value instanceof Uint8Array, 'bytes')
const revision = whole(0, Number.MAX_SAFE_INTEGER)
const nothing = v.strictObject({}, 'an object without fields')
const pageRange = v.nullable(
  v.pipe(v.string('a range of pages'), v.maxLength(LONGEST_NAME, 'a range of pages')),
)
const isoDay = isoDate

const question = v.strictObject({
  message: sentence,
  detail: sentence,
  buttons: v.pipe(v.array(phrase, 'a list of buttons'), v.minLength(1), v.maxLength(6)),
  preferred: whole(0, 5),
  cancel: whole(0, 5),
})

const exportOrder = v.variant(
  'kind',
  [
    v.strictObject({
      kind: v.literal('pdf'),
      preset: oneOf(['press', 'proof']),
      pages: pageRange,
      override: v.nullable(v.pipe(sentence, v.trim(), v.minLength(1, 'a reason'))),
      profile: v.nullable(key),
      names: v.nullable(v.pipe(fileName, v.includes('{page}', 'a name with {page}'))),
      checksums: flag,
      marks: v.nullable(
        v.pipe(v.array(oneOf(MARK_KINDS), 'a list of marks'), v.maxLength(MARK_KINDS.length)),
      ),
    }),
    v.strictObject({ kind: v.literal('png'), pages: pageRange, ppi: whole(18, 1200) }),
    v.strictObject({ kind: v.literal('print'), pages: pageRange }),
  ],
  'pdf, png or print',
)

const newSource = v.variant(
  'kind',
  [
    v.strictObject({
      kind: v.literal('template'),
      template: key,
      pages: whole(1, MOST_PAGES),
      folio: v.pipe(phrase, v.regex(/^\S*\d$/u, 'a folio such as 05 or A05')),
      publication: phrase,
    }),
    v.strictObject({ kind: v.literal('edition'), recent: key }),
  ],
  'template or edition',
)

const openSource = v.variant(
  'kind',
  [
    v.strictObject({ kind: v.literal('dialog'), title: phrase }),
    v.strictObject({ kind: v.literal('recent'), id: key }),
  ],
  'dialog or recent',
)

const menuItem: v.GenericSchema<MenuItem> = v.strictObject({
  kind: oneOf(['command', 'separator', 'submenu', 'role']),
  id: phrase,
  label: phrase,
  accelerator: phrase,
  enabled: flag,
  checked: v.nullable(flag),
  items: v.pipe(
    v.array(
      v.lazy(() => menuItem),
      'a list of menu items',
    ),
    v.maxLength(MOST_MENU_ITEMS, 'a shorter menu'),
  ),
})

const onHandle = { handle: key }

type Arguments = { readonly [N in CallName]: v.GenericSchema<Parameters<HostApi[N]>[0]> }

export const callArguments: Arguments = {
  appInfo: nothing,
  listTemplates: nothing,
  recentEditions: nothing,
  forgetRecent: v.strictObject({ id: key }),
  newEdition: v.strictObject({ source: newSource, date: isoDay }),
  openEdition: v.strictObject({ source: openSource, readOnly: flag }),
  append: v.strictObject({
    ...{ ...onHandle, change: key },
    ...{ baseRevision: revision, transaction: v.unknown() },
  }),
  resync: v.strictObject(onHandle),
  rejoin: v.strictObject({ ...onHandle, change: key }),
  save: v.strictObject({ ...onHandle, overwrite: flag, title: phrase }),
  saveAs: v.strictObject({ ...onHandle, title: phrase }),
  keep: v.strictObject(onHandle),
  revert: v.strictObject(onHandle),
  close: v.strictObject({ ...onHandle, discard: flag }),
  importFiles: v.strictObject({
    ...onHandle,
    files: v.pipe(
      v.array(v.strictObject({ name: fileName, bytes }), 'a list of files'),
      v.minLength(1, 'at least one file'),
      v.maxLength(MOST_FILES, `at most ${MOST_FILES} files`),
    ),
    options: v.strictObject({
      template: v.nullable(key),
      onePage: flag,
      author: phrase,
      label: phrase,
    }),
  }),
  cancelImport: v.strictObject(onHandle),
  pictureBytes: v.strictObject({ ...onHandle, file: mediaFile }),
  addPicture: v.strictObject({ ...onHandle, name: fileName, bytes }),
  bringPictures: v.strictObject({
    ...onHandle,
    files: v.pipe(
      v.array(mediaFile, 'a list of media files'),
      v.maxLength(MOST_FILES, `at most ${MOST_FILES} files`),
    ),
  }),
  listFonts: nothing,
  fontStart: v.strictObject({ id: aFontId }),
  fontOutlines: v.strictObject({
    id: aFontId,
    glyphs: v.pipe(v.array(whole(0, MOST_GLYPHS), 'a list of glyphs'), v.maxLength(MOST_GLYPHS)),
  }),
  softProof: v.strictObject({
    ...onHandle,
    page: aPageId,
    ppi: whole(18, 300),
    profile: v.nullable(key),
  }),
  listProfiles: nothing,
  startExport: v.strictObject({ ...onHandle, order: exportOrder, title: phrase }),
  cancelJob: v.strictObject({ job: key }),
  retryJob: v.strictObject({ job: key }),
  listJobs: nothing,
  jobBytes: v.strictObject({ job: key }),
  showData: nothing,
  showResult: v.strictObject({ job: key }),
  ask: v.strictObject({ question }),
  answerDialog: v.strictObject({ dialog: key, path: v.nullable(path) }),
  answerQuestion: v.strictObject({ dialog: key, button: whole(0, 5) }),
  listFolder: v.strictObject({ dialog: key, path }),
  setMenu: v.strictObject({
    items: v.pipe(v.array(menuItem, 'a list of menu items'), v.maxLength(MOST_MENU_ITEMS)),
  }),
  paste: v.strictObject({ plain: flag }),
  closeWindow: nothing,
  newWindow: nothing,
  log: v.strictObject({ level: oneOf(['error', 'warning', 'info']), message: sentence }),
}

export const CALL_NAMES = Object.keys(callArguments) as readonly CallName[]

export const isCallName = (name: string): name is CallName => Object.hasOwn(callArguments, name)
