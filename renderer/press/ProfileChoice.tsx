import { useEffect, useState } from 'react'
import type { ProfileInfo } from '../../core/contract'
import { useDesk } from '../desk/context'
import { useText } from '../i18n'

interface Props {
  /** Null for the default. */
  readonly value: string | null
  readonly onChange: (profile: string) => void
}

/** 预检方案: how strictly the pages are held. */
export function ProfileChoice({ value, onChange }: Props) {
  const text = useText()
  const { host } = useDesk()
  const [profiles, setProfiles] = useState<readonly ProfileInfo[]>([])
  useEffect(() => {
    let isHere = true
    void host.listProfiles({}).then((reply) => {
      if (isHere && reply.ok) setProfiles(reply.value)
    })
    return () => {
      isHere = false
    }
  }, [host])
  const names: Readonly<Record<string, string>> = text.pressing.profiles
  return (
    <label className="field">
      <span>{text.pressing.profile}</span>
      <select
        value={value ?? profiles[0]?.id ?? ''}
        onChange={(event) => onChange(event.target.value)}
      >
        {profiles.map(({ id, name }) => (
          <option key={id} value={id}>
            {names[id] ?? name}
          </option>
        ))}
      </select>
    </label>
  )
}
