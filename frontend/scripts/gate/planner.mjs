// The planner: what is opened on it for the looks, and its journeys.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { clicks } from './steps.mjs'

const counted = (page, text) => page.getByText(text).first().waitFor()

/** A set that stands at the time of another service, opened. */
export async function busyWeek(page) {
  await page.getByLabel('Starts at').fill('13:00')
  await counted(page, '1 at the same time')
  await page.getByRole('button', { name: 'Monday, Wednesday and Thursday', exact: true }).click()
  await counted(page, 'What takes them')
}

/** No weekday is left. */
export async function everyDayForbidden(page) {
  await clicks('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday')(page)
  await counted(page, 'No days fit this wish')
}

/** A family with a school year, a guess of the next, and speech twice a week. */
const family = JSON.stringify({
  format: 'service-hours',
  version: 1,
  children: [{ id: 'mia', name: 'Mia' }],
  calendars: [
    {
      id: 'elm-26',
      name: 'Elm School',
      school_year: '2026-27',
      first_day: '2026-08-31',
      last_day: '2027-06-11',
      school_weekdays: ['MO', 'TU', 'WE', 'TH', 'FR'],
      closures: [
        { start: '2026-09-07', end: '2026-09-07', name: 'Labor Day', kind: 'holiday' },
        { start: '2026-10-13', end: '2026-10-13', name: 'Staff day', kind: 'pd_day' },
        { start: '2026-11-26', end: '2026-11-27', name: 'Thanksgiving', kind: 'break' },
        { start: '2027-02-15', end: '2027-02-15', name: 'Presidents’ Day', kind: 'holiday' },
      ],
    },
    {
      id: 'elm-27',
      name: 'Elm School',
      school_year: '2027-28',
      first_day: '2027-08-30',
      last_day: '2028-06-09',
      school_weekdays: ['MO', 'TU', 'WE', 'TH', 'FR'],
      guess: true,
      guessed_from: 'elm-26',
      closures: [
        { start: '2027-09-06', end: '2027-09-06', name: 'Labor Day', kind: 'holiday' },
        { start: '2027-11-25', end: '2027-11-26', name: 'Thanksgiving', kind: 'break' },
        { start: '2028-02-21', end: '2028-02-21', name: 'Presidents’ Day', kind: 'holiday' },
      ],
    },
  ],
  plans: [
    {
      id: 'mia-iep',
      child_id: 'mia',
      kind: 'IEP',
      start: '2026-08-31',
      end: '2027-06-11',
      calendar_ids: ['elm-26'],
      services: [
        {
          id: 'sp',
          type: 'speech',
          start: '2026-08-31',
          end: '2027-06-11',
          requirement: { unit: 'sessions', amount: 2, minutes_per_session: 30, period: 'week' },
          schedules: [
            {
              id: 'mon-wed',
              rrule: 'FREQ=WEEKLY;BYDAY=MO,WE',
              from: '2026-08-31',
              start_time: '10:00',
              minutes: 30,
            },
          ],
        },
      ],
    },
  ],
  sessions: [],
})

export const planning = [
  {
    name: 'which days to ask for, over two years',
    file: family,
    args: ['--today', '2026-09-03'],
    async run(me, _visit, home) {
      await me.click('button', 'Open a record file…')
      await me.fill('Who brings it in?', 'Mom')
      await me.click('button', 'Choose the file…')
      await me.page.getByRole('navigation').waitFor()
      me.actions = 0
      await me.click('link', 'Day planner')
      await me.reads('On your days now, Monday and Wednesday, it is 2')
      await me.tick('2027-28')
      await me.reads('A guess, moved on from 2026-27.')
      await me.tick('Thursday')
      await me.reads('Fewest are lost on Tuesday and Wednesday: 1 of 164 sessions.')
      await me.click('button', 'Tuesday and Wednesday')
      await me.reads('Elm School, 2027-28, a guess: 0 lost')
      me.within(4, 'which days to ask for, without Thursday')
      await me.click('button', 'Save as PDF…')
      await me.reads('Saved weekdays.pdf')
      me.within(1, 'one page to print')
      const pdf = join(home.data, 'saved', 'weekdays.pdf')
      if (readFileSync(pdf).subarray(0, 5).toString() !== '%PDF-') throw new Error('what was saved is no PDF')
      const text = printed(pdf)
      if (text && !text.includes('on Tuesday and Wednesday')) throw new Error(`the page says ${text}`)
      await me.click('button', 'Copy the words')
      await me.reads('Copied the words to propose')
      me.within(1, 'a clause to propose')
      const clause = readFileSync(join(home.data, 'copied.txt'), 'utf8')
      if (!clause.includes('Tuesday and Wednesday')) throw new Error(`what was copied is ${clause}`)
    },
  },
  {
    name: 'days are shown on the calendar, and back',
    args: ['--sample'],
    async run(me) {
      await me.click('link', 'Day planner')
      await me.tick('Tuesday')
      await me.reads('Fewest are lost on Wednesday, Thursday and Friday')
      await me.click('button', 'Show Wednesday, Thursday and Friday on the calendar')
      await me.reads('Shown: Wednesday, Thursday and Friday, as a try. Nothing is changed.')
      await me.page.getByRole('button', { name: /^Friday, March 14\..*A session lost, as a try/ }).waitFor()
      me.within(3, 'showing days on the calendar')
      await me.click('button', 'Back to the planner')
      await me.reads('Fewest are lost on Wednesday, Thursday and Friday')
      me.within(1, 'back to the planner, with the wish as it was')
      await me.page.goBack()
      await me.click('button', 'Stop showing')
      await me.page.getByText(/^Shown:/).waitFor({ state: 'detached' })
      await me.page.getByRole('button', { name: /^Thursday, March 20\. .*Planned/ }).waitFor()
    },
  },
]

/** What a PDF says, where there is a program to read it. */
function printed(pdf) {
  try {
    return execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' }).replaceAll(/\s+/g, ' ')
  } catch (error) {
    if (error.code === 'ENOENT') return ''
    throw error
  }
}
