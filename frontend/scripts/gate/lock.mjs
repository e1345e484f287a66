// The locked record: its first run, the door, locking with words half typed, the keys; each of its pages in every look.

const passphrase = 'harbor lemon quiet stairs'

/** Types back the two groups that are asked for, as they stand on the sheet. */
async function typeBack(me) {
  const groups = await me.page.locator('.group').allTextContents()
  await me.click('button', 'I have it on paper')
  await me.page.getByRole('heading', { name: 'Type two groups back' }).waitFor()
  for (const label of await me.page.locator('form label').allTextContents())
    await me.fill(label.trim(), groups[Number(label.replaceAll(/\D/g, '')) - 1].toLowerCase())
  return groups.join(' ')
}

/** A locked record with a child: what it costs more than a plain one are the passphrase and the sheet. */
export async function lockedIn(me) {
  await me.fill('Your child’s name', 'Mia')
  await me.fill('Your name', 'Mom')
  await me.click('button', 'Next: the passphrase')
  await me.fill('New passphrase', passphrase)
  await me.click('button', 'Next: the recovery key')
  await me.page.locator('.group').first().waitFor()
  const key = await typeBack(me)
  await me.click('button', 'Lock the record')
  await me.reads('About')
  return key
}

async function unlock(me) {
  await me.fill('Passphrase', passphrase)
  await me.click('button', 'Open the record')
  await me.page.getByRole('navigation').waitFor()
}

/** Lets the house begin a locked record, and gives its recovery key. */
const begun = (page) =>
  page.evaluate(async (typed) => {
    const { Lock, Family } = go.app
    const made = await Lock.Prepare({
      for: 'begin',
      child: 'Mia',
      author: 'Mom',
      present: '',
      passphrase: typed,
    })
    const view = await Lock.Finish(made.asked.map((n) => made.groups[n - 1]))
    await Family.Reach('', view.frame.children[0].id, '')
    return made.groups.join(' ')
  }, passphrase)

/** The page at the door of a record that was begun. */
async function atDoor(page) {
  const key = await begun(page)
  await page.evaluate(() => go.app.Lock.Now(''))
  await page.reload()
  await page.getByLabel('Passphrase').waitFor()
  return key
}

const button = (page, name) => page.getByRole('button', { name }).first().click()

async function steps(page, to) {
  await page.getByLabel('Your child’s name').fill('Mia')
  await page.getByLabel('Your name').fill('Mom')
  await button(page, 'Next: the passphrase')
  await page.getByLabel('New passphrase').fill('mia')
  await button(page, 'Next: the recovery key')
  await page.locator('.error').waitFor()
  if (to === 'passphrase') return
  await page.getByLabel('New passphrase').fill(passphrase)
  await button(page, 'Next: the recovery key')
  await page.locator('.group').first().waitFor()
  if (to === 'sheet') return
  await button(page, 'I have it on paper')
  await button(page, 'Lock the record')
  await page.locator('.error').waitFor()
}

/** Each in a house of its own, in one look after another. */
const pages = {
  'lock-passphrase': (page) => steps(page, 'passphrase'),
  'lock-sheet': (page) => steps(page, 'sheet'),
  'lock-back': (page) => steps(page, 'back'),
  'door-forgot': async (page) => {
    await atDoor(page)
    await button(page, 'Forgot it?')
    await page.getByLabel('Recovery key').fill('1234')
    await button(page, 'Open the record')
    await page.locator('.error').waitFor()
  },
  'door-renew': async (page) => {
    const key = await atDoor(page)
    await button(page, 'Forgot it?')
    await page.getByLabel('Recovery key').fill(key)
    await button(page, 'Open the record')
    await page.getByRole('heading', { name: 'Set a new passphrase' }).waitFor()
  },
  'lock-keys': async (page) => {
    await begun(page)
    await page.goto(`${new URL(page.url()).origin}/#/lock`)
    await page.reload()
    await page.getByRole('heading', { name: 'What opens the record' }).waitFor()
  },
  'lock-change': async (page) => {
    await pages['lock-keys'](page)
    await button(page, 'Add another adult’s passphrase…')
    await page.getByRole('dialog').getByRole('button', { name: 'Add it' }).click()
    await page.getByRole('dialog').locator('.error').first().waitFor()
  },
}

export const lockedPages = (looks) =>
  Object.entries(pages).flatMap(([name, act]) =>
    looks
      .filter(({ deep }) => deep)
      .map((look) => ({
        name: `${name} ${look.name}`.trim(),
        args: ['--today', '2026-09-03'],
        run: (visit) => visit([name, look.name].filter(Boolean).join('-'), '', look, act),
      })),
  )

export const locking = [
  {
    name: 'a locked record is begun',
    args: ['--today', '2026-09-03'],
    async run(me) {
      await lockedIn(me)
      // The plain way costs four to this point; the locked one a passphrase and a sheet more.
      me.within(9, 'a locked record')
    },
  },
  {
    name: 'words half typed outlive the lock',
    args: ['--today', '2026-09-03'],
    async run(me) {
      await begun(me.page)
      await me.page.goto(`${new URL(me.page.url()).origin}/#/notes`)
      await me.page.reload()
      await me.click('button', 'Add a note')
      const note = me.page.getByRole('dialog').locator('textarea').first()
      await note.fill('Wore her new glasses all morn')
      me.actions = 0
      await me.press('Control+l')
      await me.page.getByRole('heading', { name: 'Your record is locked' }).waitFor()
      const shown = await me.page.content()
      for (const word of ['glasses', 'Mia'])
        if (shown.includes(word)) throw new Error(`${word} is in the page while it is locked`)
      await unlock(me)
      await me.click('button', 'Add a note')
      if ((await note.inputValue()) !== 'Wore her new glasses all morn') throw new Error('the words are gone')
      me.within(5, 'locked and back at the words')
    },
  },
  {
    name: 'a forgotten passphrase',
    keys: false,
    args: ['--today', '2026-09-03'],
    async run(me) {
      const key = await atDoor(me.page)
      await me.click('button', 'Forgot it?')
      await me.fill('Recovery key', key)
      await me.click('button', 'Open the record')
      await me.reads('Set a new passphrase')
      await me.click('button', 'Suggest five words')
      await me.click('button', 'Set it and go on')
      await me.page.getByRole('navigation').waitFor()
      me.within(6, 'in by the recovery key')
    },
  },
  {
    name: 'a plain record says so',
    keys: false,
    args: ['--today', '2026-09-03'],
    async run(me) {
      await me.page.evaluate(async () => {
        const view = await go.app.Start.Begin({ author: 'Mom', child: 'Mia' })
        await go.app.Family.Reach('', view.frame.children[0].id, '')
      })
      await me.page.reload()
      await me.page.getByRole('navigation').waitFor()
      await me.press('Control+l')
      await me.reads('The record is not locked')
      await me.click('button', 'Lock the record…')
      await me.fill('New passphrase', passphrase)
      await me.click('button', 'Next: the recovery key')
      await me.page.locator('.group').first().waitFor()
      await typeBack(me)
      await me.click('button', 'Lock the record')
      await me.reads('The record is locked with a passphrase')
      me.within(8, 'a plain record locked')
    },
  },
]
