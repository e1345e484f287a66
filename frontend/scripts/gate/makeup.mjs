// Can it be made up, and the way from a proposal to the session given.
import { clicks, inTurn, named } from './steps.mjs'

const speech = { id: 'sp', type: 'speech', start: '2027-03-01', end: '2027-06-11' }

/** A family in April: two sessions were missed, and one make-up was agreed for yesterday. */
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
        { id: 'memorial', start: '2027-05-31', end: '2027-05-31', name: 'Memorial Day', kind: 'holiday' },
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
          ...speech,
          requirement: { unit: 'sessions', amount: 1, minutes_per_session: 30, period: 'week' },
          schedules: [
            { id: 's', rrule: 'FREQ=WEEKLY;BYDAY=MO', from: '2027-03-01', start_time: '10:00', minutes: 30 },
          ],
        },
      ],
    },
  ],
  sessions: [
    missed('2027-03-01'),
    missed('2027-03-08'),
    missed('2027-03-15'),
    {
      id: 'held',
      service_id: 'sp',
      schedule_id: 's',
      date: '2027-03-22',
      kind: 'regular',
      status: 'delivered',
    },
  ],
})

function missed(date) {
  const row = {
    service_id: 'sp',
    schedule_id: 's',
    kind: 'regular',
    status: 'missed',
    reason: 'provider_absent',
  }
  return { id: `m-${date}`, date, ...row }
}

async function bringIn(me) {
  await me.click('button', 'Open a record file…')
  await me.fill('Who brings it in?', 'Mom')
  await me.click('button', 'Choose the file…')
  await me.page.getByRole('navigation').waitFor()
  await me.click('link', 'Minutes owed')
  await me.reads('What still fits this school year')
  me.actions = 0
}

/** The plan proposed, and the first of it agreed; that is done once in a house. */
async function proposed(page) {
  await page.getByRole('heading', { name: 'Arranged' }).waitFor()
  if ((await page.getByRole('button', { name: /^Propose these/ }).count()) === 0) return
  await inTurn(named(/^Propose these/), clicks('Agreed'))(page)
}

/** Today asks about a make-up that was agreed for today. */
async function heldToday(page) {
  await page.evaluate(async () => {
    const { MakeUp } = go.app
    const asked = { child: '', series: '', limits: { set: false, days: [], off: [] }, keep: false }
    const form = {
      on: '2025-03-20',
      time: '13:00',
      minutes: 30,
      state: 'agreed',
      said: '',
      by: 'Dana',
      note: '',
    }
    await MakeUp.Arrange(asked, form)
  })
  await page.reload()
  await page.getByRole('button', { name: 'It took place' }).first().waitFor()
}

/** What a click opens on the screen. */
export const openedMakeUps = [
  ['makeup', 'makeup', () => undefined],
  ['makeup-arranged', 'makeup', proposed],
  ['makeup-move', 'makeup', inTurn(proposed, named('Move to…'))],
  ['makeup-said', 'makeup', inTurn(proposed, named('What was said…'))],
  ['makeup-write', 'makeup', named('Write down a make-up')],
  ['today-make-up', 'today', heldToday],
]

const april = ['--today', '2027-03-23']

