/** Seeded randomness for the pictures: the same seed gives the same drawing on every machine. */

/** A stream of numbers in [0, 1) (mulberry32). */
export function stream(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A hash of a lattice point, in [0, 1). */
function lattice(x, y, seed) {
  let hash = Math.imul(x, 374761393) + Math.imul(y, 668265263) + Math.imul(seed, 2147483647)
  hash = Math.imul(hash ^ (hash >>> 13), 1274126177)
  return ((hash ^ (hash >>> 16)) >>> 0) / 4294967296
}

/** Smooth value noise in [0, 1). */
export function noise(x, y, seed) {
  const left = Math.floor(x)
  const top = Math.floor(y)
  const u = x - left
  const v = y - top
  const su = u * u * (3 - 2 * u)
  const sv = v * v * (3 - 2 * v)
  const upper = lattice(left, top, seed) * (1 - su) + lattice(left + 1, top, seed) * su
  const lower = lattice(left, top + 1, seed) * (1 - su) + lattice(left + 1, top + 1, seed) * su
  return upper * (1 - sv) + lower * sv
}

/** Noise summed over octaves, each half as strong and twice as fine; in [0, 1). */
export function cloud(x, y, seed, octaves = 4) {
  let sum = 0
  let weight = 0
  let strength = 1
  let scale = 1
  for (let octave = 0; octave < octaves; octave++) {
    sum += strength * noise(x * scale, y * scale, seed + octave)
    weight += strength
    strength /= 2
    scale *= 2
  }
  return sum / weight
}

export const clamp = (value) => Math.min(1, Math.max(0, value))
export const mix = (from, to, share) => from + (to - from) * share

/** 0 below `from`, 1 above `to`, smooth between. */
export function ramp(from, to, value) {
  const share = clamp((value - from) / (to - from))
  return share * share * (3 - 2 * share)
}
