// Files to attach, made here so that what is in them can be read: pages, pictures, and what is meant to do harm.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'

/** A PDF of objects as text; the places of the objects are counted here. */
export function pdf(objects) {
  let text = '%PDF-1.7\n'
  const places = objects.map((body, at) => {
    const place = text.length
    text += `${at + 1} 0 obj\n${body}\nendobj\n`
    return place
  })
  const end = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  for (const place of places) text += `${String(place).padStart(10, '0')} 00000 n \n`
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${end}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

const stream = (text) => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`

/** Pages with a line of text each, in a font that the file does not bring along; `more` stands in the catalog, `page` in each page. */
export function letter(lines, more = '', page = '') {
  const kids = lines.map((_, at) => `${4 + at * 2} 0 R`).join(' ')
  return pdf([
    `<< /Type /Catalog /Pages 2 0 R ${more} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${lines.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...lines.flatMap((line, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F 3 0 R >> >> /Contents ${5 + at * 2} 0 R ${page} >>`,
      stream(`BT /F 24 Tf 72 700 Td (${line}) Tj ET`),
    ]),
  ])
}

/** A PDF that would run, open and fetch, if it were let. */
export const trap = letter(
  ['Progress report', 'Second page'],
  '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\); this.submitForm\\("http://127.0.0.1:9/"\\)) >> /AA << /WC << /S /Launch /F (calc.exe) >> >>',
  '/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 612 792] /A << /S /URI /URI (http://127.0.0.1:9/) >> >> << /Type /Annot /Subtype /Widget /FT /Tx /T (name) /Rect [72 600 300 620] /AA << /F << /S /JavaScript /JS (app.alert\\(2\\)) >> >> >>]',
)

const table = Array.from({ length: 256 }, (_, n) => {
  for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1
  return n >>> 0
})

function chunk(kind, data) {
  const body = Buffer.concat([Buffer.from(kind), data])
  let sum = 0xffffffff
  for (const byte of body) sum = table[(sum ^ byte) & 255] ^ (sum >>> 8)
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length)
  body.copy(whole, 4)
  whole.writeUInt32BE((sum ^ 0xffffffff) >>> 0, body.length + 4)
  return whole
}

/** A PNG of a size, in bands of grey; `claims` is what it says of its size instead. */
export function png(width, height, claims = [width, height]) {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(claims[0])
  head.writeUInt32BE(claims[1], 4)
  head[8] = 8
  const rows = Array.from({ length: height }, (_, y) =>
    Buffer.alloc(width + 1, 60 + ((y >> 4) % 8) * 24).fill(0, 0, 1),
  )
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** What a family attaches. */
export const papers = {
  'Progress report.pdf': letter(['Progress report', 'Goal 1: met', 'Goal 2: in part']),
  'Note of the therapist.png': png(640, 400),
}

/** What is meant to break the page, by names that are meant to as well. */
export const harmful = {
  'trap.pdf': trap,
  'huge.png': png(4, 4, [1_000_000, 1_000_000]),
  'drawing.svg': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  'page.html': Buffer.from('<!doctype html><script>alert(1)</script>'),
  'evil.pdf.exe': Buffer.from('MZ\x90'),
  '\u202Egnp.scr': Buffer.from('%PDF-1.7\nnothing'),
  '<img src=x onerror=alert(1)>.png': Buffer.concat([png(8, 8), Buffer.from('<script>alert(3)</script>')]),
}

/** Attaches what the dialog offers, where nothing is attached yet. */
export async function attach(page) {
  const empty = page.getByRole('heading', { name: 'Nothing is attached yet' })
  await empty
    .or(page.getByRole('list', { name: 'Attachments, newest first' }))
    .first()
    .waitFor()
  if (await empty.isVisible()) await page.getByRole('button', { name: 'Attach files…' }).click()
  await page.getByRole('link', { name: 'Progress report.pdf' }).first().waitFor()
}

/** Attaches it to the entry that is open. */
export async function attachTo(page) {
  await page.getByRole('dialog').getByRole('button', { name: 'Attach files…' }).click()
  await page.getByRole('dialog').getByRole('link', { name: 'Progress report.pdf' }).waitFor()
}

/** Opens an attachment and waits until a text can be read. */
export const show = (name, text) => async (page) => {
  await attach(page)
  await page.getByRole('link', { name, exact: true }).first().click()
  await page.getByText(text).first().waitFor()
  await page.waitForTimeout(300) // the picture of a page has no end that could be seen
}

/** Cuts every attached picture short, as a bad disk might. */
async function damage(page, home) {
  await attach(page)
  const shelf = join(home.data, 'data', 'sample-attachments')
  for (const folder of readdirSync(shelf))
    for (const name of readdirSync(join(shelf, folder))) {
      const file = join(shelf, folder, name)
      const bytes = readFileSync(file)
      if (bytes.toString('latin1', 1, 4) === 'PNG') writeFileSync(file, bytes.subarray(0, 20))
    }
}

/** Opens a picture that the disk has cut short. */
export async function damaged(page, home) {
  await damage(page, home)
  await show('Note of the therapist.png', 'This file cannot be shown')(page)
}

/** What a family does with a scan, and what comes of files that are meant to do harm. */
export const keeping = [
  {
    name: 'a scan is attached to the session it is about',
    args: ['--sample'],
    papers,
    async run(me) {
      await me.click('link', 'Session log')
      await me.page.getByRole('button', { name: /^Nora/ }).first().waitFor()
      me.actions = 0
      await me.click('button', /^Nora/)
      await me.click('button', 'Attach files…', me.page.getByRole('dialog'))
      await me.reads('Attached 2 files')
      me.within(2, 'attaching to a session')
      await me.click('link', 'Progress report.pdf', me.page.getByRole('dialog'))
      await me.reads('Page 1 of 3')
      me.within(1, 'from the session to its scan')
      await me.press('ArrowRight')
      await me.reads('Goal 1: met')
      await me.press('ArrowRight')
      await me.reads('Goal 2: in part')
      await me.press('+')
      await me.reads('125% of the width')
      me.within(3, 'reading it with the keyboard')
      await me.click('link', /^(Nora: )?Speech|^Nora/, me.page.locator('main'))
      await me.reads('2 attached')
      me.within(1, 'back to the session')
    },
  },
  {
    name: 'an attachment is taken off and comes back',
    args: ['--sample'],
    papers,
    async run(me) {
      await me.click('link', 'Attachments')
      await me.click('button', 'Attach files…')
      await me.reads('Attached 2 files')
      me.within(2, 'attaching files')
      await me.click('button', 'Change: Progress report.pdf')
      await me.fill('Name', 'Report of March')
      await me.choose('Also belongs to', { index: 2 })
      await me.click('button', 'Save', me.page.getByRole('dialog'))
      await me.reads('Changed an attachment')
      await me.page.getByRole('link', { name: 'Report of March', exact: true }).waitFor()
      me.within(4, 'naming and linking it')
      await me.click('button', 'Change: Report of March')
      me.actions++
      await me.page.locator('[role=dialog] summary').click()
      await me.click('button', 'Take it off the list', me.page.locator('[role=dialog] details'))
      await me.reads('Struck an attachment')
      me.within(3, 'taking it off')
      await me.click('button', 'Undo', me.page.locator('[data-sonner-toaster]'))
      await me.page.getByRole('link', { name: 'Report of March', exact: true }).waitFor()
      me.within(1, 'having it back')
    },
  },
  {
    name: 'files that are meant to do harm do none',
    args: ['--sample'],
    papers: harmful,
    async run(me, visit) {
      await me.click('link', 'Attachments')
      await me.click('button', 'Attach files…')
      await me.reads(`Attached ${Object.keys(harmful).length} files`)
      const links = me.page.getByRole('list', { name: 'Attachments, newest first' }).locator('a.name')
      const places = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href').slice(2)))
      for (const [at, place] of places.entries())
        await visit(`harmful-${at}`, place, { width: 320, height: 800 }, async (page) => {
          await page.locator('canvas, main img, .empty').first().waitFor({ state: 'attached' })
          await page.waitForTimeout(400)
          if (await page.evaluate(() => window.violations?.length)) throw new Error('the policy was run into')
          if (await page.locator('.page a, .page input, iframe, object, embed').count())
            throw new Error('a link came out of a file')
        })
    },
  },
]
