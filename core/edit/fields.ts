/** What a record is and the text of a story change by other steps, or never. */
const FIXED: readonly string[] = ['id', 'kind', 'doc']

export const isPatchable = (field: string): boolean => !FIXED.includes(field)
