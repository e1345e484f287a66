// What is looked at: a name, what is asked of the made-up answers (at), where (hash), what is done first (act).
import { all, click } from './act.mjs'

const children = { hash: '#/family' }
const years = { hash: '#/family/years' }
const fresh = { hash: '#/family', at: '?bare' }
const fill = (label, text) => (page) => page.getByLabel(label).fill(text)
const choose = (name) => (page) => page.getByRole('radio', { name, exact: true }).check()
const speech = click(/^Change: .*Speech.*3 sessions/)
const toPlan = all(
  fill('First day of school', '2024-08-12'),
  fill('Last day of school', '2025-06-04'),
  click('Save and go on'),
)
const toService = all(toPlan, click('Save and go on'))
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
  ...looks('family-step-year', fresh),
  { name: 'family-step-plan', ...fresh, act: toPlan },
  ...looks('family-step-service', { ...fresh, act: toService }),
  { name: 'family-step-later', ...fresh, act: click('Do this later') },
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
