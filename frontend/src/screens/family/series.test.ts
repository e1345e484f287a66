import { expect, test } from 'vitest'
import { familyView } from '../../dev/family'
import { seriesOf } from './series'

const child = familyView().children[0]!
const [first, second] = child.plans[0]!.services as [never, never]
const ids = (services: Parameters<typeof seriesOf>[0], of = child) =>
  seriesOf(services, of).map(({ versions }) => versions.map(({ form }) => form.id))

test('an amendment stands before the version that it follows', () => {
  expect(ids([first, second])).toEqual([['sp-2', 'sp']])
})

test('services of two series stay apart, in the order of the plan', () => {
  const [other] = familyView().children[1]!.plans[0]!.services as [never]
  expect(ids([first, other, second])).toEqual([['sp-2', 'sp'], ['help']])
})

test('a version that goes on from another plan says from which', () => {
  const [series] = seriesOf([second], child)
  expect(series?.before?.form.id).toBe('sp')
  expect(seriesOf([first], child)[0]?.before).toBeUndefined()
})
