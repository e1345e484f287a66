import { afterEach, expect, test, vi } from 'vitest'
import { anywhere, letters, listKeys } from './keys'

afterEach(() => {
  letters.on = true
  document.body.replaceChildren()
})

function press(node: EventTarget, key: string, more: KeyboardEventInit = {}) {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })
  node.dispatchEvent(event)
  return event
}

function list() {
  const node = document.createElement('div')
  const row = node.appendChild(document.createElement('button'))
  const text = node.appendChild(document.createElement('input'))
  document.body.append(node)
  const happened = vi.fn()
  const stop = listKeys({ h: happened })(node)
  return { row, text, happened, stop }
}

test('a letter works inside its list and not in a text field', () => {
  const { row, text, happened, stop } = list()
  press(row, 'H')
  expect(happened).toHaveBeenCalledTimes(1)
  press(text, 'h')
  press(row, 'h', { ctrlKey: true })
  expect(happened).toHaveBeenCalledTimes(1)
  stop()
  press(row, 'h')
  expect(happened).toHaveBeenCalledTimes(1)
})

test('letters can be turned off', () => {
  const { row, happened } = list()
  letters.on = false
  press(row, 'h')
  expect(happened).not.toHaveBeenCalled()
})

test('keys with Ctrl say the names of the menu', () => {
  const act = vi.fn()
  const stop = anywhere(['today', 'calendar'], act)
  for (const key of ['2', 'z', '+', '-', '0', 'k', 'f', '/']) press(window, key, { ctrlKey: true })
  press(window, 'Z', { ctrlKey: true, shiftKey: true })
  press(window, 'F1')
  expect(act.mock.calls.flat()).toEqual([
    ...['calendar', 'undo', 'larger', 'smaller', 'normal', 'find', 'search', 'keys'],
    ...['redo', 'help'],
  ])
  stop()
})
