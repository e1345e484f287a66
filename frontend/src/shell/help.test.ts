import { expect, test } from 'vitest'
import { pageOf } from '$lib/help'
import { beside, screens } from './screens'

test('every screen has a page of help: help/en/<name>.json', () => {
  const names = [...screens, ...beside].map(({ name }) => name)
  expect(names.filter((name) => pageOf(name) !== name)).toEqual([])
})
