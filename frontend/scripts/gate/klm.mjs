// The keystroke-level model: how long a practised person takes for what was pressed, without errors. Card, Moran and
// Newell, The keystroke-level model for user performance time with interactive systems, Communications of the ACM 23
// (7), 1980, 396–410; the same figures in The Psychology of Human-Computer Interaction, 1983, chapter 8. It is an
// estimate of hands and mind from what a journey really did; nothing is timed here, and no waiting for the program is
// in it (the operator R), since its answers are shorter than a keystroke.

/** Seconds. K is that of an average typist who is no secretary (40 words a minute). */
export const seconds = {
  K: 0.28, // press a key or a button; a key that is held, such as Ctrl, is one more
  P: 1.1, // point at something
  H: 0.4, // move the hand between keyboard and mouse
  M: 1.35, // get ready in mind
}

/** K of somebody who types random letters, to be on the safe side. */
export const slowly = { ...seconds, K: 0.5 }

const digit = (key) => /^\d$/.test(key)
const copied = 'a text'
const moves = ['Tab', 'Shift+Tab', 'ArrowDown', 'ArrowUp']

/**
 * Whether the mind gets ready before a key (the heuristics of the paper): before every one, but not inside a number,
 * not before the Enter that ends one or a text, not while the same key leads on, and not before Enter on what it led to.
 */
function considered(key, before) {
  if (digit(key) && digit(before)) return false
  if (key === 'Enter' && (digit(before) || before === copied || moves.includes(before))) return false
  return !(moves.includes(key) && key === before)
}

/** What was done, as operators: each act is `{ key }`, `{ point: true }`, or `{ text }`, which is copied as one thought. */
export function operators(acts) {
  const list = []
  let hand = 'keyboard'
  let before = ''
  for (const { key, point, text } of acts) {
    const now = point ? 'mouse' : 'keyboard'
    if (now !== hand) list.push('H')
    hand = now
    if (point) list.push('M', 'P', 'K')
    else if (text) list.push('M', ...[...text].map(() => 'K'))
    else {
      if (considered(key, before)) list.push('M')
      // A chord is a key for each part of it; a plus sign by itself is one.
      const parts = key === '+' ? [key] : key.split('+')
      list.push(...parts.map(() => 'K'))
    }
    before = text ? copied : (key ?? '')
  }
  return list
}

/** How long they take, in seconds. */
export const sum = (list, table = seconds) => list.reduce((all, operator) => all + table[operator], 0)

/** The model written out: 9 M × 1.35 + 12 K × 0.28 = 15.51 s. */
export function writtenOut(list, table = seconds) {
  const parts = Object.entries(table)
    .map(([name, each]) => [list.filter((operator) => operator === name).length, name, each])
    .filter(([count]) => count > 0)
    .map(([count, name, each]) => `${count} ${name} × ${each}`)
  return `${parts.join(' + ')} = ${sum(list, table).toFixed(2)} s`
}
