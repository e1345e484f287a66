import { expect, test } from 'vitest'
import { familyView } from '../../dev/family'
import { isNew, steps, type Step } from './steps'

const { children, calendars } = familyView()
const done = children[0]!
const planned = { ...done, plans: done.plans.map((plan) => ({ ...plan, services: [] })) }
const fresh = { ...done, plans: [] }
const said = (list: Step[]) => list.map(({ state }) => state).join(' ')

test('one step is open at a time, in order', () => {
  expect(said(steps(undefined, []))).toBe('open later later later')
  expect(said(steps(fresh, []))).toBe('done open later later')
  expect(said(steps(fresh, calendars))).toBe('done done open later')
  expect(said(steps(planned, calendars))).toBe('done done done open')
  expect(said(steps(done, calendars))).toBe('done done done done')
})

test('the school year can wait, and comes when the rest is there', () => {
  expect(said(steps(fresh, [], undefined, 'year'))).toBe('done later open later')
  expect(said(steps(planned, [], undefined, 'year'))).toBe('done later done open')
  expect(said(steps(done, [], undefined, 'year'))).toBe('done open done done')
})

test('a step can be gone back to while the next one waits', () => {
  expect(said(steps(fresh, calendars, 'child'))).toBe('open done later later')
})

test('a record is new until a plan has a service', () => {
  expect(isNew(fresh)).toBe(true)
  expect(isNew(planned)).toBe(true)
  expect(isNew(done)).toBe(false)
})
