/** An edition from its folder, composed and accounted for: what every command but import starts from. */
import { join, resolve } from 'node:path'
import { composeEdition, createComposeCache, type EditionDisplay } from '../../core/compose'
import {
  buildLedger,
  ledgerDiagnostics,
  pendingDiagnostics,
  type IntakeAccount,
  type Ledger,
} from '../../core/ledger'
import type { PictureId } from '../../core/ids'
import type { Edition } from '../../core/model/edition'
import { emptyFigures } from '../../core/preflight/pressPage'
import { err, ok, type Diagnostic, type Result } from '../../core/result'
import { missingFonts } from '../../core/preflight/missingFonts'
import { openEdition } from './editionStore'
import { openFontCatalog, type FontCatalog } from './fontCatalog'
import { nodeFileSystem } from './fileSystem'
import { resourcesFolder } from './resources'

/** Bytes of a picture's file; null when it is missing. */
export type PictureLookup = (id: PictureId) => Promise<Uint8Array | null>

/** An edition at hand, from a folder or just made. */
export interface OpenWork {
  readonly edition: Edition
  readonly pictures: PictureLookup
  /** Folder for what can be made again from the edition, such as pictures in ink. */
  readonly cache?: string
  /** What was found while opening or importing it. */
  readonly diagnostics: readonly Diagnostic[]
  /** Of an edition just imported; its importer tells what it could not place. */
  readonly intake?: readonly IntakeAccount[]
}

/** Where an edition keeps its pictures in ink: hidden, so that it is no stray file and is kept by saving. */
export const pressCache = (dir: string): string => join(dir, '.cache', 'press')

/** Opens an edition's folder. Pictures are read when they are asked for. */
export async function openWork(named: string, cwd: string): Promise<Result<OpenWork>> {
  const folder = resolve(cwd, named)
  const opened = await openEdition(folder)
  if (!opened.ok) return opened
  const { edition, pictures, diagnostics } = opened.value
  return ok({
    edition,
    diagnostics,
    cache: pressCache(folder),
    async pictures(id) {
      const path = pictures.get(id)
      return path === undefined ? null : nodeFileSystem.read(path)
    },
  })
}

export interface ComposedWork extends OpenWork {
  readonly fonts: FontCatalog
  readonly display: EditionDisplay
  readonly ledger: Ledger
}

/**
 * Composes the whole edition and draws up its ledger. An error lists the fonts
 * that are not at hand: without them nothing can be composed. All other trouble
 * with the work is among the diagnostics.
 */
export function composeWork(open: OpenWork): Result<ComposedWork, readonly Diagnostic[]> {
  const fonts = openFontCatalog(join(resourcesFolder(), 'fonts'))
  if (!fonts.ok) return err([fonts.error])
  const missing = missingFonts(open.edition, fonts.value)
  if (missing.length > 0) return err(missing)
  const display = composeEdition(open.edition, { fonts: fonts.value, cache: createComposeCache() })
  const ledger = buildLedger(open.edition, display, { intake: open.intake ?? [] })
  return ok({
    ...open,
    fonts: fonts.value,
    display,
    ledger,
    diagnostics: [
      ...open.diagnostics,
      ...display.diagnostics,
      ...ledgerDiagnostics(ledger),
      ...(open.intake ? [] : pendingDiagnostics(ledger)),
      ...emptyFigures(open.edition),
    ],
  })
}
