import { pt } from '../units'
import type { Head } from './frame'
import type { HeadlineLevel, StyleSheet } from './styleSheet'

/**
 * The sizes of a headline group: its level's (the last for one the sheet lacks),
 * 引题 and 主题 times its scale, the 副题 times the root of it, the 署名 as it is.
 * Null for a sheet without levels.
 */
export function headSizes(
  { levels }: Pick<StyleSheet, 'levels'>,
  { level, scale = 1 }: Pick<Head, 'level' | 'scale'>,
): HeadlineLevel | null {
  const own = levels[Math.min(level, levels.length - 1)]
  if (own === undefined || scale === 1) return own ?? null
  return {
    size: pt(own.size * scale),
    kicker: pt(own.kicker * scale),
    deck: pt(own.deck * Math.sqrt(scale)),
    byline: own.byline,
  }
}
