/** The classic 对开 page. */
export const DEFAULT_TEMPLATE = 'duikai-6x16'
