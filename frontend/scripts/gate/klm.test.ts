import { expect, test } from 'vitest'
// @ts-expect-error the gate is plain JavaScript
import { operators, seconds, sum, writtenOut } from './klm.mjs'

const keys = (...list: string[]) => list.map((key) => ({ key }))
const told = (acts: unknown) => operators(acts).join('')

test('the figures are those of the paper', () =>
  expect(seconds).toEqual({ K: 0.28, P: 1.1, H: 0.4, M: 1.35 }))

test('every answer is considered', () => expect(told(keys('h', 'h', 'u'))).toBe('MKMKMK'))
test('so is the reason of a missed one', () => expect(told(keys('m', '1'))).toBe('MKMK'))
test('a number is one thought, with the Enter that ends it', () =>
  expect(told(keys('p', '2', '0', 'Enter', '6'))).toBe('MKMKKKMK'))
test('keys that lead on are one thought, with the Enter at their end', () =>
  expect(told(keys('Tab', 'Tab', 'Tab', 'Enter', 'h'))).toBe('MKKKKMK'))
test('a text is copied as one thought', () =>
  expect(told([{ text: '2503' }, ...keys('Enter', 'h')])).toBe('MKKKKKMK'))
test('a key that is held counts', () => expect(told(keys('Control+Enter'))).toBe('MKK'))
test('the hand goes to the mouse and back', () =>
  expect(told([{ point: true }, { point: true }, ...keys('h')])).toBe('HMPKMPKHMK'))

test('the sum is written out', () => {
  const list = operators([{ point: true }, ...keys('h', 'm', '1')])
  expect(sum(list)).toBeCloseTo(0.4 * 2 + 1.1 + 1.35 * 4 + 0.28 * 4)
  expect(writtenOut(list)).toBe('4 K × 0.28 + 1 P × 1.1 + 2 H × 0.4 + 4 M × 1.35 = 8.42 s')
})
