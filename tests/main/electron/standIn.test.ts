import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as double from '../../double/electron'

const root = resolve(import.meta.dirname, '../../..')

describe('the stand-in', () => {
  it('has no name that Electron has not', () => {
    const types = readFileSync(join(root, 'node_modules/electron/electron.d.ts'), 'utf8')
    const names = Object.keys(double).filter((name) => name !== 'stage')
    for (const name of names) {
      expect(types, name).toMatch(
        new RegExp(`\\n  (?:const|class|type) ${name}\\b|class ${name}\\b|\\bconst ${name}:`),
      )
    }
    /** What stands in the class or interface of that name. */
    const bodyOf = (name: string): string =>
      new RegExp(`\\n  (?:class|interface) ${name}\\b[^{]*\\{([\\s\\S]*?)\\n  \\}`).exec(
        types,
      )?.[1] ?? ''
    const { session, BrowserWindow, Menu, WebContents } = double
    const holders: Readonly<Record<string, object>> = {
      ...{ App: double.app, IpcMain: double.ipcMain, Dialog: double.dialog },
      ...{ Protocol: double.protocol, Session: session.defaultSession },
      ...{ WebRequest: session.defaultSession.webRequest, Shell: double.shell },
      ...{ ContextBridge: double.contextBridge, WebContents: WebContents.prototype, Menu },
    }
    for (const [name, holder] of Object.entries(holders)) {
      const body = bodyOf(name)
      const own = [...Object.keys(holder), ...Object.getOwnPropertyNames(holder)]
      const skip = ['constructor', 'length', 'name', 'prototype', '_events', '_eventsCount']
      for (const member of own) {
        if (skip.includes(member) || member.startsWith('_')) continue
        expect(body, `${name}.${member}`).toMatch(new RegExp(`\\b${member}(?:\\(|\\??:)`))
      }
    }
    const windows = bodyOf('BrowserWindow') + bodyOf('BaseWindow')
    for (const method of Object.getOwnPropertyNames(BrowserWindow.prototype)) {
      if (method === 'constructor') continue
      expect(windows, `BrowserWindow.${method}`).toMatch(new RegExp(`\\b${method}\\(`))
    }
  })
})
