// Notes, promises and days sent away: what is opened on them for the looks, and their journeys.
import { clicks } from './steps.mjs'

const away = (start, end, kind, more = {}) => ({
  id: `${start}-${kind}`,
  child_id: 'mia',
  start,
  end,
  kind,
  ...more,
})

/** A family ten days before its winter break: a note, promises of every sort, eleven days of removal and some apart. */
const family = JSON.stringify({
  format: 'service-hours',
  version: 1,
  children: [{ id: 'mia', name: 'Mia' }],
  calendars: [
    {
      id: 'elm',
      name: 'Elm School',
      first_day: '2026-08-31',
      last_day: '2027-06-11',
      closures: [
        { id: 'thanks', start: '2026-11-23', end: '2026-11-27', name: 'Thanksgiving break', kind: 'break' },
        { id: 'winter', start: '2026-12-21', end: '2027-01-01', name: 'Winter break', kind: 'break' },
      ],
    },
  ],
  plans: [
    {
      id: 'iep',
      child_id: 'mia',
      kind: 'IEP',
      start: '2026-08-31',
      end: '2027-06-11',
      calendar_ids: ['elm'],
      services: [
        {
          id: 'sp',
          type: 'speech',
          start: '2026-08-31',
          end: '2027-06-11',
          requirement: { unit: 'sessions', amount: 2, minutes_per_session: 30, period: 'week' },
          schedules: [{ id: 's', rrule: 'FREQ=WEEKLY;BYDAY=MO,TH', from: '2026-08-31', minutes: 30 }],
        },
      ],
    },
  ],
  notes: [
    {
      id: 'before',
      child_id: 'mia',
      date: '2026-11-19',
      series_id: 'sp',
      kind: 'progress',
      text: 'Asks for help by herself.',
    },
    {
      id: 'far',
      child_id: 'mia',
      date: '2026-10-07',
      approximate: true,
      kind: 'effect',
      text: 'Shy with the new helper.',
      said_by: 'Ms. Lane',
    },
  ],
  promises: [
    {
      id: 'late',
      child_id: 'mia',
      date: '2026-11-02',
      due: '2026-12-01',
      by: 'Ms. Lane',
      text: 'A copy of the log.',
    },
    {
      id: 'done',
      child_id: 'mia',
      date: '2026-09-14',
      kept: 'yes',
      kept_on: '2026-09-18',
      text: 'A seat in front.',
    },
    { id: 'open', child_id: 'mia', date: '2026-09-21', text: 'To try pictures.' },
  ],
  removals: [
    away('2026-09-14', '2026-09-18', 'out_of_school', { note: 'The letter came on Friday.' }),
    away('2026-10-05', '2026-10-08', 'out_of_school'),
    away('2026-11-30', '2026-12-01', 'sent_home'),
    away('2026-12-02', '2026-12-02', 'sent_home', { part_day: true }),
    away('2026-12-03', '2026-12-04', 'in_school'),
    away('2026-12-07', '2026-12-07', 'bus'),
  ],
})

const long = 'word '.repeat(1999) + 'end'

async function bringIn(me) {
  await me.click('button', 'Open a record file…')
  await me.fill('Who brings it in?', 'Mom')
  await me.click('button', 'Choose the file…')
  await me.page.getByRole('navigation').waitFor()
  me.actions = 0
}

/** What a click opens on the screen. */
export const openedNotes = [
  ['notes-note', 'notes', clicks('Add a note')],
  ['notes-promise', 'notes', clicks('Add a promise')],
  ['notes-away', 'notes', clicks('Add days sent away')],
]

