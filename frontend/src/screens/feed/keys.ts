import { listKeys } from '$lib/keys'
import type { FeedRow, FeedView } from '$lib/views/feed'
import type { Feed } from './feed.svelte'

const rowsOf = (node: HTMLElement) => [...node.querySelectorAll<HTMLElement>('[data-row]')]

/** For the list of days: up and down move from row to row, a letter answers the row that has the focus. */
export function rowKeys(feed: Feed, view: FeedView) {
  const found = (id: string | undefined): FeedRow | undefined =>
    view.groups.flatMap((group) => group.rows).find((row) => row.id === id)
  return (node: HTMLElement): (() => void) => {
    const here = () => document.activeElement?.closest<HTMLElement>('[data-row]') ?? undefined
    const step = (by: number) => () => {
      const rows = rowsOf(node)
      const at = rows.findIndex((row) => row === here())
      rows[Math.min(Math.max(at + by, 0), rows.length - 1)]?.focus()
    }
    const answer = (...codes: string[]) => {
      const row = found(here()?.dataset.row)
      const code = codes.find((each) => row?.answers.includes(each))
      if (!row || !code) return
      feed.answer(row, { answer: code })
      feed.said = view.answers.find(({ id }) => id === code)?.text ?? ''
    }
    return listKeys({
      ArrowDown: step(1),
      ArrowUp: step(-1),
      j: step(1),
      k: step(-1),
      c: () => answer('closed', 'leave'),
      s: () => answer('partial'),
      o: () => answer('ignore', 'take'),
      a: () => answer('testing', 'ask'),
    })(node)
  }
}
