import { readFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { networkInterfaces } from 'node:os'
import { describe, expect, it } from 'vitest'
import { LATE_REPLY, packMessage } from '../../../core/contract/wire'
import { startWebServer } from '../../../main/web/server'
import { opened, saved, until, withDesk } from '../host/desk'
import {
  withWeb,
  FILES,
  ask,
  type Ask,
  listen,
  eventsOf,
  shake,
  ONE,
  TWO,
  replyIn,
  valueIn,
  PICTURE,
} from './web'

describe('the address', () => {
  it('opens the desk once, and leaves a cookie that no script and no other site can use', async () => {
    await withWeb(async ({ server }) => {
      const path = server.visit().slice(server.origin.length)
      const first = await ask(server, path)
      expect(first.status).toBe(303)
      expect(first.headers.location).toBe('/')
      expect(first.headers['set-cookie']?.[0]).toMatch(
        /^banxin-\d+=[0-9a-f]{48}; HttpOnly; SameSite=Strict; Path=\/$/,
      )
      expect((await ask(server, path)).status).toBe(403)
      expect((await ask(server, '/?token=guess')).status).toBe(403)
    })
  })

  it('is on this machine only', async () => {
    await withWeb(async ({ server }) => {
      const { hostname, port } = new URL(server.origin)
      expect(hostname).toBe('127.0.0.1')
      const others = Object.values(networkInterfaces())
        .flat()
        .filter((known) => known?.family === 'IPv4' && !known.internal)
      for (const known of others) {
        const refused = new Promise((resolve) => {
          const sent = httpRequest({ hostname: known?.address, port, path: '/' }, () =>
            resolve('answered'),
          )
          sent.on('error', () => resolve('refused'))
          sent.end()
        })
        expect(await refused).toBe('refused')
      }
    })
  })

  it('answers to no other name', async () => {
    await withWeb(async ({ server, cookie }) => {
      const port = new URL(server.origin).port
      for (const host of [`localhost:${port}`, 'example.org', `127.0.0.1:1`, '127.0.0.1']) {
        expect((await ask(server, '/', { headers: { cookie, host } })).status, host).toBe(403)
      }
    })
  })
})

describe('the files', () => {
  it('come with the strict policy, the page with the client before its own scripts', async () => {
    await withWeb(async ({ server, cookie }) => {
      const page = await ask(server, '/', { headers: { cookie } })
      expect(page.status).toBe(200)
      expect(page.body.toString()).toContain('<head><script src="/banxin-host.js"></script>')
      const policy = String(page.headers['content-security-policy'])
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("script-src 'self';")
      expect(policy).not.toMatch(/unsafe|\*|https?:/)
      expect(page.headers['x-content-type-options']).toBe('nosniff')
      const script = await ask(server, '/assets/desk.js', { headers: { cookie } })
      expect(script.body.toString()).toBe('desk()')
    })
  })

  it('are not for those without the cookie', async () => {
    await withWeb(async ({ server, cookie }) => {
      const [name = ''] = cookie.split('=')
      for (const wrong of ['', `${name}=`, `${name}=${'0'.repeat(48)}`, cookie.slice(0, -1)]) {
        for (const path of ['/', '/assets/desk.js', '/events?window=1', '/nothing']) {
          const headers = wrong === '' ? {} : { cookie: wrong }
          expect((await ask(server, path, { headers })).status).toBe(403)
        }
      }
    })
  })

  it('are the built ones and no others', async () => {
    await withWeb(async ({ server, cookie }) => {
      const paths = ['/../package.json', '/assets/../../package.json', '/%2e%2e/package.json']
      const more = ['//etc/passwd', '/assets/..%2f..%2fpackage.json', '/constructor', '/assets/']
      for (const path of [...paths, ...more]) {
        expect((await ask(server, path, { headers: { cookie } })).status, path).toBe(404)
      }
      const put = await ask(server, '/assets/desk.js', { method: 'PUT', headers: { cookie } })
      expect(put.status).toBe(405)
    })
  })
})

describe('calls', () => {
  it('reach the host with their bytes, and bring bytes back', async () => {
    await withWeb(async ({ desk, call, listen }) => {
      const dir = await saved(desk.folder)
      const id = await desk.host.admit(dir)
      await listen(ONE)
      const info = valueIn<object>(await call(ONE, 'appInfo', {}))
      expect(info).toMatchObject({ locale: 'zh-CN', theme: 'dark' })
      const source = { kind: 'recent', id }
      const edition = valueIn<{ handle: string; media: readonly string[] }>(
        await call(ONE, 'openEdition', { source, readOnly: false }),
      )
      const { handle } = edition
      const jpg = new Uint8Array(readFileSync(PICTURE))
      const picture = valueIn<{ file: string; width: number }>(
        await call(ONE, 'addPicture', { handle, name: 'a.jpg', bytes: jpg }),
      )
      expect(picture.width).toBeGreaterThan(100)
      const bytes = valueIn<Uint8Array>(
        await call(ONE, 'pictureBytes', { handle, file: picture.file }),
      )
      expect(Buffer.from(bytes).equals(jpg)).toBe(true)
    })
  })

  it('are refused from another origin, without one, and in another form', async () => {
    await withWeb(async ({ call, listen, server, cookie }) => {
      await listen(ONE)
      const status = async (more: Ask) => (await call(ONE, 'appInfo', {}, more)).status
      expect(await status({})).toBe(200)
      const port = new URL(server.origin).port
      for (const origin of ['http://example.org', `http://localhost:${port}`, 'null', '']) {
        expect(await status({ headers: { origin } }), origin).toBe(403)
      }
      expect(await status({ headers: { 'sec-fetch-site': 'cross-site' } })).toBe(403)
      expect(await status({ headers: { 'sec-fetch-site': 'same-site' } })).toBe(403)
      const headers = { cookie, 'content-type': 'application/octet-stream', 'x-banxin-window': ONE }
      const without = await ask(server, '/call/appInfo', { method: 'POST', headers })
      expect(without.status).toBe(403)
      expect(await status({ headers: { 'content-type': 'text/plain' } })).toBe(400)
      expect(await status({ body: new TextEncoder().encode('{}') })).toBe(400)
      expect(await status({ headers: { 'x-banxin-window': TWO } })).toBe(400)
      expect((await call(ONE, '../appInfo', {})).status).toBe(404)
      const unknown = await call(ONE, 'constructor', {})
      expect(replyIn(unknown)).toMatchObject({ ok: false, error: { code: 'host.call' } })
      const wrong = await call(ONE, 'fontStart', { id: '../x' })
      expect(replyIn(wrong)).toMatchObject({ ok: false, error: { code: 'host.argument' } })
    })
  })

  it('leave a stream to our own page alone', async () => {
    await withWeb(async ({ server, cookie }) => {
      const { origin } = server
      const path = eventsOf(TWO)
      for (const headers of [
        { cookie },
        { origin },
        { cookie, origin: 'http://example.org' },
        { cookie, origin: origin.replace('127.0.0.1', 'localhost') },
        { cookie, origin, host: 'localhost' },
        { cookie, origin, 'sec-fetch-site': 'cross-site' },
      ])
        expect((await shake(server, path, headers)).status, JSON.stringify(headers)).toBe(403)
      const ours = { cookie, origin }
      expect((await shake(server, '/other', ours)).status).toBe(400)
      expect((await shake(server, '/events?window=1&locale=en', ours)).status).toBe(400)
      expect((await shake(server, path, { ...ours, 'sec-websocket-version': '7' })).status).toBe(
        400,
      )
      expect((await shake(server, path, { ...ours, upgrade: 'h2c' })).status).toBe(400)
      expect(server.windows).toBe(0)
      const taken = await shake(server, path, ours)
      // the answer that RFC 6455 §1.3 gives to this key
      expect(taken.headers['sec-websocket-accept']).toBe('s3pPLMBiTxaQ9kYGzzhZRbK+xOo=')
      taken.socket?.destroy()
    })
  })

  it('that wait for a person give their connection free, and are answered later', async () => {
    await withWeb(async ({ server, cookie, call, listen }) => {
      const { events, answered } = await listen(ONE)
      const type = 'application/octet-stream'
      const headers = {
        cookie,
        origin: server.origin,
        'content-type': type,
        'x-banxin-window': ONE,
      }
      const question = {
        message: '改？',
        detail: '',
        buttons: ['是', '否'],
        preferred: 0,
        cancel: 1,
      }
      const body = packMessage({ question })
      const asked = await ask(server, '/call/ask', { method: 'POST', body, headers })
      expect(asked.status).toBe(202)
      const key = String(asked.headers[LATE_REPLY])
      const path = `/reply/${key}`
      const other = { ...headers, 'x-banxin-window': TWO }
      expect((await ask(server, path, { method: 'POST', headers: other })).status).toBe(404)
      const strange = { ...headers, origin: 'http://example.org' }
      expect((await ask(server, path, { method: 'POST', headers: strange })).status).toBe(403)
      const [put] = events
      if (put?.kind !== 'question') throw new Error('The question is put to the window')
      await call(ONE, 'answerQuestion', { dialog: put.dialog, button: 0 })
      await until(() => answered.includes(key))
      const reply = await ask(server, path, { method: 'POST', headers })
      expect(valueIn<number>(reply)).toBe(0)
      expect((await ask(server, path, { method: 'POST', headers })).status).toBe(404)
    })
  })

  it('refuse more than the desk takes before it is sent', async () => {
    await withWeb(async ({ call, listen }) => {
      await listen(ONE)
      const headers = { 'content-length': String(2 ** 40) }
      const sent = call(ONE, 'log', {}, { headers }).then(({ status }) => status)
      expect(await Promise.race([sent.catch(() => 413)])).toBe(413)
    })
  })
})

describe('windows', () => {
  it('hear of one another', async () => {
    await withWeb(async ({ desk, call, listen }) => {
      const source = { kind: 'recent', id: await desk.host.admit(await saved(desk.folder)) }
      const one = await listen(ONE)
      const two = await listen(TWO)
      await call(ONE, 'openEdition', { source, readOnly: false })
      await call(TWO, 'openEdition', { source, readOnly: false })
      await until(() => one.events.length > 0)
      expect(one.events).toMatchObject([{ kind: 'windows', windows: 2 }])
      two.leave()
      await until(() => one.events.length > 1)
      expect(one.events[1]).toMatchObject({ kind: 'windows', windows: 1 })
    })
  })

  it('get what they missed when their stream comes back', async () => {
    await withDesk(async (desk) => {
      const waits: number[] = []
      const timer = (ms: number) => {
        waits.push(ms)
        return () => undefined
      }
      const server = await startWebServer({ host: desk.host, files: FILES, port: 0, timer })
      const entered = await ask(server, server.visit().slice(server.origin.length))
      const cookie = (entered.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? ''
      const first = await listen(server, cookie, ONE)
      const dir = await saved(desk.folder)
      const id = await desk.host.admit(dir)
      await ask(server, '/call/openEdition', {
        method: 'POST',
        body: packMessage({ source: { kind: 'recent', id }, readOnly: false }),
        headers: {
          ...{ cookie, origin: server.origin, 'content-type': 'application/octet-stream' },
          'x-banxin-window': ONE,
        },
      })
      first.leave()
      // the window is missed, and waited for
      await until(() => waits.includes(15_000))
      await opened(desk.window(), dir)
      const second = await listen(server, cookie, ONE)
      await until(() => second.events.length > 0)
      expect(second.events).toMatchObject([{ kind: 'windows', windows: 2 }])
      await server.close()
    })
  })
})
