/** Who may speak to the server: the browser that was given the address, and no page but its own. */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

export const COOKIE = 'banxin'

/** Chromium gives cookies of one address to every port of it; the name keeps two desks apart. */
export const cookieName = (port: number): string => `${COOKIE}-${port}`

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Takes as long for a near miss as for a wild guess. */
const isSame = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b))

export interface Gate {
  /** A token for one visit. */
  mint(): string
  /** The session's secret in exchange for a token, once; null for a token that is none or was used. */
  redeem(token: string): string | null
  /** Whether the request names this very address, so that no other name leads here. */
  isOurHost(headers: IncomingHttpHeaders): boolean
  hasSession(headers: IncomingHttpHeaders): boolean
  /** A call must come from our own page. */
  isOurPage(headers: IncomingHttpHeaders): boolean
  /** A request that browsers send without an Origin: refused when they say it comes from elsewhere. */
  isFromElsewhere(headers: IncomingHttpHeaders): boolean
}

const MOST_TOKENS = 16

export function openGate(address: string, port: number, unique: () => string): Gate {
  const host = `${address}:${port}`
  const origin = `http://${host}`
  const session = unique()
  const tokens: string[] = []

  const cookies = (headers: IncomingHttpHeaders): readonly string[] =>
    (headers.cookie ?? '').split(';').flatMap((pair) => {
      const [name, value] = pair.trim().split('=')
      return name === cookieName(port) && value !== undefined ? [value] : []
    })

  return {
    mint() {
      const token = unique()
      tokens.push(token)
      if (tokens.length > MOST_TOKENS) tokens.shift()
      return token
    },
    redeem(token) {
      const index = tokens.findIndex((known) => isSame(known, token))
      if (index < 0) return null
      tokens.splice(index, 1)
      return session
    },
    isOurHost: (headers) => headers.host === host,
    hasSession: (headers) => cookies(headers).some((value) => isSame(value, session)),
    isOurPage: (headers) => headers.origin === origin,
    isFromElsewhere(headers) {
      const site = headers['sec-fetch-site']
      const isOther = site !== undefined && site !== 'same-origin' && site !== 'none'
      return isOther || (headers.origin !== undefined && headers.origin !== origin)
    },
  }
}
