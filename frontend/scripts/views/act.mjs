/** What can be done before a picture is taken. */
export const click = (name) => (page) => page.getByRole('button', { name }).first().click()

export const press =
  (...keys) =>
  async (page) => {
    for (const key of keys) await page.keyboard.press(key)
  }

export const all =
  (...acts) =>
  async (page) => {
    for (const act of acts) await act(page)
  }
