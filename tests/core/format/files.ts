/** The files of the small edition. */
import { encodeEdition } from '../../../core/format'
import { smallEdition } from '../../build/editionBuilder'
import { required } from '../edit/sameEdition'

export const texts = (): Map<string, string> => new Map(required(encodeEdition(smallEdition())))