export const makingUp = [
  {
    name: 'can it still be made up by June',
    args: ['--sample'],
    async run(me) {
      await me.click('link', 'Minutes owed')
      await me.reads('What still fits this school year')
      me.actions = 0
      const asked = Date.now()
      await me.page.getByRole('link', { name: 'Make it up' }).first().click()
      me.actions++
      await me.reads(/^(Yes|No)\. /)
      if (Date.now() - asked > 2000) throw new Error('the answer took more than two seconds')
      me.within(1, 'the answer')
      await me.reads('What stands in the way')
      await me.reads('The smallest change that would be enough')
    },
  },
  {
    name: 'a make-up: proposed, agreed, given',
    args: april,
    file: family,
    async run(me) {
      await bringIn(me)
      await me.click('link', 'Make it up')
      await me.reads(/^Yes\. All 90 minutes/)
      me.actions = 0
      await me.click('button', 'Propose these 3 dates')
      await me.click('button', 'All 3 proposed are agreed')
      await me.reads('Marked 3 make-ups agreed')
      me.within(2, 'proposed and agreed')
      await me.page.reload()
      await me.reads('All of it is arranged.')
    },
  },
  {
    name: 'a make-up was given: one click on Today, and it pays',
    args: april,
    file: family,
    async run(me) {
      await bringIn(me)
      await me.page.evaluate(async () => {
        const { MakeUp } = go.app
        const asked = { child: '', series: 'mia/sp', limits: { set: false, days: [], off: [] }, keep: false }
        const form = {
          on: '2027-03-23',
          time: '09:00',
          minutes: 30,
          state: 'agreed',
          said: '',
          by: 'Ms. Hall',
          note: '',
        }
        await MakeUp.Arrange(asked, form)
      })
      await me.click('link', 'Today')
      await me.reads('Did these make-ups take place?')
      me.actions = 0
      await me.click('button', 'It took place')
      await me.reads('Marked a session given')
      me.within(1, 'a make-up was given')
      await me.reads('60 min')
      await me.click('button', 'Undo')
      await me.reads('Did these make-ups take place?')
      await me.reads('90 min')
    },
  },
  {
    name: 'a make-up by keyboard alone: limits, a day that does not suit, propose, move',
    args: april,
    file: family,
    async run(me) {
      await bringIn(me)
      await me.page.getByRole('link', { name: 'Make it up' }).focus()
      await me.press('Enter')
      await me.page.locator('h1:focus').waitFor()
      await me.page.getByRole('slider', { name: 'Make-ups in a week' }).focus()
      await me.press('ArrowRight')
      await me.reads('Thu Mar 25, 2027')
      await me.page.locator('[data-day]:is(button)[tabindex="0"]').focus()
      await me.press('ArrowRight')
      await me.press('Enter')
      await me.page.locator('[data-day="2027-03-25"].off:focus').waitFor()
      await me.page.getByRole('button', { name: /^Propose these/ }).focus()
      await me.press('Enter')
      await me.reads('Proposed 3 make-ups')
      await me.page.locator('[data-day="2027-03-24"]').focus()
      await me.press('Enter')
      await me.page.getByRole('dialog').waitFor()
      await me.page.getByLabel('A day within the limits').selectOption('2027-04-07')
      await me.page.getByRole('button', { name: 'Move it' }).press('Enter')
      await me.page.locator('[data-day="2027-04-07"].arranged').waitFor()
      await me.press('Control+Z')
      await me.page.locator('[data-day="2027-03-24"].arranged').waitFor()
    },
  },
  {
    name: 'a make-up is dragged to another day',
    args: april,
    file: family,
    async run(me) {
      await bringIn(me)
      await me.click('link', 'Make it up')
      await me.click('button', /^Propose these/)
      await me.page.locator('[data-day="2027-03-24"].arranged').waitFor()
      me.actions = 0
      await drag(me.page, '2027-03-24', '2027-04-15')
      me.actions++
      await me.page.locator('[data-day="2027-04-15"].arranged:focus').waitFor()
      me.within(1, 'a make-up is moved')
      await me.page.locator('[data-day="2027-03-24"]:not(.arranged)').waitFor()
      await drag(me.page, '2027-04-15', '2027-05-31')
      await me.page.reload()
      await me.page.locator('[data-day="2027-04-15"].arranged').waitFor()
    },
  },
]

async function drag(page, from, to) {
  const middle = async (day) => {
    const cell = page.locator(`[data-day="${day}"]`)
    await cell.scrollIntoViewIfNeeded()
    const box = await cell.boundingBox()
    return [box.x + box.width / 2, box.y + box.height / 2]
  }
  await middle(to)
  await page.mouse.move(...(await middle(from)))
  await page.mouse.down()
  await page.mouse.move(...(await middle(to)), { steps: 8 })
  await page.mouse.up()
}
