import markdown from '../../THIRD-PARTY.md?raw'
import type { DialogProps } from '../desk/dialogProps'
import { useText } from '../i18n'
import { HelpDialog } from './HelpDialog'
import { noticesIn, type Notice } from './notices'

const NOTICES = noticesIn(markdown)

/** What the desk carries of others, as the packages name it. */
export function Licences(props: DialogProps) {
  const { licences } = useText().helping
  return (
    <HelpDialog {...props} title={licences}>
      <div className="help-body" lang="en" tabIndex={0} role="region" aria-label={licences}>
        {NOTICES.map((notice, i) => (
          <Shown key={i} notice={notice} />
        ))}
      </div>
    </HelpDialog>
  )
}

function Shown({ notice }: { readonly notice: Notice }) {
  switch (notice.kind) {
    case 'heading':
      return <h3>{notice.words}</h3>
    case 'paragraph':
      return <p>{notice.words}</p>
    case 'entry':
      return <p className="help-entry">{notice.words}</p>
    case 'table': {
      const [head = [], ...rows] = notice.rows
      return (
        <table className="help-table">
          <thead>
            <tr>
              {head.map((cell) => (
                <th key={cell}>{cell}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.join(' ')}>
                {row.map((cell, i) => (
                  <td key={i}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )
    }
  }
}
