/** Who wrote, sent and photographed, as newspapers print it. */
export { isByline, isBracketedSender } from './byline'
export { creditAtEnd, isCredit } from './credit'
export { headWordsOf, type HeadWords } from './headWords'
export { beginsWithFamilyName, isBareNames, isBracketedNames } from './names'
export { bylineAtEnd } from './tail'
