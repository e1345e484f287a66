// The weekly check-in and the sheet for the backpack: its journeys, by keyboard, and what is opened for the looks.
import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { inTurn } from './steps.mjs'

const first = '2026-08-31'

/** A family with services once a week each, at 8:00, 9:00 and so on, on a Monday. */
const family = (names) =>
  JSON.stringify({
    format: 'service-hours',
    version: 1,
    children: [{ id: 'mia', name: names[0]?.length > 200 ? names[0] : 'Mia' }],
    calendars: [{ id: 'y', name: 'Elm School', first_day: first, last_day: '2027-06-11' }],
    plans: [
      {
        id: 'plan',
        child_id: 'mia',
        kind: 'IEP',
        start: first,
        end: '2027-06-11',
        calendar_ids: ['y'],
        services: names.map((type, at) => ({
          id: `s${at}`,
          type,
          start: first,
          end: '2027-06-11',
          schedules: [
            {
              id: 's',
              rrule: 'FREQ=WEEKLY;BYDAY=MO',
              from: first,
              start_time: `${String(8 + (at % 12)).padStart(2, '0')}:00`,
              minutes: 30,
            },
          ],
        })),
      },
    ],
  })

/** Waits until the keys are at a row. */
const atRow = (page, number) =>
  page.waitForFunction(
    (label) => document.activeElement?.getAttribute('aria-label')?.startsWith(label),
    `${number}. `,
  )

const types =
  (...keys) =>
  async (page) => {
    await page.locator('[data-row]:focus').waitFor()
    for (const key of keys) await page.keyboard.press(key)
  }
const fromTop = (...keys) => types('Home', ...keys)

/** The code of the only sheet that would be printed. */
const printed = async (page) =>
  (
    await page
      .getByText(/^Sheet \d/)
      .first()
      .textContent()
  ).replace('Sheet ', '')

/** For the looks: what is opened on the sample family. */
export const checkIns = [
  ['checkin', 'checkin'],
  ['checkin-missed', 'checkin', fromTop('h', 'm')],
  ['checkin-partly', 'checkin', fromTop('h', 'm', '1', 'p', '1', '0', 'Enter')],
  ['checkin-keys', 'checkin', (page) => page.getByText('All keys for this list').click()],
  ['checkin-print', 'checkin/print'],
  ['checkin-code', 'checkin/sheet/nonsense'],
  [
    'checkin-sheet',
    'checkin/print',
    async (page) => {
      const code = await printed(page)
      await page.goto(`${page.url().split('#')[0]}#/checkin/sheet/${code}`)
      await types('h', 'u')(page)
    },
  ],
  [
    'checkin-done',
    'checkin/fill/this_week',
    inTurn(types('Control+Enter'), async (page) => {
      await page.goto(`${page.url().split('#')[0]}#/checkin/fill/last_week`)
      await page.getByText('All filled in').waitFor()
    }),
  ],
].map(([name, screen, act]) => [name, screen, act ?? (() => undefined)])

/** A journey of a family that brings its record in, on a day. */
const at = (name, names, run) => ({
  name,
  file: family(names),
  args: ['--today', '2026-09-03'],
  async run(me, visit, home) {
    await me.click('button', 'Open a record file…')
    await me.fill('Who brings it in?', 'Mom')
    await me.click('button', 'Choose the file…')
    await me.page.getByRole('navigation').waitFor()
    await run(me, visit, home)
  },
})

