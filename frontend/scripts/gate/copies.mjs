// Safe copies: what is opened on their screen for the looks, and their journeys.
import { copyFileSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { clicks, inTurn, named } from './steps.mjs'

/** A family's own record, with a child and a copy. */
async function kept(page) {
  await page.evaluate(async () => {
    const { Start, Family, Copies } = go.app
    await Start.Begin({ author: 'Mom', child: 'Mia', state: '' })
    const view = await Family.View('')
    await Family.Reach('', view.children[0].form.id, '')
    await Copies.Make('')
  })
}

/** Something is written down; it gives what stands then. */
const renamed = (name) => async (page) =>
  page.evaluate(async (name) => {
    const { Family } = go.app
    const view = await Family.View('')
    await Family.SaveChild('', { ...view.children[0].form, name })
  }, name)

/** Waits until a text stands on the screen. */
const says = (text) => (page) => page.locator('main').getByText(text).first().waitFor()

/** Opens the screen anew. */
async function again(page) {
  await page.reload()
  await page.getByRole('heading', { name: 'Safe copies' }).waitFor()
}

/** One after the other, each on what the one before left. */
const states = [
  ['copies', inTurn(kept, again)],
  [
    'copies-second',
    inTurn(clicks('Choose a folder…', 'Copy there now'), says('copy outside this computer: today')),
  ],
  ['copies-preview', inTurn(renamed('Mia Wren'), again, named(/^Restore the copy/))],
  [
    'copies-restored',
    inTurn(named(/^Restore the copy/), clicks(/^\s*Restore\s*$/), says('you brought back a copy')),
  ],
  ['copies-older', clicks('Remove older copies…')],
  ['copies-portable', clicks('Take everything with you…', 'Choose where to save…')],
  ['copies-tried', inTurn(clicks('Try it now'), says('as a trial'))],
]

/** The screen of a family's own copies, in every look. */
export const copiesIn = (looks) =>
  looks.map((look) => ({
    name: `safe copies ${look.name}`.trim(),
    args: ['--today', '2026-11-22'],
    async run(visit) {
      for (const [name, act] of states)
        await visit([name, look.name].filter(Boolean).join('-'), 'copies', look, act)
    },
  }))

/** The copies of a house, taken away from it as on a stick. */
function onAStick(home) {
  const from = join(home.data, 'data', 'backups')
  const [name] = readdirSync(from).filter((file) => /\.(db|vault)$/.test(file))
  copyFileSync(join(from, name), join(home.data, `open${name.replace(/.*\./, '.')}`))
  renameSync(from, join(home.data, 'stick'))
}

export const copying = [
  {
    name: 'a safe copy is brought back, and that is undone',
    args: ['--today', '2026-11-22'],
    async run(me) {
      await kept(me.page)
      await renamed('Nobody I know')(me.page)
      await me.page.reload()
      await me.reads('Nobody I know')
      await me.click('link', 'Lock and copies')
      await me.click('link', 'Safe copies')
      await me.click('button', /^Restore the copy/)
      await me.reads('of what stands here now')
      await me.click('button', 'Restore', me.page.getByRole('dialog'))
      await me.reads('you brought back a copy')
      me.within(4, 'bringing back a copy, from anywhere')
      await renamed('Mia the second')(me.page)
      await me.click('button', 'Undo the restore')
      await me.reads('what you wrote since is still there')
      me.within(1, 'undoing it')
    },
  },
  {
    name: 'a new computer opens a safe copy',
    args: ['--today', '2026-11-22'],
    async run(me, visit, home) {
      await kept(me.page)
      await me.page.evaluate(() => go.app.Start.Sample())
      onAStick(home)
      renameSync(join(home.data, 'data', 'record.db'), join(home.data, 'the-old-computer.db'))
      await me.page.evaluate(() => go.app.Start.Own())
      await me.page.reload()
      await me.click('button', 'Open a safe copy…')
      await me.page.getByRole('navigation').waitFor()
      await me.reads('Mia')
      me.within(1, 'a new computer')
    },
  },
  {
    name: 'a record that does not open is brought back from a copy',
    args: ['--today', '2026-11-22'],
    async run(me, visit, home) {
      await kept(me.page)
      await me.page.evaluate(() => go.app.Start.Sample())
      writeFileSync(join(home.data, 'data', 'record.db'), 'spoilt '.repeat(1000))
      await me.page.evaluate(() => go.app.Start.Own())
      await me.page.reload()
      await me.reads('Your record was not opened')
      await me.click('button', /^Restore the copy/)
      await me.page.getByRole('navigation').waitFor()
      me.within(1, 'from the rescue screen')
      await me.page.getByRole('heading', { level: 1 }).waitFor()
      const aside = readdirSync(join(home.data, 'data')).filter((name) =>
        name.startsWith('record.db.damaged-'),
      )
      if (aside.length !== 1) throw new Error(`kept aside: ${aside}`)
    },
  },
  {
    name: 'everything is taken along',
    args: ['--sample'],
    async run(me, visit, home) {
      mkdirSync(join(home.data, 'saved'), { recursive: true })
      await me.page.evaluate(() => (location.hash = '#/copies'))
      await me.click('button', 'Take everything with you…')
      await me.fill('Passphrase for this file', 'short')
      await me.click('button', 'Choose where to save…')
      await me.page.locator('[aria-invalid=true]').waitFor()
      await me.fill('Passphrase for this file', 'orbit maple seventeen lanterns')
      await me.fill('The same once more', 'orbit maple seventeen lanterns')
      await me.click('button', 'Choose where to save…')
      await me.reads('it opens with the passphrase you chose')
      me.within(6, 'taking everything along')
      const saved = readdirSync(join(home.data, 'saved'))
      if (saved.length !== 1 || !/^midweek-[-\d]+\.zip\.age$/.test(saved[0]))
        throw new Error(`saved: ${saved}`)
    },
  },
]
