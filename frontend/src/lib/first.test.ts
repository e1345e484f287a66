import { expect, test } from 'vitest'
import { answersOf } from './first'

const page = '{"Start":{"state":"open"},"Today":{"lead":"calm"}}'

test('an answer that came with the page is given once', () => {
  const first = answersOf(page)
  expect(first.take('Start', 'View', [])).toEqual({ state: 'open' })
  expect(first.take('Today', 'View', [''])).toEqual({ lead: 'calm' })
  expect(first.take('Today', 'View', [''])).toBeUndefined()
})

test.each([
  ['a deed', 'Today', 'Happened', ['', ['k']]],
  ['one child', 'Today', 'View', ['mia']],
  ['another screen', 'Log', 'View', [{}]],
])('%s is asked, and what came with the page is old then', (_what, struct, method, args) => {
  const first = answersOf(page)
  expect(first.take(struct, method, args)).toBeUndefined()
  expect(first.take('Today', 'View', [''])).toBeUndefined()
})

test.each(['', 'no JSON'])('a page without answers asks: %j', (text) => {
  expect(answersOf(text).take('Start', 'View', [])).toBeUndefined()
})
