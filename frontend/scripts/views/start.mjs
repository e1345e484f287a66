// What is looked at: a name, what is asked of the made-up answers (at), where (hash), what is done first (act).
import { click } from './act.mjs'

export const views = [
  { name: 'start', at: '?state=fresh' },
  { name: 'start-refused', at: '?state=fresh', act: click('Next: the passphrase') },
  { name: 'start-file', at: '?state=fresh', act: click('Open a record file…') },
  { name: 'start-narrow', at: '?state=fresh', width: 320 },
  { name: 'start-rescue', at: '?state=rescue' },
  { name: 'start-rescue-dark', at: '?state=rescue', scheme: 'dark' },
]
