/** The street's perspective. */

/** The vanishing point: everything along the street runs to it. */
export const EYE = { x: 640, y: 540 }

/** Half the street's width in pixels at depth 1. */
export const WALL = 620

/** A point of the street: `side` −1 (left wall) … 1 (right wall), `up` over eye level, `deep` 1 at the viewer. */
export const place = (side, up, deep) => ({
  x: EYE.x + (side * WALL) / deep,
  y: EYE.y - (up * 330) / deep,
})
