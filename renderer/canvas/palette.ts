/** Colours of the canvas: the same page in both themes, dimmed by night, never inverted. */
export interface Palette {
  readonly pasteboard: string
  /** Multiplied over the page; null leaves it white. */
  readonly dim: string | null
  readonly selection: string
  readonly caret: string
  readonly grid: string
  readonly gridTint: string
  readonly typeArea: string
  readonly edge: string
  readonly over: string
  readonly snap: string
  readonly guide: string
  readonly covered: string
  readonly match: string
  readonly shadow: string
  readonly rulerBack: string
  readonly rulerText: string
  readonly rulerTick: string
  readonly rulerMark: string
  readonly preedit: string
}

const COMMON = {
  grid: 'rgba(140, 205, 230, 0.55)',
  gridTint: 'rgba(140, 205, 230, 0.16)',
  typeArea: '#3FA9CC',
  edge: '#6FA6B8',
  over: '#C4281C',
  snap: '#C2188B',
  guide: '#00A0A8',
  covered: 'rgba(11, 99, 206, 0.2)',
  match: 'rgba(232, 170, 40, 0.38)',
  caret: '#0B63CE',
  preedit: '#DFEAF7',
} as const

export const LIGHT: Palette = {
  ...COMMON,
  pasteboard: '#D3D3D1',
  dim: null,
  selection: '#0B63CE',
  shadow: 'rgba(0, 0, 0, 0.22)',
  rulerBack: '#F6F5F3',
  rulerText: '#4F4C46',
  rulerTick: '#96918A',
  rulerMark: '#1A5FB4',
}

export const DARK: Palette = {
  ...COMMON,
  pasteboard: '#3A3B3D',
  dim: '#E3E0D8',
  selection: '#1D6FD6',
  shadow: 'rgba(0, 0, 0, 0.5)',
  rulerBack: '#222325',
  rulerText: '#BDBAB4',
  rulerTick: '#75797D',
  rulerMark: '#7FB4F0',
}
