import { useContext } from 'react'
import { toast } from 'sonner'
import { useDesk } from '../desk/context'
import type { DialogProps } from '../desk/dialogProps'
import { Mark } from '../desk/Mark'
import { ShellContext } from '../desk/shell'
import { useText } from '../i18n'
import { useSafety } from '../safety/useSafety'
import { HelpDialog } from './HelpDialog'

/** 关于: what this is, and where it keeps what nobody chose a place for. */
export function About(props: DialogProps) {
  const text = useText()
  const { helping } = text
  const { host, store } = useDesk()
  const { path } = useSafety()
  const { version, shell, drafts, log } = useContext(ShellContext)
  const within = (folder: string, name: string): string =>
    [folder, name].join(folder.includes('\\') ? '\\' : '/')
  const places = [
    ...(path === null ? [] : [{ name: helping.journal, path: within(path, 'journal') }]),
    { name: helping.drafts, path: drafts },
    { name: helping.log, path: log },
  ]
  const copy = (words: string): void =>
    void navigator.clipboard.writeText(words).then(() => toast(helping.copied))
  return (
    <HelpDialog {...props} title={helping.about}>
      <div className="about-name">
        <Mark size={40} />
        <div>
          <b>Banxin 版心</b>
          <p>{`${helping.version(version)} · ${helping.licence}`}</p>
        </div>
        <button
          type="button"
          className="button push"
          onClick={() => store.set({ dialog: 'licences' })}
        >
          {helping.licences}
        </button>
      </div>
      <section aria-labelledby="about-places">
        <h3 id="about-places">{helping.places}</h3>
        <dl className="about-places">
          {places.map((place) => (
            <div key={place.name}>
              <dt>{place.name}</dt>
              <dd>
                <span>{place.path}</span>
                <button type="button" className="button" onClick={() => copy(place.path)}>
                  {helping.copy}
                  <span className="unseen">{place.name}</span>
                </button>
              </dd>
            </div>
          ))}
        </dl>
        {shell === 'electron' && (
          <button type="button" className="button" onClick={() => void host.showData({})}>
            {helping.showFolder}
          </button>
        )}
      </section>
    </HelpDialog>
  )
}
