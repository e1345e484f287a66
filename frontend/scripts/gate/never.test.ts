import { expect, test } from 'vitest'
// @ts-expect-error the gate is plain JavaScript
import { never } from '../never.mjs'

test('a claim is caught and the name of a screen is not, as in Go', () => {
  expect(never('the district owes 30 minutes')).toContain('owes')
  expect(never('All done!')).toContain('!')
  expect(never('Minutes owed')).toBe('')
  expect(never('for the record')).toBe('')
})
