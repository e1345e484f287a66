/** What the made-up answers share. */
import type { Frame } from '../lib/views/frame'

export const asked = new URLSearchParams(location.search)

export const long =
  '<img src=x onerror=alert(1)> \u202Eeht fo emaN \u{1F469}‍\u{1F467}‍\u{1F466} ' +
  'Wolfeschlegelsteinhausen'.repeat(400)

/** What a person called something; with `?long` it is as bad as it can be. */
export const name = (text: string): string => (asked.has('long') ? long : text)

export function frame(change: Partial<Frame> = {}): Frame {
  return {
    today: { iso: '2025-03-20', text: 'Thu Mar 20, 2025' },
    sample: true,
    child: '',
    children: [{ id: 'c1', text: name('María') }, ...(asked.has('two') ? [{ id: 'c2', text: 'Theo' }] : [])],
    undo: 'marked 2 sessions given',
    redo: '',
    did: '',
    saved: '',
    notices: [],
    seconds: 10,
    hidden: false,
    begin: '',
    locked: false,
    reading: false,
    ...change,
  }
}
