// The journeys that these screens serve, each within its budget of actions: a click, a field filled in, a choice,
// a key.
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
      await me.reads('Tue Sep 3, 2024').catch(() => {})
      me.within(1, 'from a sum to its dates')
      const line = me.page.locator('main').getByRole('button', { expanded: false }).filter({ hasText: /min/ })
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
