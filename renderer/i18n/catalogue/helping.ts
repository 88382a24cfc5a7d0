/** 帮助: keys, what the program is made of, and where it keeps things. */
import { text, words } from '../words'

export const helping = {
  keyMap: text('快捷键', 'Keyboard shortcuts'),
  seek: text('搜命令或键', 'Search commands or keys'),
  nothingFound: text('没有对上的命令或键；换个词试试', 'Nothing matches; try another word'),
  elsewhere: text('其他', 'Other'),
  about: text('关于版心', 'About Banxin'),
  version: words(
    (version: string) => `版本 ${version}`,
    (version: string) => `Version ${version}`,
  ),
  licence: text('MIT 许可', 'MIT licence'),
  licences: text('第三方许可', 'Third-party licences'),
  places: text('东西存在哪里', 'Where things are kept'),
  journal: text('这一期的日志', 'This edition’s journal'),
  drafts: text('没存盘的各期', 'Editions not saved yet'),
  log: text('程序日志', 'Program log'),
  copy: text('复制路径', 'Copy the path'),
  showFolder: text('打开文件夹', 'Show in folder'),
  copied: text('路径已复制', 'The path is copied'),
} as const
