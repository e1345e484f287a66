// What is looked at: a name, what is asked of the made-up answers (at), where (hash), what is done first (act).
import { all } from './act.mjs'

const here = { hash: '#/planner' }
const tick = (name) => (page) => page.getByRole('checkbox', { name }).check({ force: true })
const settled = (page) => page.waitForTimeout(400)

export const views = [
  { name: 'planner', ...here },
  { name: 'planner-dark', ...here, scheme: 'dark' },
  { name: 'planner-two', ...here, at: '?two' },
  { name: 'planner-long', ...here, at: '?two&long' },
  { name: 'planner-forbid', ...here, act: all(tick('Monday'), settled) },
  { name: 'planner-refused', ...here, act: all(tick('No two days in a row'), settled) },
  { name: 'planner-narrow', ...here, width: 320 },
  { name: 'planner-large', ...here, at: '?zoom=200' },
  { name: 'planner-forced', ...here, more: { forcedColors: 'active' }, act: all(tick('Friday'), settled) },
  { name: 'planner-empty', ...here, at: '?bare' },
]
