// What is looked at: a name, what is asked of the made-up answers (at), where (hash), what is done first (act).
import { all, click } from './act.mjs'

const children = { hash: '#/family' }
const years = { hash: '#/family/years' }
const step = (name) => ({ hash: '#/begin', at: `?bare&step=${name}` })
const choose = (name) => (page) => page.getByRole('radio', { name, exact: true }).check()
const speech = click(/^Change: .*Speech.*3 sessions/)
const looks = (name, view) => [
  { name, ...view },
  { name: `${name}-dark`, scheme: 'dark', ...view },
  { name: `${name}-narrow`, width: 320, ...view },
  { name: `${name}-large`, ...view, at: (view.at ?? '?') + '&zoom=200' },
]

export const views = [
  ...looks('family', children),
  { name: 'family-long', ...children, at: '?long&two' },
  { name: 'family-forced', ...children, more: { forcedColors: 'active' } },
  ...looks('family-years', years),
  { name: 'family-years-long', ...years, at: '?long' },
  { name: 'family-years-none', hash: '#/family/years', at: '?bare' },
  { name: 'family-closure', ...years, act: click(/^Change: .*Thanksgiving/) },
  { name: 'family-closure-refused', ...years, act: click('Add') },
  ...looks('begin', step('child')),
  { name: 'begin-kind', ...step('kind'), act: choose('IEP') },
  { name: 'begin-calendar', ...step('calendar') },
  { name: 'begin-understood', ...step('understood') },
  { name: 'family-dates', hash: '#/family/dates', act: click('Add a request') },
  ...looks('family-service', { ...children, act: speech }),
  { name: 'family-service-asks', ...children, act: all(speech, click('Save')) },
  { name: 'family-service-other', ...children, act: click(/^Change: .*handwriting/) },
  {
    name: 'family-service-refused',
    ...children,
    act: all(click('Add a service'), choose('Speech'), click('Save')),
  },
  {
    name: 'family-service-minutes',
    ...children,
    act: all(click('Add a service'), choose('Another kind'), choose('Minutes in all'), (page) =>
      page.getByRole('checkbox', { name: 'Friday' }).check(),
    ),
  },
  {
    name: 'family-answers',
    ...children,
    act: all(click(/^Change: .*504 plan/), (page) =>
      page.getByLabel('Whose answers count?').selectOption('default-conservative'),
    ),
  },
  { name: 'family-remove-refused', ...children, act: click(/^Remove: .*IEP/) },
  { name: 'family-service-long', ...children, at: '?long&two', act: click(/^Change: .*3 sessions/) },
]
