// Every screen of the sample family, in every look that the page promises: nothing for axe to find, nothing wider
// than the window, and a picture for people.
import { click, clicks, screens } from './steps.mjs'

const looks = [
  { name: '', width: 1280, height: 800 },
  { name: 'dark', width: 1280, height: 800, scheme: 'dark' },
  { name: 'large', width: 1280, height: 800, zoom: 200 },
  { name: 'large-dark', width: 1280, height: 800, zoom: 200, scheme: 'dark' },
  { name: 'narrow', width: 320, height: 800 },
  { name: 'narrow-dark', width: 320, height: 800, scheme: 'dark' },
]

/** Beside the screens as they open: what a click opens on them. */
const opened = [
  ['today-missed', 'today', click('Missed…')],
  ['calendar-month', 'calendar', click('Month')],
  ['calendar-week', 'calendar', click('Week')],
  ['log-not-filled-in', 'log', click('Not filled in')],
  ['log-make-up', 'log', click('Add a make-up')],
  ['owed-line', 'owed', clicks('413 min', 'Therapist was out')],
]

export const looked = {
  name: 'every screen in every look',
  args: ['--sample'],
  async run(visit) {
    const places = [...screens.map((name) => [name, name]), ...opened]
    for (const look of looks) {
      for (const [name, screen, act] of places)
        await visit([name, look.name].filter(Boolean).join('-'), screen, look, act)
    }
  },
}
