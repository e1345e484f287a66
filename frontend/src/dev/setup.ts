// What the page fetches when it is first wanted: there from the start, or it would come after a test has ended.
import '../ui/Toasts.svelte'
import { cleanup } from '@testing-library/svelte'
import { afterEach, vi } from 'vitest'
import { frame } from '../lib/frame.svelte'
import { guardLinks } from '../lib/guard'

// What every browser has and the test's document has not.
vi.stubGlobal('CSS', { escape: (text: string) => text.replaceAll(/[^\w-]/g, '\\$&'), supports: () => false })
Element.prototype.setPointerCapture ??= () => undefined
Element.prototype.scrollIntoView ??= () => undefined

// As in the window: no form goes anywhere.
guardLinks(document)

// The files of a worker share one document and one of each module: nothing that a test shows outlives it.
afterEach(() => {
  cleanup()
  document.body.replaceChildren()
  document.body.removeAttribute('style')
  frame.reset()
})
