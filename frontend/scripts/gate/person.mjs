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
