import { useEffect, useState } from 'react'
import { loadSpelling, type Spelling } from './search'

/** Until the dictionary is here nothing is found by its letters. */
export function useSpelling(): Spelling {
  const [spelling, setSpelling] = useState<{ readonly spells: Spelling }>({ spells: () => false })
  useEffect(() => void loadSpelling().then((spells) => setSpelling({ spells })), [])
  return spelling.spells
}
