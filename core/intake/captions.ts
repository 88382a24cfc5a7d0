/** How captions begin, in folded text. */

const CAPTION_OPENING =
  /^(?:图为|图片为|图①|图1|上图|下图|左图|右图|这是|▲|△|◀|▼|资料图|(?:\d{4}年)?\d{1,2}月\d{1,2}日|近日|昨日|日前|连日来|\d{1,2}日|在|[▲△▼◀►])/u

/** A day, a place or 图为: as captions open, and other texts too. */
export const opensLikeCaption = (folded: string): boolean => CAPTION_OPENING.test(folded)

const MARKED_CAPTION =
  /^(?:图为|图片为|图[①-⑳]|图\d{1,2}[: ]|[上下左右中][方]?图[: 为]|[▲△▼◀►]|资料图[: ])/u

/** A caption by its first words (图为, 图①, 上图, ▲), whatever stands around it. */
export const isMarkedCaption = (folded: string): boolean => MARKED_CAPTION.test(folded)
