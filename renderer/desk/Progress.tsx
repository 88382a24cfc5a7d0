/** Work under way, as a toast shows it: its name, how far it is, and a way to call it off. */
export function Progress(props: {
  readonly name: string
  /** How far it is, in words. */
  readonly line: string
  /** 0 to 1. */
  readonly share: number
  readonly cancel: string
  readonly onCancel: () => void
}) {
  return (
    <div className="job">
      <div className="job-line">
        <b>{props.name}</b>
        <span>{props.line}</span>
      </div>
      <progress max={1} value={props.share} aria-label={props.name} />
      <button type="button" className="button" onClick={props.onCancel}>
        {props.cancel}
      </button>
    </div>
  )
}
