// Journeys through what was written: an entry's history, recent changes, striking, and removal for good.
import { nothing } from './steps.mjs'

/** A session of the sample family that came in with its file. */
const session = 'history/session/sp-2%3A2025-03-18%3Atue-wed-thu'

/** Opens a fold by its words, and waits until what it asks for is there. */
const unfold = (words, until) => async (page) => {
  await page.locator('summary').filter({ hasText: words }).click()
  await page.getByText(until).first().waitFor()
}

const original = async (page) => {
  await page
    .getByRole('button', { name: /^The original/ })
    .first()
    .click()
  await page.getByText(/^SHA-256/).waitFor()
}

export const opened = [
  ['history', session, original],
  ['history-remove', session, unfold('Remove what it says for good', 'What goes')],
  ['history-service', 'history/service/sp', unfold('Strike it', 'These entries refer to it')],
  ['history-calendar', 'history/calendar/houston-2024-25', nothing],
  ['history-closure', 'history/calendar/houston-2024-25/labor-day', nothing],
  ['history-gone', 'history/session/none', nothing],
  ['changes', 'changes', nothing],
  ['erase', 'erase/nora', nothing],
]

const at = async (me, place) => {
  await me.page.goto(`${new URL(me.page.url()).origin}/#/${place}`)
  await me.page.reload()
  await me.page.getByRole('heading', { level: 1 }).first().waitFor()
  me.actions = 0
}

export const journeys = [
  {
    name: 'an entry is corrected, and both versions are read',
    args: ['--sample'],
    async run(me) {
      await at(me, 'log/missed')
      await me.click('button', /^Nora.*Speech.*Wed Mar 5/)
      await me.tick('Short', me.page.getByRole('dialog'))
      await me.fill('Minutes given', '10')
      await me.fill('Why do you change it?', 'she came after all')
      await me.click('button', 'Save')
      await me.reads(/^corrected by Sample family.*she came after all/)
      me.within(5, 'a correction with its reason')
      await me.click('link', 'History: Speech, Wed Mar 5, 2025')
      await me.reads('All that was written, the newest first')
      await me.reads('Why: she came after all')
      me.within(1, 'from a row to its history')
      await me.click('button', /^The original/)
      await me.reads(/"status":"partial"/)
      me.within(1, 'to the original')
    },
  },
  {
    name: 'recent changes lead back step by step',
    args: ['--sample'],
    async run(me) {
      await me.click('button', 'Yes, all 4 happened')
      await me.reads('All caught up')
      me.actions = 0
      await me.click('link', 'Recent changes')
      await me.reads('Marked 4 sessions given')
      await me.click('button', 'Undo: Marked 4 sessions given')
      await me.reads('Undone: marked 4 sessions given')
      me.within(2, 'a change taken back in the list')
      await me.press('Enter')
      await me.reads('Done again: marked 4 sessions given')
      me.within(1, 'and done again by keyboard')
    },
  },
  {
    name: 'an entry is struck with what refers to it, and brought back',
    args: ['--sample'],
    async run(me) {
      await at(me, 'history/service/sp')
      await me.page.locator('summary').filter({ hasText: 'Strike it' }).click()
      await me.fill('Why is it struck?', 'it was another child’s')
      await me.click('button', /^Strike it, and \d+ entries with it/)
      await me.reads(/^Struck by Sample family.*another child/)
      me.within(2, 'a service struck, with its sessions')
      await me.page.keyboard.press('Control+z')
      await me.reads('What it says')
    },
  },
  {
    name: 'words are removed for good',
    args: ['--sample'],
    async run(me) {
      await at(me, 'log/missed')
      await me.click('button', /^Nora.*Speech.*Wed Mar 5/)
      await me.fill('Note', 'qzwxkanariya')
      await me.click('button', 'Save')
      await me.reads('qzwxkanariya')
      await me.click('link', 'History: Speech, Wed Mar 5, 2025')
      await me.reads('All that was written, the newest first')
      me.actions = 0
      await me.page.locator('summary').filter({ hasText: 'Remove what it says for good' }).click()
      await me.choose('Why?', 'private')
      await me.fill('Type 2 to go on', '3')
      await me.click('button', 'Remove 2 texts for good')
      await me.reads(/this is not what is asked for/i)
      await me.fill('Type 2 to go on', '2')
      await me.click('button', 'Remove 2 texts for good')
      await me.reads(/Nothing of this entry can be read/)
      me.within(5, 'words removed, after a slip')
      await me.click('link', 'Recent changes')
      await me.reads('Removed 2 texts for good')
      await me.click('link', 'Texts that were removed for good')
      await me.reads(/: private$/)
      me.within(2, 'what is left of them')
    },
  },
  {
    name: 'a child’s data is removed',
    args: ['--sample'],
    async run(me) {
      await at(me, 'erase/nora')
      await me.fill('Type Nora to go on', 'Nora')
      await me.click('button', 'Remove all of it for good')
      await me.reads(/nothing is chosen here yet/i)
      await me.press('ArrowDown')
      await me.click('button', 'Remove all of it for good')
      await me.reads(/^Removed: \d+ texts/)
      me.within(4, 'a child removed')
      await me.click('link', 'Child & services')
      await me.reads('Theo')
    },
  },
]
