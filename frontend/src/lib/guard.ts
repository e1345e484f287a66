/**
 * Keeps the page in the window. The wall against network and browser stands in Go and in the content policy;
 * this is the fence in front of it: links lead only to screens, and of the runtime only what is used is left.
 */

/** Lets `#/screen` links pass and stops every other link and every form, before anything else sees the click. */
export function guardLinks(root: Document): () => void {
  const stopForm = (event: Event) => event.preventDefault()
  root.addEventListener('click', stopLink, true)
  root.addEventListener('auxclick', stopLink, true)
  root.addEventListener('submit', stopForm, true)
  return () => {
    root.removeEventListener('click', stopLink, true)
    root.removeEventListener('auxclick', stopLink, true)
    root.removeEventListener('submit', stopForm, true)
  }
}

function stopLink(event: Event): void {
  const link = event.composedPath().find((node) => node instanceof Element && node.localName === 'a')
  if (!(link instanceof Element)) return
  const to = link.getAttribute('href') ?? link.getAttributeNS('http://www.w3.org/1999/xlink', 'href')
  if (to === null) return
  const plain =
    event instanceof MouseEvent && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey
  if (!(plain && to.startsWith('#/'))) event.preventDefault()
}

const kept = [
  'EventsOn',
  'EventsOnce',
  'EventsOnMultiple',
  'EventsOff',
  'EventsOffAll',
  'EventsEmit',
  'Environment',
  'LogDebug',
  'LogError',
] as const

/** Cuts window.runtime down to what is used, and lets only calls, events and log lines through to Go. */
export function guardRuntime(win: Window & typeof globalThis): void {
  const loose = win as unknown as Record<string, unknown>
  const runtime = loose.runtime as Record<string, unknown> | undefined
  if (!runtime) return
  const few = Object.fromEntries(kept.filter((name) => name in runtime).map((name) => [name, runtime[name]]))
  fix(loose, 'runtime', Object.freeze(few))
  guardHandler(handlerOf(win))
  const invoke = loose.WailsInvoke
  if (typeof invoke === 'function') fix(loose, 'WailsInvoke', filtered(invoke as Post, undefined))
}

type Post = (this: unknown, message: unknown) => unknown

function handlerOf(win: Window): object | undefined {
  const w = win as unknown as {
    webkit?: { messageHandlers?: { external?: object } }
    chrome?: { webview?: object }
  }
  return w.webkit?.messageHandlers?.external ?? w.chrome?.webview
}

function guardHandler(handler: object | undefined): void {
  const proto: unknown = handler && Object.getPrototypeOf(handler)
  const post = (proto as { postMessage?: unknown } | undefined)?.postMessage
  if (typeof post === 'function')
    fix(proto as Record<string, unknown>, 'postMessage', filtered(post as Post, handler))
}

function filtered(post: Post, handler: object | undefined): Post {
  return function (this: unknown, message: unknown) {
    if (passes(message)) return post.call(handler ?? this, message)
  }
}

/** Calls begin with C, events with E, log lines with L. What opens, closes, moves or copies does not pass. */
export function passes(message: unknown): boolean {
  if (typeof message !== 'string') return false
  if (message === 'runtime:ready') return true
  if (message.startsWith('C{"name":":wails:')) return message.startsWith('C{"name":":wails:Environment"')
  return /^[CEL]/.test(message)
}

function fix(target: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, writable: false, configurable: false, enumerable: true })
}
