// What the program does not say, looked for on a page as it is shown. The list is that of the tests in Go.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const list = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../internal/core/coretest/never/never.json'), 'utf8'),
).map(({ says, but = [], instead }) => ({ says: new RegExp(says, 'i'), but, instead }))

/** What a text says of the list, or nothing. */
export function never(text) {
  for (const { says, but, instead } of list) {
    const bare = but.reduce((left, name) => left.replaceAll(name, '…'), text)
    const word = bare.match(says)
    if (word) return `says ${word[0]} (we say: ${instead}): ${text}`
  }
  return ''
}

/** Every text that the page shows or a screen reader says of it, but what a family typed and the choices of lists. */
const texts = () => {
  const found = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (!node.parentElement.closest('bdi, textarea, option, script, style')) found.push(node.data)
  for (const name of ['aria-label', 'aria-description', 'title', 'placeholder', 'alt'])
    for (const node of document.querySelectorAll(`[${name}]`))
      if (!node.closest('bdi')) found.push(node.getAttribute(name))
  return found
}

/** The texts of a page that say what is never said. */
export async function claims(page) {
  return (await page.evaluate(texts)).map(never).filter(Boolean)
}
