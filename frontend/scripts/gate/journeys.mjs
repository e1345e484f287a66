// The journeys that these screens serve, each within its budget of actions: a click, a field filled in, a choice,
// a key.
import { feed, later, nasty, spring } from './feeds.mjs'
import { names, hostile } from './hostile.mjs'
import { screens } from './steps.mjs'

export const journeys = [
  {
    name: 'look around with the sample family',
    async run(me) {
      await me.click('button', 'Use the sample family')
      await me.reads('Did these happen?')
      me.within(1, 'looking around')
    },
  },
  {
    name: 'all of today’s sessions happened',
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
    name: 'three weeks are caught up',
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
    args: ['--sample'],
    async run(me) {
      await me.click('link', 'Day planner')
      await me.reads('Which days lose the fewest sessions?')
      me.within(1, 'which days to ask for')
    },
  },
  {
    name: 'from nothing to the first plan',
    args: ['--today', '2026-09-03'],
    async run(me) {
      await me.fill('Your child’s name', 'Mia')
      await me.fill('Your name', 'Mom')
      await me.click('button', 'Start the record')
      await me.click('button', 'Go to Child & services')
      await me.fill('First day of school', '2026-08-24')
      await me.fill('Last day of school', '2027-06-11')
      await me.click('button', 'Save and go on')
      await me.reads('The plan')
      await me.click('button', 'Save and go on')
      await me.tick('Speech')
      await me.fill('How many sessions', '2')
      await me.fill('Minutes of one session', '30')
      await me.tick('Tuesday')
      await me.tick('Thursday')
      await me.click('button', 'Save')
      await me.reads('2 sessions of 30 minutes a week, on Tuesday and Thursday')
      me.within(25, 'the first plan')
      await me.click('link', 'Today')
      await me.reads('Yes, all 4 happened')
    },
  },
  {
    name: 'days without school, by keyboard',
    args: ['--sample'],
    async run(me) {
      await me.page.goto(`${new URL(me.page.url()).origin}/#/calendar/2024-25/year/2025-04-07`)
      const day = me.page.getByRole('button', { name: /^Monday, April 7/ })
      await day.focus()
      await me.press('Enter')
      await me.click('button', /School was closed/)
      await me.fill('Name', 'Flood')
      await me.press('Enter')
      await me.reads('Changed a school year')
      me.within(5, 'a day without school')
      await me.page.keyboard.press('Escape')
      await me.page.getByRole('button', { name: /^Monday, April 7\. School closed: Flood/ }).waitFor()
    },
  },
  {
    name: 'the school’s calendar in, from a feed',
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
      await me.reads(/therapy dates? changed|No therapy date/)
    },
  },
  {
    name: 'names are text on every screen',
    file: hostile,
    args: ['--today', '2025-03-20'],
    async run(me, visit) {
      await me.click('button', 'Open a record file…')
      await me.fill('Who brings it in?', names[0])
      await me.click('button', 'Choose the file…')
      await me.page.getByRole('navigation').waitFor()
      for (const screen of screens) {
        await visit(`hostile-${screen}`, screen, { width: 1280, height: 800 })
        await visit(`hostile-${screen}-narrow`, screen, { width: 320, height: 800 })
      }
    },
  },
]
