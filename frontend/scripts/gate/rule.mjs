// Journeys about whose rule it is: the way from a number to it, a change from a day on, the team's answer, the
// plan's own words, and readings side by side.
import { click, clicks, inTurn, named, nothing } from './steps.mjs'

const toRule = async (me) => {
  await me.click('link', 'Child & services')
  await me.click('link', /^Whose rule/)
  await me.reads('The answers that count')
}

/** The dialog of answers from a day on, filled in so far that it says what would change. */
async function wouldChange(page) {
  await click('From a day on…')(page)
  await page.getByLabel('From which day?').fill('9/3/2024')
  await page
    .getByLabel('Whose answers?')
    .selectOption({ label: 'Baltimore County, Maryland (BCPS): fill in from the current plan' })
  await page.getByText('Look these up in the current text').waitFor()
}

export const openedRule = [
  ['rule', 'rule', nothing],
  ['rule-who', 'rule', click('Who says so')],
  ['rule-dated', 'rule', wouldChange],
  ['rule-start', 'rule', click('Correct')],
  ['rule-change', 'rule', named(/^Change: When the therapist is out/)],
  ['rule-clause', 'rule', clicks("The plan's own words", 'Write it down', 'They say something')],
  ['rule-asks', 'rule', click('Ask the team')],
  ['rule-decide', 'rule', inTurn(click('Ask the team'), click('Answer all'))],
  ['owed-readings', 'owed', click('The same plan, read in other ways')],
]

export const ruling = [
  {
    name: 'rule: from a number to its dates, the entry and the rule',
    args: ['--sample'],
    async run(me) {
      await me.click('link', 'Minutes owed')
      me.actions = 0
      await me.click('button', '413 min')
      me.within(1, 'from a number to its dates')
      await me.click('button', /Therapist was out/)
      await me.reads('What was written')
      me.within(1, 'from a date to its entry and rule')
      await me.click('link', 'Show the rule')
      await me.reads('When the therapist is out, are the minutes made up?')
      await me.page
        .getByText('Your own answer')
        .or(me.page.getByText(/Source:/))
        .first()
        .waitFor()
      me.within(1, 'from a line to the rule and who says so')
    },
  },
  {
    name: 'rule: other answers from a day on',
    args: ['--sample'],
    async run(me) {
      await toRule(me)
      me.actions = 0
      await me.click('button', /^Change: When the child is out/)
      await me.fill('From which day?', '11/4/2024')
      const answers = me.page.getByRole('dialog')
      await me.choose('When the child is out, are the minutes made up?', 'Yes, to make up', answers)
      await me.reads(/would be answered otherwise/)
      await me.reads('What was missed before Mon Nov 4, 2024 keeps its answer.')
      await me.click('button', 'Save')
      await me.reads(/^(Changed|Added) the answers of a plan/)
      me.within(4, 'other answers from a day on')
      await me.reads('From Mon Nov 4, 2024')
      await me.click('button', 'Undo')
      await me.page.getByRole('heading', { name: 'From Mon Nov 4, 2024' }).waitFor({ state: 'detached' })
    },
  },
  {
    name: 'rule: the team answered',
    args: ['--sample'],
    async run(me) {
      await me.click('link', 'Minutes owed')
      await me.click('button', '130 to 230 min')
      await me.click('link', 'Write down what the team answered')
      await me.click('button', /^Answer all/)
      await me.tick('Yes, to make up')
      await me.fill('Who said so?', 'the team')
      await me.click('button', 'Write it down')
      await me.reads(/^Added \d+ decisions of the team/)
      me.within(7, 'the team answered, from Minutes owed')
      await me.click('button', 'Undo')
      await me.page
        .getByRole('button', { name: /^Answer all/ })
        .first()
        .waitFor()
    },
  },
  {
    name: 'rule: readings side by side',
    args: ['--sample'],
    async run(me) {
      await me.click('link', 'Minutes owed')
      me.actions = 0
      await me.page.locator('summary', { hasText: 'The same plan, read in other ways' }).first().click()
      me.actions++
      await me.reads(/minutes? to make up, by/)
      await me.reads('Session by session')
      await me.reads('counted here')
      me.within(1, 'readings side by side')
    },
  },
  {
    name: 'rule: the numbers if the claims of the school held',
    args: ['--sample'],
    async run(me) {
      await me.click('link', 'Child & services')
      await me.click('button', 'The school says services pause…')
      await me.fill(/^From/, '10/7/2024')
      await me.fill(/^Until/, '10/18/2024')
      await me.click('button', 'Save')
      await me.click('link', 'Minutes owed')
      me.actions = 0
      await me.tick("If the school's claims held")
      await me.reads('A picture only. These numbers count nowhere.')
      me.within(1, 'the numbers if the claims held')
    },
  },
]
