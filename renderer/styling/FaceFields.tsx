import type { StyleSheet } from '../../core/model/styleSheet'
import { useDesk } from '../desk/context'
import { useText } from '../i18n'
import { FacesFields } from './FacesFields'
import { changeSheet, type FaceStyleName } from './styling'

/** 引题, 副题, 署名, 电头: their faces; sizes are those of the headline's level, or of the body. */
export function FaceFields(props: { readonly sheet: StyleSheet; readonly name: FaceStyleName }) {
  const text = useText()
  const desk = useDesk()
  const { sheet, name } = props
  return (
    <>
      <FacesFields
        faces={sheet[name]}
        onChange={(faces) =>
          changeSheet(desk, text, sheet.id, text.styling.names[name], { [name]: faces })
        }
      />
      <p className="quiet">
        {name === 'dateline' ? text.styling.datelineHint : text.styling.levelHint}
      </p>
    </>
  )
}
