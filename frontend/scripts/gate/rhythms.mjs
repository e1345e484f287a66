// Journeys about when a service is planned: rhythms beside the weekly one, what the school says.

/** A new service of the first plan, up to its rhythm. */
async function begin(me, rhythm) {
  await me.click('link', 'Child & services')
  await me.click('button', 'Add a service')
  await me.tick('Counseling')
  await me.fill('How many sessions', '1')
  await me.fill('Minutes of one session', '30')
  await me.choose('When is it planned?', rhythm)
}

const among = (me, name) => me.page.getByRole('group', { name })

export const rhythms = [
  {
    name: 'rhythm: a service every other week',
    args: ['--sample'],
    async run(me) {
      await begin(me, 'Every other week')
      await me.tick('Wednesday')
      await me.reads(/1 session of 30 minutes a week, every other Wednesday/)
      await me.reads(/sessions on school days/)
      await me.click('button', 'Save')
      await me.reads('Added a service')
      me.within(8, 'a service every other week')
    },
  },
  {
    name: 'rhythm: 3 weeks of 4',
    args: ['--sample'],
    async run(me) {
      await begin(me, 'Some weeks of each few, such as 3 of 4')
      await me.fill('Weeks until it starts over', '4')
      for (const week of ['1', '2', '3']) await me.tick(week, among(me, 'Weeks with sessions'))
      await me.tick('Wednesday')
      await me.reads(/Wednesdays, 3 weeks of 4/)
      await me.click('button', 'Save')
      await me.reads('Added a service')
      me.within(12, '3 weeks of 4')
    },
  },
  {
    name: 'rhythm: a 6-day cycle, and which day it is',
    args: ['--sample'],
    async run(me) {
      await begin(me, 'By school days: Day 1, Day 2 …')
      await me.fill('How many school days until Day 1 comes again', '6')
      for (const day of ['1', '4']) await me.tick(day, among(me, 'Days with sessions'))
      await me.fill('A school day that is Day 1', '2025-03-17')
      await me.reads(/days 1 and 4 of a 6-day cycle; a snow day moves the cycle on/)
      await me.click('button', 'Save')
      await me.reads('Added a service')
      me.within(11, 'a 6-day cycle')
      await me.click('link', 'Today')
      await me.reads(/Today is .*Day 4 of the 6-day cycle/)
      await me.page.goto(`${new URL(me.page.url()).origin}/#/calendar/2024-25/year/2025-03-19`)
      await me.click('button', /^Wednesday, March 19/)
      await me.reads('Why is it so?')
      await me.page.getByText('Services without a session on this day').click()
      await me.reads(/it is Day 3 of 6, and planned is Day 1 and 4/)
    },
  },
  {
    name: 'rhythm: what the school says, and what it costs',
    args: ['--sample'],
    async run(me) {
      await me.click('link', 'Child & services')
      await me.click('button', 'The school says services pause…')
      await me.fill('Why does it say so?', 'State tests')
      await me.fill('From', '2025-03-03')
      await me.fill('Until', '2025-03-14')
      await me.click('button', 'Save')
      await me.reads(/sessions?, \d+ minutes planned in these days/)
      me.within(6, 'a claim and its cost')
      await me.click('link', 'Minutes owed')
      me.actions++
      await me.page.getByText('What the school says, in no number here').first().click()
      await me.reads(/If all of this held:/)
      me.within(2, 'the picture if it held')
    },
  },
]
