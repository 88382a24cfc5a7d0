/** Labels of boxes that run in before their text. */
import { describe, expect, it } from 'vitest'
import { fold } from '../../../core/intake/characters'
import { labelOf } from '../../../core/intake/labels'

const TEXT = '乘渡船请穿好救生衣，带好随身物品，六点以后停渡。'

describe('the label at the head of a line', () => {
  it.each(['温馨提示：', '●安全提示：', '【出行提示】', '小档案：', '开栏的话 '])(
    'is %s',
    (label) => {
      expect(labelOf(fold(label + TEXT))).toMatchObject({
        box: 'note',
        length: label.length,
        alone: false,
      })
    },
  )

  it.each(['温馨提示：', '温馨提示渡船六点停航', '开栏的话 说给谁听', '小档案馆今天开门迎客。'])(
    'is none where nothing sets it apart from text: %s',
    (line) => {
      expect(labelOf(fold(line))).toBeNull()
    },
  )
})
