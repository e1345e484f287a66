// The gate: the built pages on the program's real screens, in Chromium under the window's own content policy. Every
// screen in every look has nothing for axe to find, and every journey costs what it may. The pictures land in
// build/pictures/. `HOST=… DIST=… node scripts/gate.mjs [part of a name [part of a picture's name]]`; `make e2e` sets both,
// `make gate` has all that can be opened seen in every deep look, and every journey made without a pointer.
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { violations } from './axe.mjs'
import { house } from './gate/house.mjs'
import { journeys } from './gate/journeys.mjs'
import { before, looked } from './gate/looks.mjs'
import { Person } from './gate/person.mjs'
import { Typist } from './gate/typist.mjs'
import { claims } from './never.mjs'

const [only = '', shown = ''] = process.argv.slice(2)
const pictures = fileURLToPath(new URL('../../build/pictures/', import.meta.url))
mkdirSync(pictures, { recursive: true })
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium' })
let passed = 0
const failures = []

/** Families and files whose names are meant to break a page say what they like. */
const hostile = /hostile|names-are-text|titles-are-text/

/** Acts that open pages themselves; a journey gets a person on the first page. */
const visits = [...looked, ...before]
const byKeys = journeys
  .filter(({ keys }) => (process.env.GATE === 'all' ? keys !== false : keys))
  .map((journey) => ({ ...journey, name: `${journey.name}, by keys alone`, person: Typist }))
const acts = [...visits, ...journeys, ...byKeys].filter(({ name }) => name.includes(only))
await Promise.all([work(), work()])
await browser.close()
for (const failure of failures) console.log(failure)
console.log(`${passed} passed, ${failures.length} failed`)
process.exit(failures.length === 0 ? 0 : 1)

/** Plays what is left, one act after another; two do, since a page waits more than it works. */
async function work() {
  for (let act = acts.shift(); act; act = acts.shift()) {
    try {
      await play(act)
      passed++
    } catch (error) {
      failures.push(`${act.name}: ${error.message}`)
    }
  }
}

/** Plays one act in a house of its own. */
async function play(act) {
  const home = await house(act)
  const visit = async (name, screen, look, step) => {
    if (!name.includes(shown)) return
    const page = await open(home, name, look)
    await page.goto(`${home.address}#/${screen}`)
    await sized(page, look.zoom ?? 100)
    await settled(page)
    await step?.(page)
    await examine(page, name)
    await page.context().close()
  }
  try {
    if (visits.includes(act)) return await act.run(visit, home)
    const page = await open(home, act.name, { width: 1280, height: 800 })
    await page.goto(home.address)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await act.run(new (act.person ?? Person)(page), visit, home)
    await examine(page, act.name.replaceAll(/\W+/g, '-'))
    await page.context().close()
  } finally {
    await home.close()
  }
}

async function open(home, name, { width, height, scheme = 'light' }) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  const trouble = (text) => failures.push(`${name}: ${text}`)
  page.on('pageerror', (error) => trouble(error.message))
  page.on('console', (line) => line.type() === 'error' && trouble(line.text()))
  page.on('dialog', (dialog) => trouble(`a dialog: ${dialog.message()}`))
  page.on(
    'request',
    (request) => request.url().startsWith(home.address) || trouble(`asked for ${request.url()}`),
  )
  return page
}

/** Sets the size of the text as the View menu does, which the next start of the page reads. */
async function sized(page, zoom) {
  const now = await page.evaluate(() => go.app.Settings.View())
  if (now.zoom !== zoom) {
    await page.evaluate((view) => go.app.Settings.Save(view), { ...now, zoom })
    await page.reload()
  }
  await page.waitForFunction((percent) => document.documentElement.style.fontSize === `${percent}%`, zoom)
}

/** Waits until the screen stands: its heading, and nothing on its way. */
async function settled(page) {
  await page.locator('main h1').first().waitFor()
  await page.waitForFunction(() => !document.querySelector('main [aria-busy=true]'))
  await page.evaluate(() => document.fonts.ready)
}

async function examine(page, name) {
  await page.screenshot({ path: `${pictures}${name}.png`, fullPage: true })
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  if (wide > 0) failures.push(`${name}: ${wide} pixels too wide`)
  for (const line of await violations(page)) failures.push(`${name}: ${line}`)
  if (!hostile.test(name)) for (const line of await claims(page)) failures.push(`${name}: ${line}`)
}
