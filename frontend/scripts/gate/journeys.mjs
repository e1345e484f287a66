// The journeys that these screens serve, each within its budget of actions: a click, a field filled in, a choice,
// a key.
import { beginnings } from './begin.mjs'
import { charts } from './charts.mjs'
import { checkingIn } from './checkin.mjs'
import { copying } from './copies.mjs'
import { feed, later, nasty, spring } from './feeds.mjs'
import { proving } from './proof.mjs'
import { finding } from './find.mjs'
import { names, hostile } from './hostile.mjs'
import { people } from './people.mjs'
import { locking } from './lock.mjs'
import { makingUp } from './makeup.mjs'
import { keeping } from './papers.mjs'
import { notes } from './notes.mjs'
import { summers } from './summer.mjs'
import { journeys as past } from './history.mjs'
import { planning } from './planner.mjs'
import { rhythms } from './rhythms.mjs'
import { ruling } from './rule.mjs'
import { screens } from './steps.mjs'

/** A printed calendar: name, kind when it changes, first and last day. 25 closed weekdays. */
const paper = [
  ['Labor Day', '', '2026-09-07', '2026-09-07'],
  ['Columbus Day', '', '2026-10-12', '2026-10-12'],
  ['Veterans Day', '', '2026-11-11', '2026-11-11'],
  ['Thanksgiving', 'break', '2026-11-25', '2026-11-27'],
  ['Winter break', '', '2026-12-21', '2027-01-01'],
  ['King Day', 'holiday', '2027-01-18', '2027-01-18'],
  ['Staff day', 'pd_day', '2027-02-12', '2027-02-12'],
  ['Spring break', 'break', '2027-03-29', '2027-04-02'],
  ['Conferences', 'conference', '2027-04-16', '2027-04-16'],
  ['Memorial Day', 'holiday', '2027-05-31', '2027-05-31'],
]

/** What was written of the hostile family. */
const histories = [
  'changes',
  'erase/c0',
  'history/child/c2',
  'history/session/row0',
  'history/arrangement/m0',
  'history/service/s1',
  'history/calendar/y',
]

/** A family with a school year and speech twice a week, at its calendar. */
async function beginYear(me) {
  await me.page.evaluate(async () => {
    const { Start, Family } = go.app
    await Start.Begin({ author: 'Mom', child: 'Mia', state: '' })
    const begun = await Family.View('')
    const years = await Family.SaveYear('', {
      name: 'Larkspur',
      first: '2026-08-24',
      last: '2027-06-11',
      weekdays: [],
    })
    const plan = { kind: 'IEP', first: '2026-08-24', last: '2027-06-11', page: '', pack: '' }
    const plans = await Family.SavePlan('', {
      ...plan,
      child: begun.children[0].form.id,
      calendars: [years.calendars[0].form.id],
    })
    await Family.SaveService('', {
      plan: plans.children[0].plans[0].form.id,
      type: 'speech',
      unit: 'sessions',
      amount: 2,
      minutes: 30,
      period: 'week',
      weekdays: ['MO', 'TH'],
      time: '10:00',
      first: '2026-08-24',
      last: '2027-06-11',
    })
  })
  await me.page.goto(`${new URL(me.page.url()).origin}/#/calendar/2026-27/year/2026-08-31`)
  await me.page.reload()
  await me.reads('School year 2026-27')
  me.actions = 0
}

/** Puts the focus on a day of the sample's year. */
async function onDay(me, day) {
  await me.page.goto(`${new URL(me.page.url()).origin}/#/calendar/2024-25/year/${day}`)
  await me.page.locator(`[data-day="${day}"]`).focus()
}

/** Leads by keys from day to day as a person would: by weeks while a week fits, then by days. */
async function keysFrom(me, at) {
  const days = await me.page.locator('[data-day]').evaluateAll((all) => all.map((day) => day.dataset.day))
  let here = days.indexOf(at)
  return async (day, held = '') => {
    const to = days.indexOf(day)
    for (; here + 5 <= to; here += 5) await me.press(`${held}ArrowDown`)
    for (; here < to; here++) await me.press(`${held}ArrowRight`)
  }
}

