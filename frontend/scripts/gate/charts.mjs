// The pictures of planned and given: how they look, and the way to them.
import { clicks, nothing } from './steps.mjs'

export const openedCharts = [
  ['charts', 'charts', nothing],
  ['charts-table', 'charts', clicks('Show as table')],
]

export const charts = [
  {
    name: 'a service in pictures, as a table, and back',
    args: ['--sample'],
    async run(me) {
      await me.click('link', 'Minutes owed')
      await me.click('link', /^Show it in pictures/)
      await me.reads('The hatched part')
      me.within(2, 'a picture of the year')
      await me.page.getByText('Show as table').first().click()
      await me.page
        .getByRole('table')
        .first()
        .getByRole('row', { name: /^Together/ })
        .waitFor()
      await me.page.getByLabel('Service').selectOption({ index: 1 })
      await me.page.waitForFunction(() => location.hash.split('/').length > 2)
      await me.click('link', 'Back to Minutes owed')
      await me.reads('left to make up')
    },
  },
]
