// What leaves this computer, and names that are hidden.

export const proving = [
  {
    name: 'names are hidden, a session is marked, names are shown',
    keys: true,
    args: ['--sample'],
    async run(me) {
      await me.press('Control+Shift+H')
      await me.reads('Names are hidden.')
      await me.reads('N. · Speech')
      const text = await me.page.locator('body').innerText()
      if (/Nora|Theo|Dana|Whitfield|Ortega/.test(text)) throw new Error('a name stands on Today')
      await me.click('button', /^Yes, all/)
      await me.reads(/Marked \d+ sessions given/)
      await me.click('button', 'Show names')
      await me.reads('Nora · Speech')
      me.within(3, 'names hidden and shown')
    },
  },
  {
    name: 'what leaves this computer, and what went wrong',
    keys: true,
    args: ['--sample'],
    async run(me) {
      await me.press('Control+K')
      await me.page.keyboard.type('leaves')
      await me.press('Enter')
      await me.reads('You sign in nowhere.')
      await me.reads('Nothing went wrong so far.')
      await me.click('button', 'Copy')
      await me.reads('Copied the report')
      me.within(3, 'a report copied')
    },
  },
]
