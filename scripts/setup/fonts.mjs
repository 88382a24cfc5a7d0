import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fontFault } from './sfnt.mjs'
import { SetupError, say } from './say.mjs'
import { woffToSfnt } from './woff.mjs'

const SERIF = '@expo-google-fonts/noto-serif-sc'
const SANS = '@expo-google-fonts/noto-sans-sc'
const WENKAI = '@fontsource/lxgw-wenkai'

const FAMILIES = {
  [SERIF]: { family: 'Noto Serif SC', file: 'NotoSerifSC', licence: 'LICENSE_FONT' },
  [SANS]: { family: 'Noto Sans SC', file: 'NotoSansSC', licence: 'LICENSE_FONT' },
  [WENKAI]: { family: 'LXGW WenKai', file: 'LXGWWenKai', licence: 'LICENSE' },
}

/** The weights the page templates use; fontsource files WenKai Regular under 500. */
const FACES = [
  [SERIF, 500, 'Medium', '500Medium/NotoSerifSC_500Medium.ttf'],
  [SERIF, 600, 'SemiBold', '600SemiBold/NotoSerifSC_600SemiBold.ttf'],
  [SERIF, 700, 'Bold', '700Bold/NotoSerifSC_700Bold.ttf'],
  [SERIF, 900, 'Black', '900Black/NotoSerifSC_900Black.ttf'],
  [SANS, 500, 'Medium', '500Medium/NotoSansSC_500Medium.ttf'],
  [SANS, 700, 'Bold', '700Bold/NotoSansSC_700Bold.ttf'],
  [SANS, 900, 'Black', '900Black/NotoSansSC_900Black.ttf'],
  [WENKAI, 400, 'Regular', 'files/lxgw-wenkai-latin-500-normal.woff'],
  [WENKAI, 700, 'Bold', 'files/lxgw-wenkai-latin-700-normal.woff'],
]

/** Raise when the way fonts are made changes, so that existing ones are made again. */
const RECIPE = 2

/**
 * Puts the fonts the pages use into resources/fonts as static TrueType files, with their
 * licences and `fonts.json` (id, file, family, weight, sha256, bytes, licence, licenceFile).
 * Nothing is done when the files there came from the same packages.
 */
export function setupFonts(root) {
  const modules = join(root, 'node_modules')
  const folder = join(root, 'resources', 'fonts')
  const stamp = stampOf(modules)
  if (isCurrent(folder, stamp)) return

  say('Preparing the fonts in resources/fonts …')
  mkdirSync(folder, { recursive: true })
  rmSync(join(folder, '.made'), { force: true })
  const fonts = FACES.map((face) => makeFace(modules, folder, face))
  for (const [name, family] of Object.entries(FAMILIES)) {
    writeWhole(join(folder, licenceFile(family)), readFileSync(join(modules, name, family.licence)))
  }
  writeWhole(join(folder, 'fonts.json'), `${JSON.stringify(fonts, null, 2)}\n`)
  writeWhole(join(folder, '.made'), stamp)
}

function makeFace(modules, folder, [packageName, weight, style, source]) {
  const family = FAMILIES[packageName]
  const stored = readFileSync(join(modules, packageName, source))
  const sfnt = source.endsWith('.woff') ? woffToSfnt(stored) : stored
  const fault = fontFault(sfnt)
  if (fault !== null) {
    throw new SetupError(`The font ${packageName}/${source} ${fault}; reinstall it with: npm ci`)
  }
  const file = `${family.file}-${style}.ttf`
  writeWhole(join(folder, file), sfnt)
  return {
    id: `${family.file}-${style}`,
    file,
    family: family.family,
    weight,
    sha256: createHash('sha256').update(sfnt).digest('hex'),
    bytes: sfnt.length,
    licence: 'OFL-1.1',
    licenceFile: licenceFile(family),
  }
}

function licenceFile(family) {
  return `OFL-${family.file}.txt`
}

/** Names the recipe, the faces and the package versions the fonts are made from. */
function stampOf(modules) {
  const versions = Object.keys(FAMILIES).map((name) => {
    const manifest = JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8'))
    return `${name}@${manifest.version}`
  })
  return createHash('sha256')
    .update(JSON.stringify([RECIPE, FACES, versions]))
    .digest('hex')
}

/** Sizes stand in for hashes here: hashing 120 MB on every start would cost half a second. */
function isCurrent(folder, stamp) {
  const made = join(folder, '.made')
  if (!existsSync(made) || readFileSync(made, 'utf8') !== stamp) return false
  const fonts = JSON.parse(readFileSync(join(folder, 'fonts.json'), 'utf8'))
  return fonts.every(({ file, bytes, licenceFile: licence }) => {
    const found = statSync(join(folder, file), { throwIfNoEntry: false })
    return found?.size === bytes && existsSync(join(folder, licence))
  })
}

/** Written under another name and renamed, so that no reader ever meets half a file. */
function writeWhole(path, data) {
  const temporary = `${path}.${process.pid}.part`
  writeFileSync(temporary, data)
  renameSync(temporary, path)
}