export const notes = [
  {
    name: 'a promise is answered on Today',
    args: ['--sample'],
    async run(me) {
      await me.reads('Due Fri Mar 28, 2025:')
      await me.click('button', 'Not kept')
      await me.reads('Changed a promise')
      me.within(1, 'a promise was not kept')
      await me.click('button', 'Undo')
      await me.reads('Due Fri Mar 28, 2025:')
    },
  },
  {
    name: 'a note by keyboard, with a day that is about right',
    args: ['--sample'],
    async run(me) {
      await me.click('link', 'Notes & promises')
      await me.page.getByRole('button', { name: 'Add a note' }).focus()
      await me.press('Enter')
      await me.page.locator('textarea:focus').waitFor()
      await me.page.keyboard.type('Reads the names of her cousins.')
      me.actions++
      await me.press('Tab')
      await me.page.keyboard.press('Control+A')
      await me.page.keyboard.type('Jan 7, 2025')
      me.actions++
      await me.press('Tab')
      await me.press('Space')
      await me.press('Control+Enter')
      await me.reads('Added a note')
      me.within(8, 'a note')
      await me.reads('about Tue Jan 7, 2025')
      await me.reads('Reads the names of her cousins.')
      await me.page.locator('[data-home=note]:focus').waitFor()
    },
  },
  {
    name: 'before the winter break',
    file: family,
    args: ['--today', '2026-12-11'],
    async run(me, visit) {
      await bringIn(me)
      await me.click('link', 'Today')
      await me.reads('School is back since Mon Nov 30, 2026.')
      await me.click('button', 'Not this time')
      await me.reads('Winter break begins in 10 days. What can Mia do now?')
      me.within(2, 'one line at a time')
      await me.click('button', 'Write it down')
      await me.page.locator('textarea:focus').waitFor()
      await me.fill('What did you see', 'Tells what she did at school.')
      await me.click('button', 'Save')
      await me.reads('Added a note')
      me.within(3, 'what was before the break')
      await me.click('link', 'Today')
      await me.reads('Was due Tue Dec 1, 2026:')
      if (await me.page.getByText('Winter break begins in').count()) throw new Error('it is asked once more')
      const looks = { wide: { width: 1280, height: 800 }, narrow: { width: 320, height: 800 } }
      for (const [name, look] of Object.entries(looks)) {
        await visit(`notes-full-${name}`, 'notes', look)
        await visit(
          `notes-full-${name}-open`,
          'notes',
          look,
          clicks('Each day and its reason', 'Planned in these'),
        )
        await visit(`today-full-${name}`, 'today', look)
      }
      await visit('notes-full-dark', 'notes', { ...looks.wide, scheme: 'dark' })
      await visit('notes-full-large', 'notes', { ...looks.wide, zoom: 200 })
    },
  },
  {
    name: 'the eleventh day, and the sessions that stood in those days',
    file: family,
    args: ['--today', '2026-12-11'],
    async run(me) {
      await bringIn(me)
      await me.click('link', 'Notes & promises')
      await me.reads('11 school days so far')
      await me.reads('Day 11 is Tue Dec 1, 2026.')
      await me.reads('From the 11th day of removal in a school year, services must continue.')
      me.within(1, 'the count of the year')
      const last = me.page.getByRole('listitem').filter({ hasText: 'The letter came on Friday.' })
      await last.getByText('Planned in these days').click()
      me.actions++
      await me.click('button', 'Write down as not given', last)
      await me.reads('Marked 2 sessions missed')
      me.within(2, 'the sessions of a week away')
      await me.page.locator(':focus').waitFor()
    },
  },
  {
    name: 'a note of ten thousand letters is text',
    args: ['--sample'],
    async run(me) {
      await me.click('link', 'Notes & promises')
      await me.click('button', 'Add a note')
      await me.fill('What did you see', `${long}x`)
      await me.page.getByRole('textbox', { name: 'Day' }).fill('1/15/2025')
      await me.click('button', 'Save')
      await me.reads('Added a note')
      await me.click('button', 'Show all')
      await me.reads('endx')
    },
  },
  {
    name: 'a note that was left is there again',
    args: ['--sample'],
    async run(me) {
      await me.click('link', 'Notes & promises')
      await me.click('button', 'Add a note')
      await me.fill('What did you see', 'Half a')
      await me.press('Escape')
      await me.page.locator('[data-home=note]:focus').waitFor()
      await me.press('Enter')
      await me.reads('This is what you typed before.')
      await me.click('button', 'Save', me.page.getByRole('dialog'))
      await me.reads('Added a note')
      await me.click('button', /^Correct: Thu Mar 20, 2025/)
      await me.click('button', 'Take it back')
      await me.reads('Struck a note')
      await me.page.locator('[data-home=note]:focus').waitFor()
    },
  },
]
