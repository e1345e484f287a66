// Pictures of the page on made-up answers, in Chromium, under the content policy; with a check by axe and of the
// width. `npm run look -- calendar` builds and shows that screen alone, `npm run look -- calendar dark` only what has
// that in its name. The pictures land in build/pictures/page/; what they show is in views/.
import { mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { fixture } from './fixture.mjs'
import { serve } from './serve.mjs'

const [only = '', part = ''] = process.argv.slice(2)
const files = only
  ? [only + '.mjs']
  : readdirSync(new URL('views/', import.meta.url)).filter((file) => file !== 'act.mjs')
const views = (await Promise.all(files.map((file) => import('./views/' + file)))).flatMap(
  (each) => each.views,
)
const out = fileURLToPath(new URL('../../build/pictures/page/', import.meta.url))
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
mkdirSync(out, { recursive: true })

const { address, close } = await serve(await fixture(only))
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium' })
let troubles = 0
const trouble = (name, text) => {
  troubles++
  console.log(`${name}: ${text}`)
}

for (const view of views.filter(({ name }) => name.includes(part)))
  await picture(view).catch((error) => trouble(view.name, error.message))
await browser.close()
close()
console.log(troubles === 0 ? 'nothing to mend' : `${troubles} to mend`)
process.exit(troubles === 0 ? 0 : 1)

async function picture({
  name,
  at = '',
  hash = '#/today',
  width = 1280,
  height = 800,
  scheme = 'light',
  act,
  more = {},
}) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    reducedMotion: 'reduce',
    ...more,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(5000)
  page.on('pageerror', (error) => trouble(name, error.message))
  page.on('console', (line) => ['error', 'warning'].includes(line.type()) && trouble(name, line.text()))
  page.on('dialog', (dialog) => trouble(name, `a dialog: ${dialog.message()}`))
  page.on(
    'request',
    (request) => request.url().startsWith(address) || trouble(name, `asked for ${request.url()}`),
  )
  await page.goto(address + at + hash)
  await page.locator('h1').first().waitFor()
  await act?.(page)
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: `${out}${name}.png`, fullPage: /narrow|long|large/.test(name) })
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  if (wide > 0) trouble(name, `${wide} pixels too wide`)
  await check(page, name)
  await context.close()
}

/** Playwright runs this outside of the page's policy. */
async function check(page, name) {
  const session = await page.context().newCDPSession(page)
  await session.send('Page.enable')
  const { frameTree } = await session.send('Page.getFrameTree')
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
  })
  await session.send('Runtime.evaluate', { expression: axe, contextId: executionContextId })
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run(document).then((r) => JSON.stringify(r.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.target.join(' ')).slice(0, 3).join(' | '))))`,
    contextId: executionContextId,
    awaitPromise: true,
  })
  for (const line of JSON.parse(result.value ?? '["axe gave no answer"]')) trouble(name, line)
}
