/** What every task of another thread gets, and what it gives back. */
import { join } from 'node:path'
import type { HostError, ImportedText, SoftProof, TextsJson, WorkPart } from '../../core/contract'
import type { Edition } from '../../core/model/edition'
import type { Diagnostic, Result } from '../../core/result'
import { composeWork, pressCache, type ComposedWork } from './composeJob'
import { MEDIA } from './editionStore'
import { errorCode, nodeFileSystem } from './fileSystem'

/** An edition as threads hand it over. */
export interface TaskEdition {
  readonly texts: TextsJson
  /** The edition's folder, for its pictures. */
  readonly dir: string
}

export interface WorkFile {
  /** For a page's picture its 版次, for a medium its name, for a PDF or its checksum the name of its file. */
  readonly name: string
  readonly bytes: Uint8Array
}

export interface WorkResult {
  /** The imported edition; empty after an export. */
  readonly texts: TextsJson
  readonly files: readonly WorkFile[]
  readonly diagnostics: readonly Diagnostic[]
  /** What a soft proof found. */
  readonly proof?: SoftProof
  /** Of an import: the texts as they were read. */
  readonly raw?: readonly ImportedText[]
}

/** `part` tells what is counted, where it is not hundredths. */
export type OnProgress = (done: number, total: number, part?: WorkPart) => void

/** Several troubles as one error: the first says it, the others are its details. */
export function errorOf(troubles: readonly Diagnostic[]): HostError {
  const [first] = troubles
  if (first === undefined) throw new Error('An error needs a trouble')
  return troubles.length === 1 ? first : { ...first, details: troubles }
}

const readPicture = async (path: string): Promise<Uint8Array | null> => {
  try {
    return await nodeFileSystem.read(path)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

/** The task's edition, composed. */
export function composedTask(
  edition: Edition,
  dir: string,
): Result<ComposedWork, readonly Diagnostic[]> {
  return composeWork({
    edition,
    diagnostics: [],
    cache: pressCache(dir),
    pictures: (id) => {
      const file = edition.pictures[id]?.file
      return file === undefined ? Promise.resolve(null) : readPicture(join(dir, MEDIA, file))
    },
  })
}
