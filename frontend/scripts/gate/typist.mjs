// A person who has no pointer: the same journeys, every click and every field reached by Tab and the arrow keys. What
// it costs is not counted; what cannot be reached fails.
import { Person } from './person.mjs'

/** More than any page has stops. */
const farthest = 250

export class Typist extends Person {
  async click(role, name, within = this.page) {
    await this.#reach(within.getByRole(role, { name }).first())
    await this.press('Enter')
  }

  async tick(words, within = this.page) {
    const label = within.locator('label').filter({ hasText: words }).first()
    await label.waitFor()
    const box = (await label.evaluateHandle((node) => node.control)).asElement()
    await this.#reach(box)
    // An arrow key that led to a dot has chosen it.
    if (!(await box.evaluate((node) => node.type === 'radio' && node.checked))) await this.press('Space')
  }

  async fill(label, text, within = this.page) {
    const typed = this.page.locator('input:not([type=radio], [type=checkbox]), textarea')
    const field = within.getByLabel(label).and(typed).first()
    await this.#reach(field)
    if ((await field.getAttribute('type')) === 'time') return this.page.keyboard.type(onTheClock(text))
    await this.press('Control+a')
    if (text === '') await this.press('Delete')
    else await this.page.keyboard.type(text)
  }

  async choose(label, option, within = this.page) {
    const list = within.getByLabel(label).first()
    await this.#reach(list)
    const at = await list.evaluate(
      (node, wanted) =>
        wanted.index ?? [...node.options].findIndex((o) => o.value === wanted || o.label === wanted),
      option,
    )
    if (at < 0) throw new Error(`${label} has no ${option}`)
    const now = () => list.evaluate((node) => node.selectedIndex)
    for (let times = 0; (await now()) !== at && times < farthest; times++)
      await this.press((await now()) < at ? 'ArrowDown' : 'ArrowUp')
  }

  drag() {
    throw new Error('a drag has a way by keys, which is a journey of its own')
  }

  /** By keys nothing is counted: the journey stands or it does not. */
  within() {
    this.actions = 0
  }
  estimated() {
    this.acts = []
  }

  async #reach(target) {
    if ('waitFor' in target) await target.waitFor()
    for (let times = 0; times < farthest; times++) {
      const key = await target.evaluate(keyTowards)
      if (key === '') return
      await this.press(key)
    }
    throw new Error(`no key leads to ${await target.evaluate((node) => node.ariaLabel ?? node.textContent)}`)
  }
}

/** 13:05 as it is typed into a field for a time. */
function onTheClock(text) {
  const [hour, minute] = text.split(':').map(Number)
  const two = (n) => String(n).padStart(2, '0')
  return `${two(hour % 12 || 12)}${two(minute)}${hour < 12 ? 'AM' : 'PM'}`
}

/** The next key on the way to a thing: none when it has the focus, arrows within a group of one stop, else Tab there or back. */
function keyTowards(node) {
  const here = document.activeElement
  if (here === node) return ''
  const oneOf = node.type === 'radio' && here?.type === 'radio' && here.name === node.name
  const group = node.closest(
    '[role=grid], [role=radiogroup], [role=listbox], [role=tablist], [role=toolbar], ul, table',
  )
  if (!oneOf && !(node.tabIndex < 0 && group?.contains(here)))
    return here.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING ? 'Shift+Tab' : 'Tab'
  const from = here.getBoundingClientRect()
  const to = node.getBoundingClientRect()
  if (to.top >= from.bottom - 2) return 'ArrowDown'
  if (to.bottom <= from.top + 2) return 'ArrowUp'
  return to.left > from.left ? 'ArrowRight' : 'ArrowLeft'
}
