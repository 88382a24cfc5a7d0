/** Advertisements that customers send as PDF: pictures of the edition whose file is a PDF. */
import { basename } from 'node:path'
import { pictureId } from '../../core/ids'
import type { Picture } from '../../core/model/edition'
import { err, ok, type Result } from '../../core/result'
import { hashOf, type StoredPicture } from './pictureStore'

/** Whether the picture's file is a PDF, which is carried to the press as it is. */
export const isAd = (picture: Picture | undefined): boolean =>
  picture?.file.endsWith('.pdf') === true

const SHORT_HASH = 12
/** A PDF has no pixels: its size counts in hundredths of a millimetre, of the trim box of its first page. */
const UNITS_A_POINT = (25.4 / 72) * 100

/** The record of an advertisement. An error says that the file is locked or damaged. */
export async function adOf(path: string, bytes: Uint8Array): Promise<Result<StoredPicture>> {
  const { adSize, readAd } = await import('./pdf/adPage')
  const read = await readAd(bytes)
  if (read.kind === 'fault') {
    return err({
      severity: 'warning',
      code: 'picture.ad',
      message: `${path} ${read.fault}; ask the customer for a PDF that opens without a password.`,
      where: { file: path },
    })
  }
  const hash = hashOf(bytes)
  const { width, height } = adSize(read.ad)
  const picture: Picture = {
    id: pictureId(`picture-${hash.slice(0, SHORT_HASH)}`),
    file: `${hash}.pdf`,
    name: basename(path),
    width: Math.round(width * UNITS_A_POINT),
    height: Math.round(height * UNITS_A_POINT),
  }
  return ok({ picture, bytes })
}
