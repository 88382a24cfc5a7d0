import { createRoot } from 'react-dom/client'
import type { HostClient } from '../core/contract'
import { App } from './App'
import { textFor } from './i18n'
import { WindowGuard } from './safety/WindowGuard'
import { loadFonts } from './session/fonts'
import 'sonner/dist/styles.css'
import './styles/index.css'
import { trouble } from './i18n/trouble'

declare global {
  interface Window {
    /** Put there by whichever binding serves the window. */
    readonly banxin?: HostClient
  }
}

async function start(): Promise<void> {
  const element = document.getElementById('root')
  if (element === null) throw new Error('index.html has an element #root')
  const root = createRoot(element)
  const host = window.banxin
  // the longest part of opening an edition, so it begins before anything is drawn
  const fonts = host && loadFonts(host)
  const info = await host?.appInfo({})
  const text = textFor(info?.ok ? info.value.locale : navigator.language)
  if (host === undefined || fonts === undefined)
    return root.render(<p className="no-host">{text.noHost}</p>)
  if (info === undefined || !info.ok) {
    return root.render(
      <p className="no-host">{info === undefined ? text.noHost : trouble(text, info.error)}</p>,
    )
  }
  document.documentElement.lang = info.value.locale.startsWith('zh') ? 'zh-CN' : 'en'
  document.title = text.appName
  root.render(
    <WindowGuard host={host} text={text}>
      <App host={host} info={info.value} fontsBegun={fonts} />
    </WindowGuard>,
  )
}

void start()
