import { Download } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { HostClient, OpenSource } from '../../core/contract'
import { useText } from '../i18n'
import { picturesIn } from '../pictures/files'
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
  const [over, setOver] = useState(false)
  useEffect(() => {
    let depth = 0
    const end = (): void => {
      depth = 0
      setOver(false)
    }
    const enter = (event: DragEvent): void => {
      if (!holdsFiles(event)) return
      depth++
      setOver(true)
    }
    const leave = (event: DragEvent): void => {
      if (holdsFiles(event) && --depth <= 0) end()
    }
    const move = (event: DragEvent): void => {
      if (holdsFiles(event)) event.preventDefault()
    }
    const drop = (event: DragEvent): void => {
      end()
      const data = event.dataTransfer
      if (!holdsFiles(event) || data === null) return
      const isPicture = data.files.length > 0 && picturesIn(data).length === data.files.length
      if (isPicture && event.target instanceof Element && event.target.closest('.glass')) return
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
  return over ? (
    <div className="drop-files" aria-hidden>
      <span>
        <Download size={20} strokeWidth={1.6} />
        {text.importing.dropHere}
      </span>
    </div>
  ) : null
}
