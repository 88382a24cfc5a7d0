/**
 * Runs the built command once on a few lines of text and keeps what V8 compiled:
 *
 *     node scripts/build/record-code.mjs <launcher> <code file>
 *
 * What these runs do not reach is compiled when a user first needs it, as ever.
 */
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setFlagsFromString } from 'node:v8'

const TEXT = `样报 2025年12月26日 星期五 第1版 要闻

桥头的灯亮了

本报记者 甲

本报讯（记者 乙）“灯亮了！”清早6时30分，桥头的人说；3月以来，河两岸的居民一直在等这一天——全长1.2公里的步行桥，终于通了。

据介绍，步行桥用了《长桥设计手册》里的老办法：先立墩，再架梁（共12孔），最后铺面。LED路灯由 open air 公司提供，每盏18瓦，比原来省电50%。

小桥边上的人家

住在桥边的人家说，夜里出门不用再打手电了。“走了二十年的路，头一回看清楚脚下……”一位老人笑着说。孩子们也喜欢这座桥，放学以后总要在桥上来回走几趟，数一数桥下的船。
`

const [launcher, target] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'banxin-code-'))
const at = (name) => join(folder, name)
const COMMANDS = [
  ['make', at('text.txt'), '-o', at('made'), '--template', 'sikai-5x14'],
  ['export', at('made/text.banxin'), '-o', at('again.pdf')],
]

// compiled code that a collection throws away would be missing from the file
setFlagsFromString('--no-flush-bytecode')
writeFileSync(at('text.txt'), TEXT)
const program = createRequire(import.meta.url)(launcher).loadProgram(dirname(launcher))

function next() {
  const words = COMMANDS.shift()
  if (words === undefined) return finish()
  process.argv = [process.argv[0], launcher, ...words]
  program.run()
  // a command that refuses at once leaves nothing to wait for, and `beforeExit` would not come again
  setImmediate(() => undefined)
}

function finish() {
  process.removeListener('beforeExit', next)
  rmSync(folder, { recursive: true, force: true })
  // V8 takes code only from a process with its own flags
  setFlagsFromString('--flush-bytecode')
  writeFileSync(`${target}.${process.pid}.part`, program.code())
  renameSync(`${target}.${process.pid}.part`, target)
}

process.on('beforeExit', next)
