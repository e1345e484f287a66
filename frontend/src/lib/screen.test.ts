import { beforeEach, expect, test, vi } from 'vitest'
import { frame } from './frame.svelte'
import { Screen } from './screen.svelte'
import { Refusal } from './trouble'
import type { Frame } from './views/frame'

interface View {
  frame: Frame
  text: string
}

const view = (text: string, undo = ''): View => ({ text, frame: { ...frame.now, undo, did: '', saved: '' } })

class Example extends Screen<View, string> {
  protected door = { View: vi.fn(), Undo: vi.fn(), Redo: vi.fn() }
  protected query = () => frame.now.child
  get answers() {
    return this.door
  }
  rename = (answer: Promise<View>) => this.act(() => answer)
}

beforeEach(() => frame.reset())

test('of two answers on their way the one asked for last counts', async () => {
  const screen = new Example()
  let late: (view: View) => void = () => undefined
  screen.answers.View.mockReturnValueOnce(new Promise((resolve) => (late = resolve)))
  screen.answers.View.mockResolvedValueOnce(view('new'))
  const first = screen.load()
  await screen.load()
  late(view('old'))
  await first
  expect(screen.view?.text).toBe('new')
})

test('a refusal lands at its field and the view stays as it was', async () => {
  const screen = new Example()
  await screen.rename(Promise.resolve(view('before')))
  const done = await screen.rename(
    Promise.reject(new Refusal('missing', 'sessions[3].minutes', {}, 'add minutes')),
  )
  expect(done).toBe(false)
  expect(screen.at('minutes')).toBe('add minutes')
  expect(screen.at('note')).toBe('')
  expect(screen.besides('note')).toBe('add minutes')
  expect(screen.failure).toBeUndefined()
  expect(screen.view?.text).toBe('before')
})

test('what is refused as a whole is said under the heading', async () => {
  const screen = new Example()
  await screen.rename(Promise.reject(new Refusal('no_such', '', {}, 'there is no such service')))
  expect(screen.failure?.message).toBe('there is no such service')
})

test('a second click while an answer is on its way does nothing', async () => {
  const screen = new Example()
  let done: (view: View) => void = () => undefined
  const first = screen.rename(new Promise((resolve) => (done = resolve)))
  expect(await screen.rename(Promise.resolve(view('second')))).toBe(false)
  done(view('first'))
  expect(await first).toBe(true)
  expect(screen.view?.text).toBe('first')
})

test('a view asked for while something is done is of what was done', async () => {
  const screen = new Example()
  const acts: string[] = []
  screen.answers.View.mockImplementation(async () => view(acts.length ? 'after' : 'before'))
  let done: (view: View) => void = () => undefined
  const act = screen.rename(new Promise((resolve) => (done = resolve)))
  const looked = screen.load()
  acts.push('renamed')
  done(view('renamed'))
  await Promise.all([act, looked])
  expect(screen.view?.text).toBe('after')
})

test('undo goes to the screen that is open, with its own question', async () => {
  const screen = new Example()
  screen.answers.View.mockResolvedValue(view('there', 'one session'))
  screen.answers.Undo.mockResolvedValue(view('back'))
  const leave = screen.open()
  await vi.waitFor(() => expect(screen.view?.text).toBe('there'))
  frame.undo()
  await vi.waitFor(() => expect(screen.view?.text).toBe('back'))
  expect(screen.answers.Undo).toHaveBeenCalledWith('')
  leave()
  frame.undo()
  expect(screen.answers.Undo).toHaveBeenCalledTimes(1)
})
