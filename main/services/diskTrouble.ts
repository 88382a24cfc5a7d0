import type { DiskReason } from '../../core/diskReason'
import type { Diagnostic } from '../../core/result'
import { errorCode } from './fileSystem'

interface Reason {
  readonly is: string
  readonly todo: string
}

const REASONS: Readonly<Record<Exclude<DiskReason, 'other'>, Reason>> = {
  full: { is: 'the disk is full', todo: 'Make room on it and try again' },
  denied: { is: 'permission is denied', todo: 'Change the permissions or choose another place' },
  'read-only': { is: 'the disk is read-only', todo: 'Choose another place' },
  missing: { is: 'it is not there', todo: 'Check the name' },
  path: { is: 'a part of its path is a file, not a folder', todo: 'Check the name' },
  'file-there': { is: 'a file stands where a folder is needed', todo: 'Choose another name' },
  folder: { is: 'it is a folder', todo: 'Choose another name' },
  'long-name': { is: 'its name is too long', todo: 'Choose a shorter one' },
  busy: { is: 'another program is using it', todo: 'Close that program and try again' },
  'too-large': { is: 'the disk takes no file so large', todo: 'Choose another place' },
  fault: { is: 'the disk reports an error', todo: 'Check the disk' },
  circle: { is: 'its links lead in a circle', todo: 'Check the name' },
  'many-files': { is: 'too many files are open', todo: 'Close other programs and try again' },
}

const REASON_OF: Readonly<Record<string, Exclude<DiskReason, 'other'>>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'read-only',
  ENOENT: 'missing',
  ENOTDIR: 'path',
  EEXIST: 'file-there',
  EISDIR: 'folder',
  ENAMETOOLONG: 'long-name',
  EBUSY: 'busy',
  ETXTBSY: 'busy',
  EFBIG: 'too-large',
  EIO: 'fault',
  ELOOP: 'circle',
  EMFILE: 'many-files',
  ENFILE: 'many-files',
}

/**
 * What the system's refusal means, in one sentence and a hint; `untouched` says
 * that nothing was changed. Rethrows what is no refusal of the system.
 */
export function diskTrouble(
  error: unknown,
  path: string,
  doing: 'read' | 'written',
  untouched = doing === 'written',
): Diagnostic {
  const code = errorCode(error)
  if (code === null) throw error
  const why = REASON_OF[code] ?? 'other'
  const { is, todo } =
    why === 'other' ? { is: `the system refuses it (${code})`, todo: 'Try again' } : REASONS[why]
  return {
    severity: 'error',
    code: doing === 'read' ? 'disk.read' : 'disk.write',
    message: `${path} could not be ${doing}: ${is}. ${todo}${untouched ? '; nothing was changed' : ''}.`,
    where: { file: path },
    parts: { why, refusal: code, untouched: untouched ? 1 : 0 },
  }
}