export const checkingIn = [
  {
    name: 'check-in: six sessions by keyboard',
    args: ['--sample'],
    async run(me) {
      await me.tabTo('link', 'Check in: 6 sessions')
      await me.press('Enter')
      await atRow(me.page, 1)
      await me.press('h')
      await atRow(me.page, 2)
      await me.type('m', '1')
      await atRow(me.page, 3)
      await me.press('p')
      await me.page.locator('input:focus').waitFor()
      await me.type('1', '0', 'Enter')
      await atRow(me.page, 3)
      await me.press('6')
      await atRow(me.page, 4)
      await me.press('u')
      await atRow(me.page, 5)
      await me.press('h')
      await atRow(me.page, 6)
      await me.press('h')
      await me.page.locator('button:focus').filter({ hasText: 'Write it down' }).waitFor()
      const sum = '3 happened, 1 partly (10 minutes), 1 not sure, 1 missed: therapist was out'
      await me.reads(sum)
      await me.press('Enter')
      await me.reads(`Written down: ${sum}`)
      await me.reads('All filled in')
      me.estimated(60, 'six sessions by keyboard')
      await me.press('Control+z')
      await atRow(me.page, 1)
      await me.reads('Undone: filled in 6 sessions')
    },
  },
  {
    name: 'check-in: three weeks are caught up',
    args: ['--sample'],
    async run(me) {
      await me.click('link', /^Check in/)
      await me.click('button', 'All 6 happened')
      await me.reads('6 happened')
      await me.click('button', 'Write it down')
      await me.reads('Written down: 6 happened')
      me.within(4, 'catching up three weeks in the check-in')
    },
  },
  {
    name: 'check-in: what is typed outlives the page',
    args: ['--sample'],
    async run(me) {
      await me.click('link', /^Check in/)
      await atRow(me.page, 1)
      await me.type('h', 'm', '2', 'h', 'Backspace')
      await me.reads('1 happened, 1 missed: child was out')
      await me.click('link', 'Session log')
      await me.reads('Every planned session up to today')
      await me.page.reload()
      await me.click('link', 'Today')
      await me.click('link', /^Check in/)
      await me.reads('1 happened, 1 missed: child was out')
      await me.reads('2 of 6')
    },
  },
  at(
    'check-in: a sheet goes out and comes back',
    ['speech', 'OT', 'PT', 'reading', 'math', 'counseling'],
    async (me, _visit, home) => {
      await me.page.goto(`${new URL(me.page.url()).origin}/#/checkin/print`)
      await me.reads('rows 1 to 6')
      const code = await printed(me.page)
      me.actions = 0
      await me.click('button', 'Save as PDF…')
      await me.reads(/^Saved sessions-2026-08-31.pdf/)
      me.within(1, 'a sheet for the backpack')
      const text = paper(join(home.data, 'saved'))
      for (const want of [code, 'Therapist was out', 'Mon Aug 31 8:00 am Speech, 30 min'])
        if (text && !text.includes(want)) throw new Error(`${want} is not on the page: ${text}`)
      await me.tick('From a sheet')
      await me.page.getByLabel('Code of the sheet').focus()
      me.acts = []
      await me.copy(code)
      await me.press('Enter')
      await atRow(me.page, 1)
      await me.type('h', 'h', 'm', '2')
      await atRow(me.page, 4)
      await me.type('h', 'h', 'h')
      await me.page.locator('button:focus').filter({ hasText: 'Write it down' }).waitFor()
      await me.press('Enter')
      await me.reads('Written down: 5 happened, 1 missed: child was out')
      me.estimated(20, 'a sheet of six rows typed in, with its code')
      await me.reads('Written before: Missed: child was out')
    },
  ),
  at(
    'check-in: one row, twelve, long names',
    ['a therapy with a long name '.repeat(12), ...Array(11).fill('OT')],
    async (me, visit) => {
      for (const [name, look] of [
        ['', { width: 1280, height: 800 }],
        ['-narrow', { width: 320, height: 800 }],
        ['-large', { width: 1280, height: 800, zoom: 200 }],
      ])
        await visit(`checkin-twelve${name}`, 'checkin', look, fromTop('m', '1', 'p', '5', 'Enter'))
    },
  ),
  at('check-in: one row', ['speech'], async (me, visit) => {
    await visit('checkin-one', 'checkin', { width: 1280, height: 800 })
    await me.click('link', 'Check in: 1 session')
    await atRow(me.page, 1)
    await me.type('h', 'Enter')
    await me.reads('All filled in')
  }),
  at('check-in: nothing is planned', [], async (me, visit) => {
    for (const part of ['fill', 'sheet', 'print'])
      await visit(`checkin-bare-${part}`, `checkin/${part}`, { width: 1280, height: 800 })
    await me.page.goto(`${new URL(me.page.url()).origin}/#/checkin`)
    await me.reads('Add what the plan promises')
  }),
]

/** What the one PDF in a folder says, where there is a program to read it. */
function paper(folder) {
  const [file] = readdirSync(folder)
  try {
    return execFileSync('pdftotext', ['-layout', join(folder, file), '-'], { encoding: 'utf8' }).replaceAll(
      /\s+/g,
      ' ',
    )
  } catch (error) {
    if (error.code === 'ENOENT') return ''
    throw error
  }
}
