import type { CSSProperties } from 'react'
import { Toaster } from 'sonner'
import { useText } from '../i18n'

/** The desk tells where the page is (`ToastPlace`); elsewhere they stand at the window's foot. */
const PLACE = { bottom: 'var(--messages-bottom, 40px)' }

/** What a style sheet of ours cannot give: the width is set on the element. */
const WIDTH = {
  '--width': 'min(420px, calc(var(--messages-room, 100vw) - 32px))',
} as CSSProperties

/** What the window says in passing. Dark in both themes, so that it stands out from paper. */
export function Messages() {
  const text = useText()
  return (
    <Toaster
      position="bottom-center"
      theme="dark"
      offset={PLACE}
      mobileOffset={PLACE}
      gap={8}
      style={WIDTH}
      containerAriaLabel={text.messages}
      toastOptions={{ closeButtonAriaLabel: text.close }}
    />
  )
}
