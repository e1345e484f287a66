/** Made-up answers about the first steps of a child. */
import type { BeginView, ChildView, OutlookView, YearView } from '../lib/views/family'

const outlook: OutlookView = {
  id: 'sp',
  title: 'Speech',
  sentence: '2 sessions of 30 minutes a week, on Tuesday and Thursday at 10:00 am',
  planned: '77 sessions, 2,310 minutes',
  promised: '2,340 minutes',
  lost: '5 sessions',
  first: 'Tue Aug 13, 2024',
  last: 'Tue Jun 3, 2025',
  late: true,
}

export const beginView = (change: Partial<BeginView> = {}): BeginView => ({
  at: 'child',
  before: false,
  steps: [
    { id: 'child', done: false, sum: '' },
    { id: 'kind', done: false, sum: '' },
    { id: 'services', done: false, sum: '' },
    { id: 'calendar', done: false, sum: '' },
    { id: 'understood', done: false, sum: '' },
  ],
  services: [],
  rests: [],
  ...change,
})

/** The steps of a child, with one of them open. */
export function stepsOf(child: ChildView, years: readonly YearView[], at: string): BeginView {
  const services = child.plans.flatMap((plan) => plan.services)
  const sums = new Map([
    ['child', years.length > 0 ? child.form.name : ''],
    ['kind', child.plans.map((plan) => plan.text).join('; ')],
    ['services', services.map((each) => each.form.type).join(', ')],
    ['calendar', years.some((year) => year.closures.length > 0) ? (years[0]?.text ?? '') : ''],
  ])
  const { steps } = beginView()
  return beginView({
    at,
    steps: steps.map(({ id }) => ({ id, done: Boolean(sums.get(id)), sum: sums.get(id) ?? '' })),
    services: services.length > 0 ? [outlook] : [],
    rests: years.some((year) => year.closures.length > 0)
      ? []
      : ['No day without school is written down yet, so nothing is taken away. The real number is lower.'],
  })
}
