import { expect, test } from 'vitest'
import { Failure, Refusal, troubleOf } from './trouble'

test('a coded answer is a refusal with its field, arguments and words', () => {
  const said = {
    code: 'out_of_bounds',
    field: 'minutes',
    args: { low: 1, high: 480 },
    text: 'write 1 to 480',
  }
  const trouble = troubleOf(new Error(JSON.stringify(said)))
  expect(trouble).toBeInstanceOf(Refusal)
  expect(trouble).toMatchObject({ code: 'out_of_bounds', field: 'minutes', args: { high: 480 } })
  expect(trouble.message).toBe('write 1 to 480')
})

test.each([
  ['plain text', 'the disk is gone', 'the disk is gone'],
  ['no code', '{"code":"","text":"the disk is full"}', 'the disk is full'],
  ['JSON of another shape', '[1,2]', '[1,2]'],
])('%s is a failure', (_name, message, text) => {
  const trouble = troubleOf(new Error(message))
  expect(trouble).toBeInstanceOf(Failure)
  expect(trouble.message).toBe(text)
})
