// The first run: from nothing to the first plan, by pointer and by keyboard alone, with a stop in the middle; and
// families before a plan. Each step in every look.

/** A record with a child. */
async function born(me) {
  await me.fill('Your child’s name', 'Mia')
  await me.fill('Your name', 'Mom')
  await me.tick('Do not lock it')
  await me.click('button', 'Start the record')
  await me.reads('About')
}

/** To the first plan: speech on Tuesday and Thursday from August 24, and no closed days yet. */
export async function planned(me) {
  await born(me)
  await me.choose('State', 'TX')
  await me.fill('First day of school', '8/24/2026')
  await me.fill('Last day of school', 'June 11, 27')
  await me.click('button', 'Next: the plan')
  await me.tick('IEP')
  await me.click('button', 'Next: what it promises')
  await served(me)
  await me.click('button', 'Save and go on')
  await me.reads('When is school closed?')
}

async function served(me) {
  await me.tick('Speech')
  await me.fill('How many sessions', '2')
  await me.fill('Minutes of one session', '30')
  await me.tick('Tuesday')
  await me.tick('Thursday')
  await me.reads('2 sessions of 30 minutes a week, on Tuesday and Thursday')
}

/** The rest of it: to be done later, what was understood, Today. */
export async function looked(me) {
  await me.click('button', 'Do this later')
  await me.reads('84 sessions, 2,520 minutes')
  await me.click('button', 'Go to Today')
}

/** What a person needs for it, in seconds: a key, a thought before each action, and reading each step. */
const seconds = { key: 0.28, thought: 1.35, step: 12 }

/** Somebody at the keyboard. An action is what is filled in, chosen or pressed; the keys on the way are counted apart. */
class Typist {
  keys = 0
  constructor(me) {
    this.me = me
    this.page = me.page
  }

  async key(key) {
    this.keys++
    await this.page.keyboard.press(key)
  }

  /** Goes on by Tab until the control of that name has the focus. */
  async to(name) {
    for (let step = 0; step < 40; step++) {
      if (await this.page.evaluate(named, name)) return
      await this.key('Tab')
    }
    throw new Error(`Tab does not come to ${name}`)
  }

  async fill(name, text) {
    await this.to(name)
    this.keys += text.length
    await this.page.keyboard.type(text)
    this.me.actions++
  }

  async press(name, key) {
    await this.to(name)
    await this.key(key)
    this.me.actions++
  }

  /** What it takes: a tenth of a second is the program's own, at most. */
  told(what, steps) {
    const total = this.keys * seconds.key + this.me.actions * seconds.thought + steps * seconds.step
    console.log(
      `${what}: ${this.keys} keys × ${seconds.key} s + ${this.me.actions} thoughts × ${seconds.thought} s + ` +
        `${steps} steps to read × ${seconds.step} s = ${Math.round(total)} s of 180`,
    )
    if (total > 180) throw new Error(`${what} takes ${Math.round(total)} s, at most 180`)
  }
}

/** In the page: the control with the focus is called so. */
function named(name) {
  const here = document.activeElement
  const labels = [...(here?.labels ?? [])].map((label) => label.textContent)
  const text = [here?.getAttribute('aria-label'), ...labels, here?.textContent].filter(Boolean).join(' ')
  return text.trim().startsWith(name)
}

const twoDates = [
  ['evaluation', 'Day you asked', '9/3/2026'],
  ['evaluation_consent', 'Day you signed', '9/21/2026'],
]

