/** A dialog is told when to show itself and how to say that it is done. */
export interface DialogProps {
  readonly open: boolean
  readonly onClose: () => void
}
