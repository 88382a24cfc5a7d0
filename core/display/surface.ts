/**
 * The few 2D calls a painter needs. A browser's CanvasRenderingContext2D and
 * that of a Node canvas both have this shape; `P` is their Path2D and `I`
 * whatever their drawImage takes. core knows neither DOM nor canvas library.
 */
export interface Surface<P, I> {
  /** Set to a CSS colour only; typed wider because a canvas also gives back gradients. */
  fillStyle: string | object
  save(): void
  restore(): void
  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void
  fillRect(x: number, y: number, width: number, height: number): void
  fill(path: P): void
  clip(path: P): void
  drawImage(
    image: I,
    sx: number,
    sy: number,
    sWidth: number,
    sHeight: number,
    dx: number,
    dy: number,
    dWidth: number,
    dHeight: number,
  ): void
}

/** The outline calls of a Path2D. */
export interface PathBuilder {
  moveTo(x: number, y: number): void
  lineTo(x: number, y: number): void
  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void
  bezierCurveTo(c1x: number, c1y: number, c2x: number, c2y: number, x: number, y: number): void
  closePath(): void
}

/** A decoded picture with its size in pixels. */
export interface Drawable<I> {
  readonly image: I
  readonly width: number
  readonly height: number
}