export const beginnings = [
  {
    name: 'first run: from nothing to the first plan',
    args: ['--today', '2026-09-03'],
    async run(me) {
      await planned(me)
      await looked(me)
      await me.reads('Yes, all 4 happened')
      me.within(25, 'the first plan')
    },
  },
  {
    name: 'first run: by keyboard alone',
    args: ['--today', '2026-09-03'],
    async run(me) {
      const typist = new Typist(me)
      await typist.fill('Your child’s name', 'Mia')
      await typist.fill('Your name', 'Mom')
      await typist.press('Lock the record with a passphrase (recommended)', 'ArrowDown')
      await typist.press('Start the record', 'Enter')
      await me.reads('About')
      await typist.fill('State', 'Tex')
      await typist.fill('First day of school', '8/24/2026')
      await typist.fill('Last day of school', '6/11/2027')
      await typist.press('Last day of school', 'Enter')
      await me.reads('Which plan')
      await typist.press('IEP', 'Space')
      await typist.press('Next: what it promises', 'Enter')
      await me.reads('What does the plan promise?')
      await typist.press('Speech', 'Space')
      await typist.fill('How many sessions', '2')
      await typist.fill('Minutes of one session', '30')
      await typist.press('Tuesday', 'Space')
      await typist.press('Thursday', 'Space')
      await me.reads('2 sessions of 30 minutes a week, on Tuesday and Thursday')
      await typist.press('Save and go on', 'Enter')
      await me.reads('When is school closed?')
      await typist.press('Do this later', 'Enter')
      await me.reads('84 sessions, 2,520 minutes')
      await typist.press('Go to Today', 'Enter')
      await me.reads('Yes, all 4 happened')
      typist.told('the first plan by keyboard', 6)
      me.within(25, 'the first plan by keyboard')
    },
  },
  {
    name: 'first run: stopped in the middle, and come back to',
    args: ['--today', '2026-09-03'],
    async run(me) {
      await born(me)
      await me.choose('State', 'TX')
      await me.click('button', 'Next: the plan')
      await me.tick('504 plan')
      await me.fill('First day of the plan', '8/24/2026')
      await me.click('button', 'Next: what it promises')
      await me.reads('What does the plan promise?')
      await me.page.goto(new URL(me.page.url()).origin)
      await me.reads('What does the plan promise?')
      me.actions = 0
      await me.tick('Counseling')
      await me.tick('It names no amount')
      await me.fill('First day', '8/24/2026')
      await me.fill('Last day', '6/11/2027')
      await me.click('button', 'Save and add another')
      await me.reads('No amount stated')
      await me.click('button', /^Your child/)
      if ((await me.page.getByRole('combobox', { name: 'State' }).inputValue()) !== 'TX')
        throw new Error('the state is asked again')
      await me.click('button', 'Leave for the whole program')
      await me.reads('Next dates')
      await me.click('link', 'Child & services')
      await me.reads('No amount stated')
      me.within(9, 'a 504 plan without an amount, after a stop')
    },
  },
  {
    name: 'first run: the school calendar on the way',
    args: ['--today', '2026-09-03'],
    async run(me) {
      await planned(me)
      me.actions = 0
      await me.click('link', 'Paste dates')
      await me.fill('Dates from the school', 'Nov 26-27 Thanksgiving\nDec 21 - Jan 1 winter break')
      await me.click('button', 'Read the dates')
      await me.click('button', 'Add these days')
      await me.click('link', 'Back to the first steps')
      await me.click('button', 'Next: what was understood')
      // Thu Nov 26; Tue Dec 22, Thu Dec 24, Tue Dec 29, Thu Dec 31.
      await me.reads('79 sessions, 2,370 minutes')
      await me.reads('5 sessions')
      me.within(7, 'closed days in the first run')
    },
  },
  {
    name: 'first run: a late start',
    args: ['--today', '2026-09-10'],
    async run(me) {
      await planned(me)
      await me.click('button', 'Do this later')
      me.actions = 0
      await me.click('button', /^Did it begin later/)
      await me.fill('Day of the first session', '9/8/2026')
      await me.press('Tab')
      await me.reads('4 sessions, 120 minutes, were planned before Tue Sep 8, 2026')
      await me.click('button', 'Write them down')
      await me.reads('Marked 4 sessions missed')
      me.within(4, 'a late start')
    },
  },
  {
    name: 'first run: before a plan',
    args: ['--today', '2026-09-24'],
    async run(me) {
      await born(me)
      await me.click('button', 'Next: the plan')
      await me.tick('we asked for one')
      await me.click('button', 'Next: the dates')
      await me.fill('Day you asked', '9/3/2026')
      await me.tick('By word of mouth')
      await me.click('button', 'Save')
      await me.reads('No number of days is known')
      await me.click('button', 'Next: what was understood')
      await me.click('button', 'Go to Today')
      await me.reads('Worth a line in writing')
      me.within(12, 'a record that begins with dates')
      await me.click('link', 'Go to the request')
      await me.click('button', 'We put it in writing')
      await me.fill('Day you asked', '9/8/2026')
      await me.fill('Day it arrived', '9/9/2026')
      await me.click('button', 'Save')
      await me.reads('Arrived on Wed Sep 9, 2026')
      await me.click('button', 'Add a request')
      await me.choose('What is it?', 'evaluation_consent')
      await me.fill('Day you signed', '9/21/2026')
      await me.fill('Day it arrived', '9/23/2026')
      await me.click('button', 'Save')
      await me.reads('60 calendar days from Wed Sep 23, 2026')
      me.within(10, 'confirmed in writing, and a consent counted')
      await me.click('button', 'The plan is here')
      await me.reads('Which plan does')
      me.within(1, 'the plan is here')
    },
  },
]

