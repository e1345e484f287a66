import { beforeEach, expect, test } from 'vitest'
import { Picks } from './picks.svelte'

let rows: string[]
let picks: Picks<string>

beforeEach(() => {
  rows = ['a', 'b', 'c', 'd', 'e']
  picks = new Picks(
    () => rows,
    (row) => row,
  )
})

test('the keyboard stays between the ends', () => {
  picks.go(-1)
  expect(picks.current).toBe('a')
  picks.go(99)
  expect(picks.current).toBe('e')
})

test('of a row that is gone, the one that took its place is next', () => {
  picks.go(1)
  rows = ['a', 'c', 'd', 'e']
  expect(picks.current).toBe('c')
  rows = ['a']
  expect(picks.current).toBe('a')
  rows = []
  expect(picks.current).toBeUndefined()
})

test('a row that moves keeps the keyboard', () => {
  picks.go(1)
  rows = ['new', 'a', 'b']
  expect(picks.place).toBe(2)
})

test('once the focus went on, a row that comes back does not take the keyboard back', () => {
  picks.go(0)
  rows = ['b', 'c']
  picks.enter(0)
  rows = ['a', 'b', 'c']
  expect(picks.current).toBe('b')
})

test('Shift picks from where it began, there and back', () => {
  picks.go(1)
  picks.extend(1)
  picks.extend(1)
  expect(picks.rows).toEqual(['b', 'c', 'd'])
  picks.extend(-1)
  expect(picks.rows).toEqual(['b', 'c'])
  picks.extend(-1)
  picks.extend(-1)
  expect(picks.rows).toEqual(['a', 'b'])
})

test('what was picked before Shift stays picked', () => {
  picks.turn(4)
  picks.go(0)
  picks.extend(1)
  picks.extend(-1)
  expect(picks.rows).toEqual(['a', 'e'])
})

test('Shift with a click reaches from where the keyboard is', () => {
  picks.go(3)
  picks.reach(1)
  expect(picks.rows).toEqual(['b', 'c', 'd'])
})

test('a row is picked and let go; all are picked and let go', () => {
  picks.turn(2)
  expect(picks.rows).toEqual(['c'])
  picks.turn(2)
  expect(picks.rows).toEqual([])
  picks.pickAll()
  expect(picks.all).toBe(true)
  picks.clear()
  expect(picks.all).toBe(false)
})

test('a key acts on what is picked, else on the row it is at', () => {
  picks.go(2)
  expect(picks.targets).toEqual(['c'])
  picks.turn(0)
  expect(picks.targets).toEqual(['a'])
})

test('what is no longer shown is no longer picked', () => {
  picks.pickAll()
  rows = ['c', 'x']
  expect(picks.rows).toEqual(['c'])
  expect(picks.all).toBe(false)
})
