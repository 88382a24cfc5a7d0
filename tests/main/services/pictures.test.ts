import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InputFile } from '../../../main/services/manuscriptReader'
import { findPictures } from '../../../main/services/pictureFinder'
import { readPicture } from '../../../main/services/pictureStore'
import { pictureSize } from '../../../main/services/pictureSize'
import { pngHead } from '../../build/pngHead'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'banxin-pictures-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A JPEG's head: an application segment, a Huffman table (C4 is no frame), then the frame. */
const jpeg = (width: number, height: number): Uint8Array =>
  new Uint8Array([
    ...[0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc4, 0, 3, 9, 0xff, 0xc2, 0, 17, 8],
    ...[height >> 8, height & 255, width >> 8, width & 255, 3, 0, 0, 0, 0, 0, 0, 0, 0],
  ])

const inputs: () => readonly InputFile[] = () => [
  { named: 'page.txt', path: join(folder, 'page.txt'), name: 'page', bytes: new Uint8Array() },
]
const put = (name: string, bytes: Uint8Array | string): void =>
  writeFileSync(join(folder, name), bytes)

const WANTED = [
  { figure: 'f1', title: '晨 渡', page: 0 },
  { figure: 'f2', title: '夜航', page: 0 },
  { figure: 'f3', title: '', page: 0 },
]

/** Names of the files found, by figure. */
const found = (): Record<string, string> =>
  Object.fromEntries(
    [...findPictures(inputs(), WANTED).pictures].map(([id, { picture }]) => [id, picture.name]),
  )

describe('pictureSize', () => {
  it('reads PNG and JPEG, and nothing else', () => {
    expect(pictureSize(pngHead(640, 480))).toEqual({ format: 'png', width: 640, height: 480 })
    expect(pictureSize(jpeg(1440, 960))).toEqual({ format: 'jpg', width: 1440, height: 960 })
    expect(pictureSize(new Uint8Array([1, 2, 3]))).toBeNull()
    expect(pictureSize(jpeg(1440, 960).subarray(0, 15))).toBeNull()
    expect(pictureSize(pngHead(0, 480))).toBeNull()
  })

  it('turns width and height where Exif says the camera was turned', () => {
    const turned = (orientation: number): Uint8Array => {
      const exif = [...'Exif'].map((letter) => letter.charCodeAt(0))
      const tiff = [
        0x4d,
        0x4d,
        0,
        42,
        0,
        0,
        0,
        8,
        0,
        1,
        1,
        0x12,
        0,
        3,
        0,
        0,
        0,
        1,
        0,
        orientation,
        0,
        0,
      ]
      const block = [...exif, 0, 0, ...tiff, 0, 0, 0, 0]
      return new Uint8Array([
        0xff,
        0xd8,
        0xff,
        0xe1,
        0,
        block.length + 2,
        ...block,
        ...jpeg(1440, 960).subarray(2),
      ])
    }
    expect(pictureSize(turned(1))).toEqual({ format: 'jpg', width: 1440, height: 960 })
    expect(pictureSize(turned(3))).toEqual({ format: 'jpg', width: 1440, height: 960 })
    expect(pictureSize(turned(6))).toEqual({ format: 'jpg', width: 960, height: 1440 })
    expect(pictureSize(turned(8))).toEqual({ format: 'jpg', width: 960, height: 1440 })
  })
})

describe('findPictures', () => {
  it('follows the list by caption title, and its entries without one in order', () => {
    put('a.png', pngHead(1, 1))
    put('b.png', pngHead(2, 2))
    put('c.png', pngHead(3, 3))
    put(
      'pictures.json',
      JSON.stringify([
        { file: 'c.png' },
        { file: 'b.png', captionTitle: '夜航' },
        { file: 'a.png', captionTitle: '晨渡' },
      ]),
    )
    expect(found()).toEqual({ f1: 'a.png', f2: 'b.png', f3: 'c.png' })
  })

  it('takes the images in order where there is no list, but no preview of the page', () => {
    put('2.jpg', jpeg(2, 2))
    put('1.png', pngHead(1, 1))
    put('page-07.png', pngHead(9, 9))
    expect(found()).toEqual({ f1: '1.png', f2: '2.jpg' })
  })

  it('warns of a damaged list, of a missing file and of one that is no picture', () => {
    put('pictures.json', '{')
    expect(findPictures(inputs(), WANTED).diagnostics).toMatchObject([
      { severity: 'warning', code: 'picture.list' },
    ])
    put('x.png', 'text')
    put('pictures.json', JSON.stringify([{ file: 'x.png' }, { file: 'gone.png' }]))
    const { pictures, diagnostics } = findPictures(inputs(), WANTED)
    expect(pictures.size).toBe(0)
    expect(diagnostics.map(({ severity, code }) => [severity, code])).toEqual([
      ['warning', 'picture.format'],
      ['warning', 'disk.read'],
    ])
  })
})

it('names a picture by its content', () => {
  put('a.png', pngHead(5, 5))
  put('b.png', pngHead(5, 5))
  const [a, b] = ['a.png', 'b.png'].map((name) => readPicture(join(folder, name)))
  expect(a?.ok && a.value.picture.file).toMatch(/^[0-9a-f]{64}\.png$/u)
  expect(a?.ok && b?.ok && a.value.picture.id === b.value.picture.id).toBe(true)
})
