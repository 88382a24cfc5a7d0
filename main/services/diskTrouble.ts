import type { Diagnostic } from '../../core/result'
import { errorCode } from './fileSystem'

interface Reason {
  readonly is: string
  readonly todo: string
}

const FULL: Reason = { is: 'the disk is full', todo: 'Make room on it and try again' }
const DENIED: Reason = {
  is: 'permission is denied',
  todo: 'Change the permissions or choose another place',
}
const MANY: Reason = { is: 'too many files are open', todo: 'Close other programs and try again' }

const REASONS: Readonly<Record<string, Reason>> = {
  ENOSPC: FULL,
  EDQUOT: FULL,
  EACCES: DENIED,
  EPERM: DENIED,
  EROFS: { is: 'the disk is read-only', todo: 'Choose another place' },
  ENOENT: { is: 'it is not there', todo: 'Check the name' },
  ENOTDIR: { is: 'a part of its path is a file, not a folder', todo: 'Check the name' },
  EEXIST: { is: 'a file stands where a folder is needed', todo: 'Choose another name' },
  EISDIR: { is: 'it is a folder', todo: 'Choose another name' },
  ENAMETOOLONG: { is: 'its name is too long', todo: 'Choose a shorter one' },
  EBUSY: { is: 'another program is using it', todo: 'Close that program and try again' },
  ETXTBSY: { is: 'another program is using it', todo: 'Close that program and try again' },
  EFBIG: { is: 'the disk takes no file so large', todo: 'Choose another place' },
  EIO: { is: 'the disk reports an error', todo: 'Check the disk' },
  ELOOP: { is: 'its links lead in a circle', todo: 'Check the name' },
  EMFILE: MANY,
  ENFILE: MANY,
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
  const { is, todo } = REASONS[code] ?? { is: `the system refuses it (${code})`, todo: 'Try again' }
  return {
    severity: 'error',
    code: doing === 'read' ? 'disk.read' : 'disk.write',
    message: `${path} could not be ${doing}: ${is}. ${todo}${untouched ? '; nothing was changed' : ''}.`,
    where: { file: path },
  }
}