/** Journeys with `keys: true` are made by keys alone as well; those with `keys: false` never, being of the pointer, or of keys already. */
export const journeys = [
  {
    name: 'look around with the sample family',
    keys: true,
    async run(me) {
      await me.click('button', 'Use the sample family')
      await me.reads('Did these happen?')
      me.within(1, 'looking around')
    },
  },
  {
    name: 'all of today’s sessions happened',
    keys: true,
    args: ['--sample'],
    async run(me) {
      await me.click('button', 'Yes, all 4 happened')
      await me.reads('All caught up')
      me.within(1, 'all of them happened')
      await me.reads('Marked 4 sessions given')
      await me.click('button', 'Undo')
      await me.reads('Did these happen?')
      await me.reads('Yes, all 4 happened')
    },
  },
  {
    name: 'one was missed, with its reason',
    keys: true,
    args: ['--sample'],
    async run(me) {
      await me.click('button', 'Missed…')
      await me.click('button', 'Therapist was out')
      await me.reads('Marked a session missed')
      me.within(2, 'one was missed')
    },
  },
  {
    name: 'any number leads to its dates, the entry and the rule',
    keys: true,
    args: ['--sample'],
    async run(me) {
      await me.reads('Where the minutes stand')
      me.within(0, 'what was not given')
      await me.click('link', /313 min/)
      me.within(1, 'from the number to its service')
      await me.click('button', '413 min')
      const line = me.page
        .locator('main')
        .getByRole('button', { name: /^\w{3} \w{3} \d+, 20\d\d/, expanded: false })
      await line.first().waitFor()
      me.within(1, 'from a sum to its dates')
      me.actions++
      await line.first().click()
      await me.reads('What was planned')
      await me.reads('What was written')
      await me.reads('Where the answer comes from')
      me.within(1, 'from a date to the entry and the rule')
    },
  },
  {
    name: 'not sure is an answer',
    args: ['--sample'],
    async run(me) {
      await me.click('button', 'Other…')
      await me.click('button', 'I am not sure')
      await me.reads('Marked a session not sure')
      me.within(2, 'one is not sure')
    },
  },
  {
    name: 'a range leads to the days that are not filled in, and to the entry',
    args: ['--sample'],
    async run(me) {
      await me.reads('130 to 230 min to ask the team about')
      await me.click('link', /313 min/)
      me.actions = 0
      await me.click('button', '130 to 230 min')
      await me.reads(/This number depends on the sessions that are not filled in/)
      me.within(1, 'from a range to its days')
      await me.click('link', 'Thu Mar 6, 2025')
      await me.page.getByRole('dialog').waitFor()
      me.within(1, 'from a day to its entry')
    },
  },
  {
    name: 'a short session is counted by its times, and a group is shown apart',
    keys: true,
    args: ['--sample'],
    async run(me) {
      await me.click('link', 'Session log')
      await me.click('button', /^Nora.*Wed Mar 19, 2025/)
      const entry = me.page.getByRole('dialog')
      await me.tick('Short', entry)
      await me.fill('Began', '10:02')
      await me.fill('Ended', '10:14')
      await me.choose('Why was it short?', 'Therapist was in a meeting')
      await me.tick('In a group', entry)
      await me.click('button', 'Save', entry)
      await me.reads(/Short: 12 minutes of 20 minutes given/)
      me.within(8, 'a short session with its times')
      await me.click('link', 'Minutes owed')
      await me.reads('12 minutes were given in a group where the plan says one to one.')
      me.within(1, 'from the log to the group')
    },
  },
  {
    name: 'three weeks are caught up',
    keys: true,
    args: ['--sample'],
    async run(me) {
      await me.click('link', 'Session log')
      await me.tick('Not filled in')
      await me.tick('Pick all')
      await me.click('button', /^Happened/)
      await me.reads(/Marked \d+ sessions given/)
      me.within(4, 'catching up')
    },
  },
  {
    name: 'the days that lose least',
    keys: true,
    args: ['--sample'],
    async run(me) {
      await me.click('link', 'Day planner')
      await me.reads('Which days lose the fewest sessions?')
      me.within(1, 'which days to ask for')
    },
  },
  ...checkingIn,
  ...planning,
  ...charts,
  ...beginnings,
  ...locking,
  ...makingUp,
  ...notes,
  ...summers,
  ...proving,
  {
    name: 'a day that there is not is refused, one is chosen by keyboard',
    args: ['--sample'],
    async run(me) {
      await me.click('link', 'Session log')
      await me.click('button', 'Add a make-up')
      await me.fill('Day', '2/30/2025')
      await me.press('Enter')
      await me.reads('there is no February 30; look at the day again')
      const day = me.page.getByRole('textbox', { name: 'Day' })
      await day.fill('3/18/25')
      await day.press('Alt+ArrowDown')
      await me.page.locator('[data-calendar-day]:focus').waitFor()
      await me.press('ArrowUp')
      await me.press('Enter')
      await me.page.locator('input:focus').waitFor()
      if ((await day.inputValue()) !== '3/11/2025') throw new Error(`chosen was ${await day.inputValue()}`)
      await me.press('Enter')
      await me.reads('Marked a session given')
      me.within(7, 'a make-up on a day of the calendar')
    },
  },
  {
    name: 'days without school, by keyboard',
    args: ['--sample'],
    async run(me) {
      await onDay(me, '2025-04-07')
      await me.press('Enter')
      await me.click('button', /Another closing/)
      await me.fill('Name', 'Flood')
      await me.press('Enter')
      await me.reads('Wrote down days without school')
      me.within(5, 'a day without school')
      await me.page.keyboard.press('Escape')
      await me.page.getByRole('button', { name: /^Monday, April 7\. School closed: Flood/ }).waitFor()
    },
  },
  ...keeping,
  ...copying,
  ...rhythms,
  ...people,
  ...ruling,
  ...finding,
  ...past,
  {
    name: 'the school’s calendar in, from a feed',
    keys: true,
    args: ['--sample'],
    feed: feed(spring),
    async run(me, visit, home) {
      const start = Date.now()
      await me.click('link', 'Calendar')
      await me.click('link', /Bring in the school’s calendar/)
      await me.click('button', 'Choose the file…')
      await me.reads(/^67 events:/)
      await me.page.locator('[data-row]').first().focus()
      await me.press('c')
      await me.press('j')
      await me.press('a')
      await me.click('button', 'Accept')
      await me.reads(/therapy dates? changed/)
      me.within(12, 'a school calendar from a feed')
      console.log(`a school calendar from a feed, without a person's reading: ${Date.now() - start} ms`)
      home.bring(feed(later))
      await me.click('button', 'Bring in another file')
      await me.reads('No longer in the school')
      await me.reads('Water Main Repair')
      await me.click('button', 'Accept')
      await me.reads(/therapy dates? changed/)
      await me.click('button', 'Undo')
      await me.reads('No longer in the school')
      me.within(5, 'the same calendar, printed again')
    },
  },
  {
    name: 'a calendar file that is broken',
    args: ['--sample'],
    feed: 'Dear parents, the calendar is on the web page.',
    async run(me, visit, home) {
      await me.page.goto(`${new URL(me.page.url()).origin}/#/feed`)
      await me.click('button', 'Choose the file…')
      await me.reads('The file was not read. Nothing was changed.')
      home.bring(feed(spring).replace('DATE:20250409', 'DATE:20251399'))
      await me.click('button', 'Choose the file…')
      await me.reads(/^Line \d+:/)
      await me.reads('Teacher Workday')
      me.within(2, 'a broken calendar file, and the next')
    },
  },
  {
    name: 'a calendar’s titles are text',
    args: ['--sample'],
    feed: feed(nasty, names[0]),
    async run(me, visit) {
      await me.page.goto(`${new URL(me.page.url()).origin}/#/feed`)
      await me.click('button', 'Choose the file…')
      await me.reads('<img src=x onerror=alert(1)>')
      await visit('feed-hostile', 'feed', { width: 1280, height: 800 })
      await visit('feed-hostile-narrow', 'feed', { width: 320, height: 800 })
      await me.click('button', 'Accept')
      await me.reads(/therapy dates? changed|No planned session/)
    },
  },
  {
    name: 'a snow day',
    keys: true,
    args: ['--sample'],
    async run(me) {
      await onDay(me, '2025-03-19')
      await me.click('button', /^Wednesday, March 19/)
      await me.click('button', /snow or emergency/)
      await me.reads('Not given, school closed')
      await me.click('button', 'Done')
      me.within(3, 'a snow day')
      await me.page.getByRole('button', { name: /^Wednesday, March 19\. School closed: Weather/ }).waitFor()
    },
  },
  {
    name: 'a late start cuts the morning session only',
    args: ['--sample'],
    async run(me) {
      await onDay(me, '2025-03-20')
      await me.click('button', /^Thursday, March 20/)
      const sessions = me.page.getByRole('dialog').getByRole('listitem')
      await me.click('button', 'Short day…')
      await me.fill('School opens at', '11:00')
      await me.click('button', 'Write it in the calendar')
      await sessions.filter({ hasText: 'Cut by the late start: school opens at 11:00 am' }).waitFor()
      await sessions.filter({ hasText: 'Not cut by the short day' }).waitFor()
      me.within(4, 'a late start')
    },
  },
  {
    name: 'a year is painted by keyboard',
    keys: false,
    args: ['--today', '2026-09-03'],
    async run(me) {
      await beginYear(me)
      await me.click('button', 'Mark days closed')
      const go = await keysFrom(me, '2026-08-31')
      for (const [name, kind, first, last] of paper) {
        await me.press('n')
        await me.fill('Name', name, me.page.getByRole('group', { name: 'What is marked' }))
        if (kind) await me.choose('Kind', kind)
        await me.press('Enter')
        await go(first)
        await go(last, 'Shift+')
        await me.press('Enter')
        await me.reads(`Marked closed: ${name}`)
      }
      await me.reads('25 closed weekdays')
      me.within(110, '25 closed days by keyboard')
      await me.reads(/best: /)
      await me.press('Escape')
    },
  },
  {
    name: 'a year is painted by pointer',
    keys: false,
    args: ['--today', '2026-09-03'],
    async run(me) {
      await beginYear(me)
      await me.click('button', 'Mark days closed')
      const bar = me.page.getByRole('group', { name: 'What is marked' })
      for (const [name, kind, first, last] of paper) {
        await me.fill('Name', name, bar)
        if (kind) await me.choose('Kind', kind, bar)
        await me.drag(`[data-day="${first}"]`, `[data-day="${last}"]`)
        await me.reads(`Marked closed: ${name}`)
      }
      await me.reads('25 closed weekdays')
      me.within(30, '25 closed days by pointer')
      await me.page.keyboard.press('Control+z')
      await me.reads('24 closed weekdays')
    },
  },
  {
    name: 'usual days are ticked',
    args: ['--sample'],
    async run(me) {
      await me.click('link', 'Calendar')
      await me.click('link', 'Fill in this year')
      await me.tick('Columbus Day')
      await me.tick('Election Day')
      await me.tick('Passover')
      await me.click('button', 'Add the 3 ticked entries')
      await me.reads(/^These \d+ therapy dates changed$/)
      me.within(6, 'three usual days')
      await me.click('button', 'Undo', me.page.locator('main'))
      await me.reads('Undone: changed a school year')
    },
  },
  {
    name: 'dates are pasted as text',
    args: ['--sample'],
    async run(me) {
      await me.click('link', 'Calendar')
      await me.click('link', 'Fill in this year')
      await me.tick('Paste dates')
      await me.fill(
        'Dates from the school',
        'Apr 8-11 second break\nApr 3 early release at 9:30 am\nthe children sing\nApr 22-24 State testing',
      )
      await me.click('button', 'Read the dates')
      await me.reads(/^Line 3: no day was found/)
      await me.click('button', 'Add these days')
      // Speech on Tuesday, Wednesday and Thursday, OT on Wednesday, reading on Friday; two that the short day cuts.
      await me.reads('These 7 therapy dates changed')
      me.within(6, 'a year as text')
    },
  },
  {
    name: 'the next year is a guess',
    args: ['--sample'],
    async run(me) {
      await me.click('link', 'Calendar')
      await me.click('link', 'Fill in this year')
      await me.tick('Next year')
      await me.click('button', 'Add this guess')
      await me.reads('Added a school year')
      me.within(4, 'a guess')
      await me.click('link', 'Open that year')
      await me.reads('This year is a guess, made from 2024-25')
      await me.click('button', 'These are the real days now')
      await me.reads('Changed a school year')
      me.within(2, 'the real days')
      if (await me.page.getByText(/^This year is a guess/).count()) throw new Error('it is still a guess')
    },
  },
  {
    name: 'names are text on every screen',
    keys: false,
    file: hostile,
    args: ['--today', '2025-03-20'],
    async run(me, visit) {
      await me.click('button', 'Open a record file…')
      await me.fill('Who brings it in?', names[0])
      await me.click('button', 'Choose the file…')
      await me.page.getByRole('navigation').waitFor()
      const others = [
        'checkin',
        'checkin/print',
        'people',
        'makeup/c0%2Fs0',
        'summer',
        'charts',
        'early',
        'rule',
        'rule/plan1/clause',
        'rule/plan1/asks',
        'year',
        'year/y/next',
        'family/years',
        ...histories,
      ]
      for (const screen of [...screens, ...others]) {
        await visit(`hostile-${screen.replaceAll('/', '-')}`, screen, { width: 1280, height: 800 })
        await visit(`hostile-${screen.replaceAll('/', '-')}-narrow`, screen, { width: 320, height: 800 })
      }
    },
  },
]