/** A record that has everything, or one that begins with dates; made once in a house. */
async function made(page, before) {
  await page.evaluate(
    async ([dates, before]) => {
      const { Start, Family } = go.app
      if ((await Start.View()).state !== 'open') await Start.Begin({ author: 'Mom', child: 'Mia' })
      let view = await Family.View('')
      const child = view.children[0]
      const dated = child.dates.requests.length > 0
      if (before && !dated)
        for (const [kind, , sent] of dates)
          await Family.SaveRequest('', { child: child.form.id, kind, sent, received: sent, way: 'oral' })
      if (before || child.plans.length > 0) return
      const year = { first: '2026-08-24', last: '2027-06-11', weekdays: [] }
      view = await Family.SaveSchool('', { child: { ...child.form, state: 'TX' }, year })
      const calendars = [view.calendars[0].form.id]
      const plan = { child: child.form.id, kind: 'IEP', first: year.first, last: year.last, calendars }
      view = await Family.SavePlan('', plan)
      const service = {
        plan: view.children[0].plans[0].form.id,
        type: 'speech',
        first: year.first,
        last: year.last,
      }
      const promise = { unit: 'sessions', amount: 2, minutes: 30, period: 'week', weekdays: ['TU', 'TH'] }
      await Family.SaveService('', { ...service, ...promise })
    },
    [twoDates, before],
  )
}

/** Opens a step of the child. */
const step = (name) => async (page) => {
  await made(page, name === 'dates' || name === 'before')
  await page.evaluate(async (name) => {
    const { children } = await go.app.Family.View('')
    await go.app.Family.Reach('', children[0].form.id, name === 'before' ? 'understood' : name)
  }, name)
  await page.goto(`${new URL(page.url()).origin}/#/begin`)
  await page.reload()
  await page.locator('main h1').first().waitFor()
  await page.evaluate(() => document.fonts.ready)
}

/** One act for each look: each step with and without a plan. */
export const stepsIn = (looks) =>
  looks.flatMap((look) =>
    [
      ['first steps', ['child', 'kind', 'services', 'calendar', 'understood']],
      ['dates first', ['dates', 'before']],
    ].map(([name, all]) => ({
      name: `${name} ${look.name}`.trim(),
      args: ['--today', '2026-09-24'],
      async run(visit) {
        for (const each of all)
          await visit(['begin', each, look.name].filter(Boolean).join('-'), '', look, step(each))
        if (name === 'dates first')
          await visit(['family-dates', look.name].filter(Boolean).join('-'), 'family/dates', look)
      },
    })),
  )
