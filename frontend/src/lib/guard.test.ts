import { afterEach, expect, test, vi } from 'vitest'
import { guardLinks, guardRuntime, passes } from './guard'

afterEach(() => document.body.replaceChildren())

function clickOn(attributes: Record<string, string>, init: MouseEventInit = {}): boolean {
  const link = document.createElement('a')
  for (const [name, value] of Object.entries(attributes)) link.setAttribute(name, value)
  link.append(document.createElement('b'))
  document.body.append(link)
  const stop = guardLinks(document)
  const left = link.firstElementChild!.dispatchEvent(
    new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, ...init }),
  )
  stop()
  return left
}

test('a link to a screen passes, a link out does not', () => {
  expect(clickOn({ href: '#/today' })).toBe(true)
  expect(clickOn({ href: 'https://example.org/' })).toBe(false)
  expect(clickOn({ href: 'file:///etc/hosts' })).toBe(false)
  expect(clickOn({ href: '' })).toBe(false)
})

test('a link to a screen does not open a window of its own', () => {
  expect(clickOn({ href: '#/today' }, { ctrlKey: true })).toBe(false)
  expect(clickOn({ href: '#/today' }, { button: 1 })).toBe(false)
})

test('a form sends nothing', () => {
  const stop = guardLinks(document)
  const form = document.createElement('form')
  document.body.append(form)
  expect(form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))).toBe(false)
  stop()
})

test('of the runtime only what is used is left, and it stays so', () => {
  const sent = vi.fn()
  const handler = Object.create({ postMessage: sent }) as { postMessage(m: string): void }
  const win = {
    runtime: { EventsOn: () => undefined, BrowserOpenURL: () => undefined, Quit: () => undefined },
    webkit: { messageHandlers: { external: handler } },
    WailsInvoke: (m: string) => handler.postMessage(m),
  }
  guardRuntime(win as unknown as Window & typeof globalThis)
  expect(Object.keys(win.runtime)).toEqual(['EventsOn'])
  expect(() => Object.assign(win, { runtime: {} })).toThrow()
  win.WailsInvoke('C{"name":"app.Today.View"}')
  win.WailsInvoke('BO:https://example.org')
  handler.postMessage('BO:https://example.org')
  expect(sent.mock.calls).toEqual([['C{"name":"app.Today.View"}']])
})

test.each(['Q', 'H', 'BO:https://example.org', 'WT:x', 'C{"name":":wails:ClipboardGetText"', { a: 1 }])(
  '%s does not pass',
  (message) => expect(passes(message)).toBe(false),
)
