import { expect, test } from 'vitest'
import { readPlace, writePlace } from './place'

test('a place is written as it is read', () => {
  const place = { filter: 'missed', series: 'c1/sp', year: '2024-25', open: 'sp:2025-03-11:tue', struck: '' }
  expect(readPlace(writePlace(place))).toEqual(place)
})

test('the filter may stand alone, and nothing is all', () => {
  expect(readPlace(['not_filled_in'])).toEqual({
    filter: 'not_filled_in',
    series: '',
    year: '',
    open: '',
    struck: '',
  })
  expect(readPlace([])).toEqual({ filter: '', series: '', year: '', open: '', struck: '' })
  expect(writePlace(readPlace([]))).toEqual(['all'])
})

test('what is not known there is left out', () => {
  expect(readPlace(['all', '__proto__', 'x', 'open'])).toEqual({
    filter: 'all',
    series: '',
    year: '',
    open: '',
    struck: '',
  })
})
