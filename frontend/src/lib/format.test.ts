import { expect, test } from 'vitest'
import { count, cut, minutes } from './format'

test('numbers carry their unit and their thousands', () => {
  expect(count(1470)).toBe('1,470')
  expect(minutes(30)).toBe('30\u00a0min')
})

test('a cut keeps whole characters and says that it cut', () => {
  expect(cut('Speech', 10)).toBe('Speech')
  expect(cut('a'.repeat(10_000), 5)).toBe('aaaaa…')
  expect(cut('👩‍👧‍👦👩‍👧‍👦👩‍👧‍👦', 2)).toBe('👩‍👧‍👦👩‍👧‍👦…')
})
