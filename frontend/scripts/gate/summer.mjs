// Summer, carry-over and what is said early: what is opened on them for the looks, and their journeys.
import { clicks, named, nothing } from './steps.mjs'

const row = (service, date, kind, status, minutes, more = {}) => ({
  id: `${service}-${date}-${kind}`,
  service_id: service,
  date,
  kind,
  status,
  minutes,
  ...more,
})
const out = (date) => row('sp', date, 'regular', 'missed', 0, { reason: 'provider_absent' })
const service = (id, start, end, time) => ({
  id,
  type: 'speech',
  start,
  end,
  requirement: { unit: 'sessions', amount: 1, minutes_per_session: 30, period: 'week' },
  schedules: [{ id: 's', rrule: 'FREQ=WEEKLY;BYDAY=TU', from: start, start_time: time, minutes: 30 }],
})

/** Four sessions were missed in the spring; 60 of their minutes were agreed for July, 60 for the next school year. */
const family = (kind) =>
  JSON.stringify({
    format: 'service-hours',
    version: 1,
    children: [{ id: 'mia', name: 'Mia' }],
    calendars: [
      { id: 'y1', school_year: '2026-27', first_day: '2026-08-26', last_day: '2027-06-11' },
      { id: 'y2', school_year: '2027-28', first_day: '2027-08-25', last_day: '2028-06-09' },
      { id: 'july', name: 'Summer program', first_day: '2027-06-21', last_day: '2027-07-15' },
    ],
    plans: [
      {
        id: 'plan',
        child_id: 'mia',
        kind,
        calendar_ids: ['y1', 'y2'],
        services: [service('sp', '2027-05-04', '2028-06-09', '10:00')],
      },
      {
        id: 'own',
        child_id: 'mia',
        kind,
        calendar_ids: ['july'],
        services: [service('own-sp', '2027-06-21', '2027-07-15', '09:00')],
      },
    ],
    sessions: [
      ...['2027-05-04', '2027-05-11', '2027-05-18', '2027-05-25'].map(out),
      row('own-sp', '2027-06-22', 'regular', 'delivered', 30),
      row('sp', '2027-06-29', 'makeup', 'delivered', 30),
      row('sp', '2027-07-08', 'makeup', 'delivered', 60),
    ],
    esy: [
      {
        id: 'w',
        child_id: 'mia',
        start: '2027-06-21',
        end: '2027-07-15',
        makeup_capacity: { sp: 60 },
        plan_id: 'own',
      },
    ],
    carryovers: [
      {
        id: 'o',
        child_id: 'mia',
        series_id: 'sp',
        date: '2027-06-11',
        to_summer: 60,
        to_next_year: 60,
        agreed_on: '2027-06-10',
        agreed_by: 'Ms. Ito',
      },
    ],
  })

async function bringIn(me) {
  await me.click('button', 'Open a record file…')
  await me.fill('Who brings it in?', 'Mom')
  await me.click('button', 'Choose the file…')
  await me.page.getByRole('navigation').waitFor()
  me.actions = 0
}

/** What a click opens on the screens. */
export const openedSummer = [
  ['summer', 'summer', nothing],
  ['summer-days', 'summer', clicks('240 min')],
  ['summer-page', 'summer', clicks('Page to sign…')],
  ['summer-agree', 'summer', clicks('Write down what was agreed…', 'Some of it is from before this record')],
  ['summer-add', 'summer', named(/^Add a summer program/)],
  ['early', 'early', nothing],
]

export const summers = [
  {
    name: 'the page to sign, seen before it is saved',
    args: ['--sample'],
    async run(me) {
      await me.click('link', 'Minutes owed')
      await me.click('button', 'Summer and carry-over')
      await me.reads('They add up: 100 + 240 + 60 + 13 = 413.')
      me.within(2, 'where the minutes go')
      await me.click('button', '240 min')
      await me.page.getByRole('list', { name: 'Fit before the last day of school' }).waitFor()
      me.within(1, 'a number and its dates')
      await me.click('button', 'Page to sign…')
      await me.reads('Make-up minutes at the end of the year')
      me.within(1, 'the page to sign')
      await me.press('Escape')
      await me.page.locator('[data-home=agree] button:focus').waitFor()
    },
  },
  {
    name: 'what was agreed is written down and taken back',
    args: ['--sample'],
    async run(me) {
      await me.page.goto(me.page.url().replace(/#.*$/, '') + '#/summer')
      await me.click('button', 'Write down what was agreed…')
      await me.fill('With whom', 'Ms. Rivera')
      await me.click('button', 'Save')
      await me.reads('Agreed on Thu Mar 20, 2025 with Ms. Rivera')
      me.within(3, 'what was agreed')
      await me.reads('Speech: 60 minutes to the summer, 13 minutes to the next school year')
      await me.click('button', /^Undo/)
      await me.page.getByText('with Ms. Rivera').first().waitFor({ state: 'detached' })
    },
  },
  {
    name: 'the next school year opens with what was agreed',
    file: family('IEP'),
    args: ['--today', '2027-09-01'],
    async run(me, visit) {
      await bringIn(me)
      await me.click('link', 'Minutes owed')
      await me.reads('30 minutes were carried on into the school year that began on Wed Aug 25, 2027.')
      me.within(1, 'what the year opens with')
      await me.click('link', 'See the statement')
      await me.reads(
        'agreed on Thu Jun 10, 2027: 60 minutes to the summer, 60 minutes to the next school year.',
      )
      me.within(1, 'from the line to the statement')
      await me.press('Escape')
      await me.reads('More make-up minutes of Speech were given than were set aside: 30 minutes more.')
      await me.reads("the summer program's own session of that day is not")
      const looks = { wide: { width: 1280, height: 800 }, narrow: { width: 320, height: 800 } }
      for (const [name, look] of Object.entries(looks)) {
        await visit(`summer-full-${name}`, 'summer', look)
        await visit(`owed-opening-${name}`, 'owed', look)
      }
      await visit('summer-full-dark', 'summer', { ...looks.wide, scheme: 'dark' })
      await visit('summer-full-large', 'summer', { ...looks.wide, zoom: 200 })
    },
  },
  {
    name: 'a 504 plan hears nothing of an IEP in summer',
    file: family('504'),
    args: ['--today', '2027-07-10'],
    async run(me) {
      await bringIn(me)
      await me.page.goto(me.page.url().replace(/#.*$/, '') + '#/summer')
      await me.reads('Set aside for make-up')
      const said = await me.page.locator('main').innerText()
      if (/\b(IEP|ESY)\b/.test(said)) throw new Error(`it says ${said.match(/.*\b(IEP|ESY)\b.*/)[0]}`)
    },
  },
  {
    name: 'what is said early is turned off, and the numbers stay',
    args: ['--sample'],
    async run(me) {
      await me.click('link', 'When you are told this')
      await me.reads('73 minutes to make up no longer fit before the last day')
      await me.page.getByText('Tell me').nth(3).click()
      me.actions++
      await me.reads('Nothing, since it is off.')
      await me.click('button', 'Save')
      await me.reads(/Changed a child/)
      me.within(3, 'one thing turned off')
      await me.click('link', 'Today')
      await me.reads('Where the minutes stand')
      if (await me.page.getByText('no longer fit before').count()) throw new Error('Today says it still')
    },
  },
]
