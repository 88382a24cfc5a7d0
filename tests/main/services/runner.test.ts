import { expect, it } from 'vitest'
import { threadRunner } from '../../../main/services/runner'
import type { WorkTask } from '../../../main/services/work'

/** A thread that answers which it is, throws, or never answers. */
const SCRIPT = `
import { parentPort, threadId } from 'node:worker_threads'
parentPort.on('message', ({ page }) => {
  if (page === 'throw') throw new Error('No more paper')
  if (page === 'never') return
  parentPort.postMessage({ kind: 'progress', done: 1, total: 2 })
  parentPort.postMessage({ kind: 'result', result: { ok: true, value: threadId } })
})`

function threads() {
  const run = threadRunner(new URL(`data:text/javascript,${encodeURIComponent(SCRIPT)}`))
  const heard: (readonly number[])[] = []
  const begin = (page: string) =>
    run({ kind: 'softProof', page } as WorkTask, (...told) =>
      heard.push(told.slice(0, 2) as number[]),
    )
  const thread = async (page = 'a'): Promise<unknown> => {
    const outcome = await begin(page).outcome
    return outcome?.ok === true ? outcome.value : outcome
  }
  return { begin, thread, heard }
}

it('keeps a thread for the next work, which alone is told how far it is', async () => {
  const { thread, heard } = threads()
  const first = await thread()
  expect(await thread()).toBe(first)
  expect(await thread()).toBe(first)
  expect(heard).toEqual([
    [1, 2],
    [1, 2],
    [1, 2],
  ])
})

it('has a thread each for work at the same time', async () => {
  const { thread } = threads()
  const [a, b] = await Promise.all([thread(), thread()])
  expect(a).not.toBe(b)
  expect([a, b]).toContain(await thread())
})

it('ends work that is called off, and none that was done before', async () => {
  const { begin, thread } = threads()
  const stuck = begin('never')
  stuck.cancel()
  expect(await stuck.outcome).toBeNull()
  const done = begin('a')
  const outcome = await done.outcome
  done.cancel()
  expect(outcome).toEqual({ ok: true, value: await thread() })
})

it('says that work broke off, and goes on with another thread', async () => {
  const { thread } = threads()
  expect(await thread('throw')).toMatchObject({
    ok: false,
    error: { code: 'work.failed', message: 'The work broke off: No more paper' },
  })
  expect(await thread()).toEqual(expect.any(Number))
})
