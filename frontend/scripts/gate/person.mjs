// A person at the page: clicks, types, and counts what that costs.
export class Person {
  actions = 0
  constructor(page) {
    this.page = page
  }

  /** One click. */
  async click(role, name, within = this.page) {
    this.actions++
    await within.getByRole(role, { name }).first().click()
  }

  /** One click on the words beside a box or a dot. */
  async tick(words, within = this.page) {
    this.actions++
    await within.locator('label').filter({ hasText: words }).first().click()
  }

  /** One field filled in. */
  async fill(label, text, within = this.page) {
    this.actions++
    await within.getByLabel(label).first().fill(text)
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
    await this.page.keyboard.press(keys)
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
