import { expect, test } from 'vitest'
import { schoolYear } from '../../dev/calendar'
import { moved, placesOf, weeksOf, type Step } from './grid'

const { months } = schoolYear()
const places = placesOf(months)

function from(iso: string, ...steps: Step[]): string | undefined {
  let at = places.find((place) => place.cell.iso === iso)
  for (const step of steps) at = at && moved(places, at, step)
  return at?.cell.iso
}

test('every day has one place, in order', () => {
  const days = places.map((place) => place.cell.iso)
  expect(days).toEqual([...days].sort())
  expect(new Set(days).size).toBe(days.length)
  expect(days[0]).toBe('2024-08-01')
  expect(days.at(-1)).toBe('2025-06-30')
})

test('a week that two months share is one week', () => {
  const shared = weeksOf(months).find((week) => week[0]?.iso === '2025-03-31')
  expect(shared?.map((cell) => cell.iso)).toEqual([
    '2025-03-31',
    '2025-04-01',
    '2025-04-02',
    '2025-04-03',
    '2025-04-04',
  ])
})

test('a month that ends with its week leaves the next week alone', () => {
  const weeks = weeksOf(months).map((week) => week.map((cell) => cell.iso))
  expect(weeks).toContainEqual(['2025-02-24', '2025-02-25', '2025-02-26', '2025-02-27', '2025-02-28'])
  expect(weeks).toContainEqual(['2025-03-03', '2025-03-04', '2025-03-05', '2025-03-06', '2025-03-07'])
})

test('arrows go from day to day and from week to week, across months', () => {
  expect(from('2025-02-28', 'ArrowRight')).toBe('2025-03-03')
  expect(from('2025-03-03', 'ArrowLeft')).toBe('2025-02-28')
  expect(from('2025-03-31', 'ArrowDown')).toBe('2025-04-07')
  expect(from('2025-04-02', 'ArrowUp')).toBe('2025-03-26')
})

test('Home and End stay in the week', () => {
  expect(from('2025-03-19', 'Home')).toBe('2025-03-17')
  expect(from('2025-03-19', 'End')).toBe('2025-03-21')
  expect(from('2025-04-02', 'Home')).toBe('2025-03-31')
  expect(from('2024-08-02', 'Home')).toBe('2024-08-01')
})

test('the page keys go to the same weekday of the month beside', () => {
  expect(from('2025-03-20', 'PageUp')).toBe('2025-02-20')
  expect(from('2025-03-20', 'PageDown')).toBe('2025-04-17')
  // March has a fifth Monday, February only four.
  expect(from('2025-03-31', 'PageUp')).toBe('2025-02-24')
})

test('at the edges of the year there is nowhere to go', () => {
  expect(from('2024-08-01', 'ArrowLeft')).toBeUndefined()
  expect(from('2024-08-01', 'ArrowUp')).toBeUndefined()
  expect(from('2025-06-30', 'ArrowRight')).toBeUndefined()
  expect(from('2025-06-30', 'PageDown')).toBeUndefined()
})
