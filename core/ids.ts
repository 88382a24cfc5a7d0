/** Names of things, branded so that a frame's id is never taken for a story's. */
declare const brand: unique symbol
type Id<B extends string> = string & { readonly [brand]: B }

export type PageId = Id<'page'>
export type FrameId = Id<'frame'>
export type StoryId = Id<'story'>
export type PictureId = Id<'picture'>
export type RubricId = Id<'rubric'>
/** Key of a font file, e.g. `NotoSerifSC-Medium`. */
export type FontId = Id<'font'>

export const pageId = (value: string): PageId => value as PageId
export const frameId = (value: string): FrameId => value as FrameId
export const storyId = (value: string): StoryId => value as StoryId
export const pictureId = (value: string): PictureId => value as PictureId
export const rubricId = (value: string): RubricId => value as RubricId
export const fontId = (value: string): FontId => value as FontId
