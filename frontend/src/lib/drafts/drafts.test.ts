import { expect, test } from 'vitest'
import { forget, gather, lay, shelf, whileOpen } from './drafts'
import { read, typed } from './typed'

test('what is gathered is laid back, and the place where the person was', async () => {
  const log = shelf<{ note: string }>('log')
  log.set('own a', { note: 'Wore glasses' })
  const close = whileOpen(() => log.set('own b', { note: 'half a sent' }))
  const text = await gather('#/log/missed')
  close()
  forget()
  expect(log.size).toBe(0)
  expect(lay(text)).toBe('#/log/missed')
  expect([...log]).toEqual([
    ['own a', { note: 'Wore glasses' }],
    ['own b', { note: 'half a sent' }],
  ])
})

test('a closed form is asked no more, and one that fails takes nothing along', async () => {
  forget()
  const notes = shelf<string>('notes')
  whileOpen(() => notes.set('gone', 'x'))()
  const stops = [
    whileOpen(() => {
      throw new Error('torn')
    }),
    whileOpen(() => Promise.reject(new Error('slow'))),
    whileOpen(() => notes.set('here', 'y')),
  ]
  const text = await gather('#/notes')
  stops.forEach((stop) => stop())
  expect(JSON.parse(text)).toEqual({ address: '#/notes', forms: { notes: [['here', 'y']] } })
})

test.each([
  '',
  'null',
  '{}',
  '[1]',
  '{"address":"https://example.org","forms":{}}',
  '{"address":3,"forms":{}}',
])('a text that is none of ours leads nowhere: %s', (text) => expect(lay(text)).toBe(''))

function form(): HTMLFormElement {
  const node = document.createElement('form')
  node.innerHTML = `
    <label>Name <input></label> <label>Name <input></label> <textarea aria-label="Note"></textarea>
    <select aria-label="Kind"><option>a</option><option>b</option></select>
    <label>Yes <input type="checkbox"></label>
    <label>One <input type="radio" name="r" checked></label> <label>Two <input type="radio" name="r"></label>
    <div data-secret><label>Passphrase <input type="text"></label></div>
    <label>Key <input type="password"></label>`
  document.body.replaceChildren(node)
  return node
}

test('a form without a draft of its own has again what was typed, but no secret', async () => {
  forget()
  const first = form()
  const close = typed('closing')(first)!
  const [name, again, yes, , two] = first.querySelectorAll('input')
  name!.value = 'Ice day'
  again!.value = 'Larkspur'
  yes!.click()
  two!.click()
  first.querySelector('textarea')!.value = 'ask'
  first.querySelector('select')!.value = 'b'
  const secrets = [...first.querySelectorAll<HTMLInputElement>('[data-secret] input, [type=password]')]
  for (const secret of secrets) secret.value = 'harbor lemon'
  const text = await gather('')
  close()
  expect(secrets.length).toBe(2)
  expect(text).not.toContain('harbor')
  const second = form()
  const heard: string[] = []
  second.addEventListener('input', (event) => heard.push((event.target as HTMLInputElement).value))
  const stop = typed('closing')(second)!
  await new Promise((done) => setTimeout(done))
  expect(read(second)).toEqual([
    ['Name', 0, 'Ice day'],
    ['Name', 1, 'Larkspur'],
    ['Note', 0, 'ask'],
    ['Kind', 0, 'b'],
    ['Yes', 0, true],
    ['One', 0, false],
    ['Two', 0, true],
  ])
  expect(heard).toContain('Ice day')
  stop()
  typed('other')(form())!()
  expect(read(form())[0]).toEqual(['Name', 0, ''])
})

test('a form in which nothing was typed keeps nothing', async () => {
  forget()
  const stop = typed('closing')(form())!
  expect(await gather('')).toBe('{"address":"","forms":{}}')
  stop()
})
