/** Pictures: files, the part that shows, and their words. */
import { plural, text, words } from '../words'

export const picturing = {
  picturing: {
    dropHere: text(
      '放开即放图：在图框上放进图框，在空处另起图框',
      'Let go to place the picture: in the frame under it, elsewhere in one of its own',
    ),
    wanted: text('缺图', 'No picture'),
    place: text('放图…', 'Place picture…'),
    placed: text('放图', 'Place picture'),
    othersWait: words(
      (n: number) => `另外 ${n} 张在待排里，拖到版面上就放下`,
      (n: number) =>
        `${plural(n, 'more picture')} ${n === 1 ? 'waits' : 'wait'} in the list of stories; drag one onto the page`,
    ),
    swap: text('换图…', 'Swap file…'),
    swapped: text('换图', 'Swap picture'),
    crop: text('裁图', 'Crop picture'),
    cropDone: text('裁好', 'Done'),
    cropHint: text('拖动移图，滚轮缩放，Esc 结束', 'Drag to move, wheel to zoom, Esc to end'),
    cropMiddle: text('取中', 'Centre'),
    zoom: text('缩放', 'Zoom'),
    pixels: words(
      (width: number, height: number) => `${width} × ${height} 像素`,
      (width: number, height: number) => `${width} × ${height} pixels`,
    ),
    ppi: words(
      (n: number) => `有效 ${n} ppi`,
      (n: number) => `${n} ppi effective`,
    ),
    ppiLow: words(
      (n: number, wanted: number) => `有效 ${n} ppi，印报要 ${wanted}：缩小图框或换大图`,
      (n: number, wanted: number) =>
        `${n} ppi effective, ${wanted} wanted: make it smaller or get a larger file`,
    ),
    noFile: text('还没有图：拖一张进来，或放图', 'No picture yet: drop one here or choose a file'),
    missing: words(
      (name: string) => `找不到图片文件 ${name}`,
      (name: string) => `The picture file ${name} is missing`,
    ),
    damaged: words(
      (name: string) => `图片文件 ${name} 打不开`,
      (name: string) => `The picture file ${name} cannot be read`,
    ),
    relink: text('重新链接…', 'Relink…'),
    relinked: text('重新链接', 'Relink picture'),
    relinkAll: text('补齐缺图…', 'Relink missing pictures…'),
    relinkedSome: words(
      (found: number, missing: number) => `按文件名补上 ${found} 张，还缺 ${missing} 张`,
      (found: number, missing: number) => `${found} relinked by name, ${missing} still missing`,
    ),
    unreadable: words(
      (name: string) => `${name} 不是能读的图片；请存成 PNG、JPEG、TIFF 或 WebP 再放`,
      (name: string) =>
        `${name} is no picture that can be read; save it as PNG, JPEG, TIFF or WebP`,
    ),
    figureTitle: text('图题', 'Title'),
    caption: text('图片说明', 'Caption'),
    credit: text('图片署名', 'Credit'),
    wordsChanged: text('改图片文字', 'Change picture words'),
  },
} as const
