/**
 * The page without Go: made-up answers, in the mode `fixture` only. `?state=fresh`, `?state=rescue`, `?long` and
 * `?two` in the address choose what is looked at. A screen's answers stand in a file of its own here.
 */
import { asked } from './common'
import { calendar } from './calendar'
import { family } from './family'
import { find } from './find'
import { log } from './log'
import { owed } from './owed'
import { people } from './people'
import { papers } from './papers'
import { planner } from './planner'
import { rule } from './rule'
import { start } from './start'
import { today } from './today'
import { year } from './year'

const settings = {
  View: () =>
    Promise.resolve({
      zoom: Number(asked.get('zoom') ?? 100),
      theme: asked.get('theme') ?? 'system',
      keys: true,
    }),
  Save: (view: unknown) => Promise.resolve(view),
}

export function install(): void {
  window.go = {
    app: {
      Start: start,
      Settings: settings,
      Today: today,
      Calendar: calendar,
      Log: log,
      Owed: owed,
      Papers: papers,
      Planner: planner,
      Family: family,
      People: people,
      Rule: rule,
      Find: find,
      Year: year,
    } as unknown as NonNullable<typeof window.go>['app'],
  }
}
