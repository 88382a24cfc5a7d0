import { Download } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { HostClient, OpenSource } from '../../core/contract'
import { useText } from '../i18n'
import { dragsPictures, picturesIn } from '../pictures/files'
import { droppedEdition, openDropped } from './droppedEdition'
import { droppedFiles, holdsFiles, type Chosen } from './files'

interface DropProps {
  readonly host: HostClient
  readonly onFiles: (files: Chosen) => void
  readonly onOpen: (source: OpenSource) => void
}

/** The whole window takes files that are let go on it; over the page pictures stay the page's own. */
export function DropFiles({ host, onFiles, onOpen }: DropProps) {
  const text = useText()
  const [over, setOver] = useState<'import' | 'page' | null>(null)
  useEffect(() => {
    let depth = 0
    const end = (): void => {
      depth = 0
      setOver(null)
    }
    const tell = (event: DragEvent): void =>
      setOver(isOverPage(event) && dragsPictures(event.dataTransfer) ? 'page' : 'import')
    const enter = (event: DragEvent): void => {
      if (!holdsFiles(event)) return
      depth++
      tell(event)
    }
    const leave = (event: DragEvent): void => {
      if (holdsFiles(event) && --depth <= 0) end()
    }
    const move = (event: DragEvent): void => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      tell(event)
    }
    const drop = (event: DragEvent): void => {
      end()
      const data = event.dataTransfer
      if (!holdsFiles(event) || data === null) return
      const isPicture = data.files.length > 0 && picturesIn(data).length === data.files.length
      if (isPicture && isOverPage(event)) return
      event.preventDefault()
      event.stopPropagation()
      const edition = droppedEdition(data)
      if (edition === null) void droppedFiles(data).then(onFiles)
      else openDropped(host, edition, text, onOpen)
    }
    window.addEventListener('dragenter', enter)
    window.addEventListener('dragleave', leave)
    window.addEventListener('dragover', move)
    window.addEventListener('drop', drop, true)
    return () => {
      window.removeEventListener('dragenter', enter)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('dragover', move)
      window.removeEventListener('drop', drop, true)
    }
  }, [host, onFiles, onOpen, text])
  return over === null ? null : (
    <div className="drop-files" aria-hidden>
      <span>
        <Download size={20} strokeWidth={1.6} />
        {over === 'page' ? text.picturing.dropHere : text.importing.dropHere}
      </span>
    </div>
  )
}

const isOverPage = ({ target }: DragEvent): boolean =>
  target instanceof Element && target.closest('.glass') !== null
