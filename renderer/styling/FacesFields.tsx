import { useEffect, useState } from 'react'
import { fontId } from '../../core/ids'
import type { FacePair } from '../../core/model/styles'
import { useDesk } from '../desk/context'
import { useText } from '../i18n'
import { fontName } from './fontName'
import { SelectField } from './SelectField'
import { fontIds } from './styling'

/** A face for Han and one for Latin and digits. */
export function FacesFields(props: {
  readonly faces: FacePair
  readonly onChange: (faces: FacePair) => void
}) {
  const text = useText()
  const desk = useDesk()
  const { faces, onChange } = props
  const [fonts, setFonts] = useState<readonly string[]>([])
  useEffect(() => void fontIds(desk).then(setFonts), [desk])
  const choices = (current: string) =>
    [...new Set([current, ...fonts])].map((id) => [id, fontName(id, text)] as const)
  return (
    <div className="values">
      <SelectField
        name={text.styling.han}
        value={faces.han}
        choices={choices(faces.han)}
        onChange={(han) => onChange({ ...faces, han: fontId(han) })}
      />
      <SelectField
        name={text.styling.latin}
        value={faces.latin}
        choices={choices(faces.latin)}
        onChange={(latin) => onChange({ ...faces, latin: fontId(latin) })}
      />
    </div>
  )
}
