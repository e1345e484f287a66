/** Numbers into words, and nothing else: sums and dates are worked out in Go. */
const plain = new Intl.NumberFormat('en-US')

/** 1470 → 1,470 */
export function count(n: number): string {
  return plain.format(n)
}

/** 1470 → 1,470 min */
export function minutes(n: number): string {
  return `${plain.format(n)}\u00a0min`
}

const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The first `limit` characters as people count them, with … when something was left out. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text
  let kept = ''
  let n = 0
  // A character can be many code units long; more than 16 for each is not text that anybody reads.
  for (const { segment } of clusters.segment(text.slice(0, limit * 16))) {
    if (n === limit) return kept.trimEnd() + '…'
    kept += segment.length > 32 ? segment.slice(0, 32) : segment
    n++
  }
  return kept.length < text.length ? kept + '…' : kept
}

/** What was done, as a sentence: marked 2 sessions given → Marked 2 sessions given. */
export function sentence(text: string): string {
  const [first = ''] = text
  return first.toLocaleUpperCase('en-US') + text.slice(first.length)
}
