import { useSyncExternalStore } from 'react'
import { useDesk } from '../desk/context'
import { lazily } from '../lazily'
import { findOf } from './finding'

const OpenFind = lazily(async () => (await import('./OpenFind')).OpenFind)

/** 查找与替换, while it is open. */
export function FindPanel() {
  const find = findOf(useDesk())
  const { open } = useSyncExternalStore(find.subscribe, find.get)
  return open ? <OpenFind /> : null
}
