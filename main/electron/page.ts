/** The built window under an address of its own, so that it has an origin and a policy. */
import { protocol, session } from 'electron'
import { PAGE_HEADERS } from '../security'
import type { WindowFiles } from '../services/windowFiles'

const SCHEME = 'banxin'
const ORIGIN = `${SCHEME}://desk`
export const PAGE = `${ORIGIN}/`

/** Must run before the application is ready. */
export const registerScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])

/** What the page may load beside its own files; the host brings everything else. */
const isLocal = (url: string): boolean => /^(?:banxin:\/\/desk\/|blob:|data:|devtools:)/u.test(url)

export function servePage(files: WindowFiles): void {
  protocol.handle(SCHEME, ({ url, method }) => {
    const { host, pathname } = new URL(url)
    const file = files.get(pathname === '/' ? '/index.html' : pathname)
    if (host !== 'desk' || method !== 'GET' || file === undefined) {
      return new Response('There is no such thing here.', { status: 404, headers: PAGE_HEADERS })
    }
    return new Response(file.bytes.slice().buffer, {
      headers: { ...PAGE_HEADERS, 'Content-Type': file.type },
    })
  })
  const { webRequest } = session.defaultSession
  webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !isLocal(url) }))
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, decide) =>
    decide(false),
  )
  session.defaultSession.setPermissionCheckHandler(() => false)
}
