import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useFocusAtOpening } from '../commands/editPlace'
import type { DialogProps } from '../desk/dialogProps'
import { useText } from '../i18n'

/** A dialog that is read, with its name and a way out. */
export function HelpDialog(
  props: DialogProps & { readonly title: string; readonly children: ReactNode },
) {
  const { open, onClose, title, children } = props
  const text = useText()
  const before = useFocusAtOpening(open)
  return (
    <Dialog.Root open={open} onOpenChange={(shown) => !shown && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="dialog help" finalFocus={before}>
          <header className="help-head">
            <Dialog.Title className="help-title">{title}</Dialog.Title>
            <Dialog.Close className="icon-button" aria-label={text.close}>
              <X size={16} strokeWidth={1.6} aria-hidden />
            </Dialog.Close>
          </header>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
