// Finding, help and the words that schools use.
import { helped } from './steps.mjs'

/** What has the focus, as a screen reader would name it. */
const focused = (page) =>
  page.evaluate(() => document.activeElement?.closest('tr, [data-day], h1')?.textContent ?? '')

export const finding = [
  {
    name: 'an entry is found by a word and stands open',
    args: ['--sample'],
    async run(me) {
      await me.press('Control+k')
      await me.page.keyboard.type('fire drill')
      me.actions++
      await me.press('Enter')
      const entry = me.page.getByRole('dialog', { name: 'Speech' })
      await entry.getByText('Thu Nov 7, 2024').first().waitFor()
      if ((await entry.getByRole('textbox', { name: 'Note' }).inputValue()) !== 'Fire drill in the middle.')
        throw new Error('another entry')
      me.within(3, 'an entry by a word')
      await me.press('Escape')
      await me.page.waitForFunction(() => document.activeElement?.closest('tr'))
      if (!(await focused(me.page)).includes('Thu Nov 7, 2024')) throw new Error('the keyboard is elsewhere')
    },
  },
  {
    name: 'a day is found by its date, a service by its therapist, a deed by its name',
    args: ['--sample'],
    async run(me) {
      const find = async (text) => {
        await me.press('Control+k')
        await me.page.keyboard.type(text)
        me.actions++
        await me.press('Enter')
      }
      await find('mar 11')
      await me.page.getByRole('dialog', { name: 'Tuesday, March 11' }).waitFor()
      me.within(3, 'a day by its date')
      await me.page.keyboard.press('Escape')
      await find('whitfield small')
      await me.page.waitForFunction(() =>
        document.activeElement?.textContent.includes('2 sessions of 30 minutes'),
      )
      me.within(3, 'a service by its therapist')
      await find('mark days')
      await me.page.getByRole('group', { name: 'What is marked' }).waitFor()
      await me.page.locator('[data-day]:focus').waitFor()
      me.within(3, 'a deed by its name')
      await me.page.keyboard.press('Escape')
      await find('theo chapter')
      await me.page.getByRole('dialog', { name: 'Reading' }).waitFor()
      await me.page.keyboard.press('Escape')
      await find('dark')
      await me.page.waitForFunction(() => document.documentElement.dataset.theme === 'dark')
    },
  },
  {
    name: 'nothing found is said, and Escape leads back',
    args: ['--sample'],
    async run(me) {
      const add = me.page.getByRole('link', { name: 'Calendar' })
      await add.focus()
      await me.press('Control+k')
      await me.page.keyboard.type('xyzzy')
      await me.reads('Nothing was found for “xyzzy”.')
      await me.page.getByRole('status').getByText('Nothing found').waitFor({ state: 'attached' })
      await me.press('Escape')
      await me.page.waitForFunction(() => document.activeElement?.textContent.trim() === 'Calendar')
      me.within(2, 'nothing')
    },
  },
  {
    name: 'help is there on every screen, and goes along',
    args: ['--sample'],
    async run(me) {
      await me.press('F1')
      const help = me.page.getByRole('complementary', { name: 'Help' })
      await help.getByRole('heading', { name: 'Today' }).waitFor()
      me.within(1, 'help')
      const titles = [
        ['Calendar', 'Calendar'],
        ['Session log', 'Session log'],
        ['Minutes owed', 'Minutes owed'],
        ['Day planner', 'Day planner'],
        ['Child & services', 'Child & services'],
      ]
      for (const [link, title] of titles) {
        await me.click('link', link)
        await help.getByRole('heading', { name: title }).first().waitFor()
      }
      await me.page.locator('main h1:focus').getByText('Child & services').waitFor()
      await me.press('F1') // into the panel
      await me.press('F1') // and out of it
      await help.waitFor({ state: 'detached' })
      await me.page.setViewportSize({ width: 800, height: 800 })
      for (const [screen, title] of [
        ['year', 'Fill in a school year'],
        ['feed', 'Bring in the school’s calendar'],
      ]) {
        await me.page.goto(`${new URL(me.page.url()).origin}/#/${screen}`)
        await me.page.locator('main h1').waitFor()
        await helped(me.page)
        await me.page.getByRole('dialog', { name: 'Help' }).getByRole('heading', { name: title }).waitFor()
        await me.press('Escape')
      }
    },
  },
  {
    name: 'help before there is a record',
    args: ['--today', '2026-09-03'],
    async run(me) {
      await me.press('F1')
      await me.page.getByRole('heading', { name: 'The first page' }).waitFor()
      me.within(1, 'help on the first page')
    },
  },
  {
    name: 'a word of the school is explained by keyboard',
    args: ['--sample'],
    async run(me) {
      await me.page.goto(`${new URL(me.page.url()).origin}/#/family`)
      const word = me.page.getByRole('button', { name: 'ESY', exact: true }).first()
      await word.focus()
      await me.press('Enter')
      await me.reads('Source: 34 CFR 300.106')
      me.within(1, 'what a word means')
      await me.press('Escape')
      await me.page.waitForFunction(() => document.activeElement?.textContent === 'ESY')
    },
  },
]
