// Journeys about plans and people: who gives a service, what an amendment changes, a move, whose rights; and a family
// of three children with four plans and three schools.
import { screens } from './steps.mjs'

const year = (id, name, first, last, closures = []) => ({
  id,
  name,
  first_day: first,
  last_day: last,
  closures: closures.map(([day, why]) => ({ id: day, start: day, end: day, name: why, kind: 'pd_day' })),
})

const line = (id, type, days, start, minutes, more = {}) => ({
  id,
  type,
  start: '2024-08-12',
  end: '2025-06-04',
  requirement: {
    unit: 'sessions',
    amount: days.split(',').length,
    minutes_per_session: minutes,
    period: 'week',
  },
  schedules: [
    { id: 's', rrule: `FREQ=WEEKLY;BYDAY=${days}`, from: '2024-08-12', start_time: start, minutes },
  ],
  ...more,
})

const plan = (id, child_id, kind, calendar_ids, services) => ({
  id,
  child_id,
  kind,
  start: '2024-08-12',
  end: '2025-06-04',
  calendar_ids,
  services,
})

const own = {
  schedules: [
    { id: 's', rrule: 'FREQ=WEEKLY;BYDAY=TH', from: '2024-08-12', minutes: 45, ignore_school_calendar: true },
  ],
}
const named = {
  page: '4',
  verbatim: 'Help with typing as needed.',
  requirement: undefined,
  group_size: 4,
  mode: 'group',
}

/** Ana has an IEP and private therapy, Ben goes to two schools, Cleo has a 504 plan that names no amount. */
const three = JSON.stringify({
  format: 'service-hours',
  version: 1,
  children: [
    { id: 'a', name: 'Ana', school: 'Oak Elementary', rights_holder: 'parent' },
    { id: 'b', name: 'Ben', school: 'Pine Middle' },
    { id: 'c', name: 'Cleo', rights_holder: 'student', rights_from: '2025-01-06' },
  ],
  calendars: [
    year('oak', 'Oak Elementary', '2024-08-12', '2025-06-04', [['2025-03-18', 'Staff day']]),
    year('pine', 'Pine Middle', '2025-01-06', '2025-06-04', [['2025-03-19', 'Staff day']]),
  ],
  plans: [
    plan(
      'a1',
      'a',
      'IEP',
      ['oak'],
      [
        line('a-sp', 'speech', 'TU,TH', '10:00', 30, { agency: 'Oak district', page: '9' }),
        line('a-co', 'speech', 'MO', '15:00', 15, { agency: 'Oak district', mode: 'consult' }),
      ],
    ),
    plan('a2', 'a', 'private', ['oak'], [line('a-own', 'speech', 'TH', '16:00', 45, own)]),
    plan('b1', 'b', 'IEP', ['pine', 'oak'], [line('b-ot', 'OT', 'WE', '13:00', 30)]),
    plan('c1', 'c', '504', ['oak'], [line('c-ot', 'OT', 'WE', '14:00', 20, named)]),
  ],
  contacts: [{ id: 'k', name: 'Kim', roles: [{ role: 'provider', series_id: 'a-sp', from: '2024-08-12' }] }],
})

const among = (me, name) => me.page.locator('main').getByRole('group', { name }).first()

export const people = [
  {
    name: 'people: one left and another came',
    args: ['--sample'],
    async run(me) {
      await me.click('link', 'Child & services')
      await me.click('link', 'People')
      await me.click('button', /Luis.*left:.*Nora/)
      await me.fill('Last day', '2/28/2025')
      await me.choose('Who came next?', 'Somebody new')
      await me.fill('Name of who came', 'Ana Reyes')
      await me.fill('First day', '3/12/2025')
      await me.click('button', 'Save')
      await me.reads('Changed a person and added a person')
      me.within(8, 'one left and another came')
      await me.click('link', 'Child & services')
      await me.reads(
        /Luis Ortega until Fri Feb 28, 2025 · nobody written down until Tue Mar 11, 2025 · Ana Reyes since/,
      )
      await me.click('link', 'Today')
      await me.reads('Ana Reyes')
      await me.click('button', 'Undo')
      await me.page.getByText('Ana Reyes').waitFor({ state: 'detached' })
    },
  },
  {
    name: 'people: the plan changed',
    args: ['--sample'],
    async run(me) {
      await me.click('link', 'Child & services')
      await me.click('button', /^The plan changed: .?OT/)
      await me.fill('From which day?', '3/17/2025')
      await me.fill('Page of the change', '5')
      await me.fill('How many sessions', '2')
      await me.tick('Monday', among(me, 'The plan changed'))
      await me.click('button', 'Save')
      await me.reads('Changed a service and added a service')
      me.within(7, 'the plan changed')
      await me.reads('2 × 30 min a week')
      await me.click('button', /Until Sun Mar 16, 2025/)
      await me.reads(/^1 session of 30 minutes a week, on Wednesday/)
      me.within(1, 'from a version to its words')
    },
  },
  {
    name: 'people: moved to another agency',
    args: ['--sample'],
    async run(me) {
      await me.click('link', 'Child & services')
      await me.click('button', 'Moved to another school or agency…')
      await me.fill('New agency or district', 'Oak district')
      await me.fill('First day there', '3/10/2025')
      await me.click('button', 'Save')
      await me.reads('Wrote down the move')
      me.within(5, 'moved to another agency')
      await me.click('link', 'Minutes owed')
      await me.reads(/Oak district · Houston ISD · Mon Mar 10, 2025 to Wed Jun 4, 2025/)
      await me.reads(/ended on Sun Mar 9, 2025. What was left, 313 minutes, stays on it/)
    },
  },
  {
    name: 'people: who holds the rights',
    args: ['--sample'],
    async run(me) {
      await me.click('link', 'Child & services')
      await me.click('button', /^Change: .?Nora/)
      await me.choose('Who holds the educational rights?', 'A guardian')
      await me.click('button', 'Save')
      await me.reads('Educational rights: A guardian')
      me.within(4, 'who holds the rights')
    },
  },
  {
    name: 'people: three children, four plans, two schools',
    file: three,
    args: ['--today', '2025-03-20'],
    async run(me, visit) {
      await me.click('button', 'Open a record file…')
      await me.fill('Who brings it in?', 'Mom')
      await me.click('button', 'Choose the file…')
      await me.page.getByRole('navigation').waitFor()
      await me.page.goto(`${new URL(me.page.url()).origin}/#/owed`)
      for (const title of ['Speech (IEP)', 'Speech, consultation', 'Speech (Private therapy)'])
        await me.reads(title)
      for (const screen of [...screens, 'people', 'rule', 'family/years'])
        for (const width of [1280, 320])
          await visit(`three-${screen.replaceAll('/', '-')}-${width}`, screen, { width, height: 800 })
    },
  },
]
