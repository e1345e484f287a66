import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { href, read, router } from './router.svelte'

let stop: () => void

beforeEach(() => {
  location.hash = ''
  stop = router.start(() => null)
  vi.stubGlobal('scrollTo', vi.fn())
})
afterEach(() => {
  stop()
  document.body.replaceChildren()
})

test.each([
  ['', 'today', []],
  ['#/', 'today', []],
  ['#/calendar/2024-25/month', 'calendar', ['2024-25', 'month']],
  ['#/owed/c1%2Fspeech', 'owed', ['c1/speech']],
  ['#/log/%', 'log', []],
])('%s is the screen %s with %o', (hash, screen, rest) => expect(read(hash)).toMatchObject({ screen, rest }))

test('a link reads back as what it was made of', () => {
  expect(read(href('owed', 'c1/speech & more'))).toMatchObject({ screen: 'owed', rest: ['c1/speech & more'] })
})

test('what is asked by name stays while the place is told another way, and goes with the next place', async () => {
  router.ask({ days: 'TU,WE' }, 'calendar', '2024-25', 'year')
  await vi.waitFor(() => expect(router.asked('days')).toBe('TU,WE'))
  expect(router.rest).toEqual(['2024-25', 'year'])
  router.replace('calendar', '2024-25', 'month')
  expect(router.rest).toEqual(['2024-25', 'month'])
  expect(router.asked('days')).toBe('TU,WE')
  router.go('calendar', '2024-25', 'month')
  await vi.waitFor(() => expect(router.asked('days')).toBe(''))
})

test('another screen’s heading takes the focus and names the window; another look at one screen does not', async () => {
  const first = document.body.appendChild(document.createElement('h1'))
  first.tabIndex = -1
  router.go('log')
  await vi.waitFor(() => expect(router.screen).toBe('log'))
  router.heading('Session log')(first)
  expect(document.title).toBe('Session log · Midweek')
  expect(document.activeElement).toBe(first)
  first.blur()
  router.go('log', 'missed')
  await vi.waitFor(() => expect(router.rest).toEqual(['missed']))
  router.heading('Session log')(first)
  expect(document.activeElement).not.toBe(first)
})
