import { expect, test } from 'vitest'
import { blank } from '../../dev/family'
import { asSent, byTheDay, minutesBesideDays, periodOf, pickPeriod, pickUnit, spoken } from './promise'

test('a promise of every few weeks is a week with a number', () => {
  const form = { ...blank }
  pickPeriod(form, 'weeks')
  expect([form.period, form.every, periodOf(form)]).toEqual(['week', 2, 'weeks'])
  form.every = null
  expect(periodOf(form)).toBe('week')
  pickPeriod(form, 'month')
  expect([form.period, form.every, periodOf(form)]).toEqual(['month', null, 'month'])
})

test('a week with the number one is a week', () => {
  expect(periodOf({ ...blank, every: 1 })).toBe('week')
})

test('a unit brings its period along, and what was chosen stays', () => {
  const form = { ...blank, unit: '', period: '' }
  pickUnit(form, 'minutes')
  expect([form.unit, form.period]).toEqual(['minutes', 'week'])
  form.period = 'month'
  pickUnit(form, '')
  pickUnit(form, 'sessions')
  expect([form.unit, form.period]).toEqual(['sessions', 'month'])
})

test('the length of a session is asked beside the days when the promise does not say it', () => {
  expect(minutesBesideDays(blank)).toBe(false)
  expect(minutesBesideDays({ ...blank, unit: 'minutes' })).toBe(true)
  expect(minutesBesideDays({ ...blank, unit: 'minutes', weekdays: [] })).toBe(false)
  expect(minutesBesideDays({ ...blank, unit: '', rhythm: { ...blank.rhythm, kind: 'kept' } })).toBe(false)
})

test('only a change of the plan has a day to begin on', () => {
  const form = { ...blank, page: '9', verbatim: 'Old', from: '2025-01-20', nextPage: '3', nextVerbatim: '' }
  expect(asSent({ ...form, change: 'plan' })).toMatchObject({ from: '2025-01-20', page: '3', verbatim: '' })
  expect(asSent({ ...form, change: 'wrong' })).toMatchObject({ from: '', page: '9', verbatim: 'Old' })
  expect(asSent({ ...form, change: '' })).not.toHaveProperty('change')
})

test('a cycle has days without weekdays, and no fixed days have none', () => {
  const of = (kind: string, weekdays: string[]) =>
    byTheDay({ ...blank, weekdays, rhythm: { ...blank.rhythm, kind } })
  expect([of('cycle', []), of('weekly', []), of('weekly', ['TU']), of('none', ['TU'])]).toEqual([
    true,
    false,
    true,
    false,
  ])
})

test('a name beside it does not change what a service is said to be', () => {
  expect(spoken({ ...blank, provider: 'Ms. Lane' })).toBe(spoken(blank))
  expect(spoken({ ...blank, rhythm: { ...blank.rhythm, first: '2025-01-20' } })).not.toBe(spoken(blank))
})
