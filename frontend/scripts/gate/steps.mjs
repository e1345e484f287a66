// Small steps that the looks and the journeys share.
export const screens = ['today', 'calendar', 'log', 'owed', 'planner', 'notes', 'family', 'papers']

/** Clicks the first control of a name, whatever its role. */
export const click = (name) => async (page) => {
  await page
    .locator('main, dialog, [role=dialog]')
    .locator('button, a, summary, label, [role=radio], [role=tab]')
    .filter({ hasText: name })
    .first()
    .click()
}

/** Clicks one after another. */
export const clicks =
  (...names) =>
  async (page) => {
    for (const name of names) await click(name)(page)
  }

/** Does one step after another. */
export const inTurn =
  (...steps) =>
  async (page) => {
    for (const step of steps) await step(page)
  }

/** Clicks the first button by the name that a screen reader says. */
export const named = (name) => (page) => page.locator('main').getByRole('button', { name }).first().click()

/** Presses a key. */
export const press = (key) => (page) => page.keyboard.press(key)

/** Finds a text, and waits for the answer to it. */
export const found = (text) => async (page) => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(text)
  const answer = { '': 'Sessions not filled in', xyzzy: 'Nothing was found for' }[text] ?? /^\d+ found$/
  await page.getByRole('dialog').getByText(answer).first().waitFor({ state: 'attached' })
}

/** Opens help, beside the screen or over it. */
export async function helped(page) {
  await page.keyboard.press('F1')
  await page.getByLabel('About', { exact: true }).waitFor()
}

/** Opens what a word of the school means. */
export const term = (word) => async (page) => {
  await page.locator('main').getByRole('button', { name: word, exact: true }).first().click()
  await page.getByText('All of these words').waitFor()
}

/** Looks at the screen as it opens. */
export const nothing = () => undefined

/** Pastes dates and has them read. */
export const read = (text) => async (page) => {
  await click('Paste dates')(page)
  await page.getByLabel('Dates from the school').fill(text)
  await page.getByRole('button', { name: 'Read the dates' }).click()
  await page.getByRole('heading', { name: 'What was read' }).waitFor()
}

/** A new service in a rhythm, with what that asks for. */
export const rhythm = (kind) => async (page) => {
  await click('Add a service')(page)
  await page.getByLabel('How many sessions').fill('1')
  await page.getByLabel('Minutes of one session').fill('30')
  await page.getByLabel('When is it planned?').selectOption(kind)
  const size = page.getByLabel(/^(Weeks until it starts over|How many school days)/)
  if ((await size.count()) > 0) await size.fill('6')
  for (const name of [/with sessions$/, 'Which one of the month?', /^Planned on/]) {
    const chips = page.getByRole('group', { name }).locator('label')
    if ((await chips.count()) > 0) await chips.first().click()
  }
  const first = page.getByLabel('A school day that is Day 1')
  if ((await first.count()) > 0) await first.fill('2025-03-17')
  await page
    .getByText(/sessions? on school days/)
    .last()
    .waitFor()
}
