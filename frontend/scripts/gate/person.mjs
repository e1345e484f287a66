// A person at the page: clicks, types, and counts what that costs.
import { operators, slowly, sum, writtenOut } from './klm.mjs'

export class Person {
  actions = 0
  /** What keyboard and mouse did, for the keystroke-level model. */
  acts = []
  constructor(page) {
    this.page = page
  }

  /** One click. */
  async click(role, name, within = this.page) {
    this.actions++
    this.acts.push({ point: true })
    await within.getByRole(role, { name }).first().click()
  }

  /** One click on the words beside a box or a dot. */
  async tick(words, within = this.page) {
    this.actions++
    this.acts.push({ point: true })
    await within.locator('label').filter({ hasText: words }).first().click()
  }

  /** One field filled in. */
  async fill(label, text, within = this.page) {
    this.actions++
    const typed = this.page.locator('input:not([type=radio], [type=checkbox]), textarea')
    await within.getByLabel(label).and(typed).first().fill(text)
  }

  /** One choice from a list. */
  async choose(label, option, within = this.page) {
    this.actions++
    await within.getByLabel(label).first().selectOption(option)
  }

  /** One press, drag and release from one thing to another. */
  async drag(from, to) {
    this.actions++
    const [first, last] = [this.page.locator(from), this.page.locator(to)]
    await first.scrollIntoViewIfNeeded()
    const [start, end] = [await first.boundingBox(), await last.boundingBox()]
    await this.page.mouse.move(start.x + start.width / 2, start.y + start.height / 2)
    await this.page.mouse.down()
    await this.page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 4 })
    await this.page.mouse.up()
  }

  /** One key, or keys held together. */
  async press(keys) {
    this.actions++
    this.acts.push({ key: keys })
    await this.page.keyboard.press(keys)
  }

  /** Keys one after the other. */
  async type(...keys) {
    for (const key of keys) await this.press(key)
  }

  /** A text copied into the field that has the focus. */
  async copy(text) {
    this.actions++
    this.acts.push({ text })
    await this.page.keyboard.type(text)
  }

  /** Tab, as often as it takes to come to something. */
  async tabTo(role, name) {
    const there = this.page.getByRole(role, { name }).first()
    for (let times = 0; times < 60; times++) {
      if (await there.evaluate((node) => node === document.activeElement)) return
      await this.press('Tab')
    }
    throw new Error(`Tab does not lead to ${name}`)
  }

  /** What was done so far must take a practised person at most so many seconds, by the keystroke-level model. */
  estimated(budget, what) {
    const list = operators(this.acts)
    this.acts = []
    if (sum(list) > budget) throw new Error(`${what} takes ${writtenOut(list)}, at most ${budget} s`)
    console.log(
      `${what}: ${writtenOut(list)} of ${budget} s; typing slowly ${sum(list, slowly).toFixed(1)} s`,
    )
  }

  /** Waits until a text can be read. */
  async reads(text) {
    await this.page.getByText(text).first().waitFor()
  }

  /** What was done so far must have cost at most so many actions; the count begins anew. */
  within(budget, what) {
    if (this.actions > budget) throw new Error(`${what} costs ${this.actions} actions, at most ${budget}`)
    console.log(`${what}: ${this.actions} of ${budget}`)
    this.actions = 0
  }
}
