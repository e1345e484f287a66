import type { LogRow } from '$lib/views/log'

/** Names a row among those shown: a struck entry can have the key of a planned session that stands again. */
export const nameOf = (row: LogRow): string => (row.struck ? 'struck ' : '') + row.key

/** A planned session can be marked with one click; a make-up has its own form. */
export const markable = (row: LogRow): boolean => row.planned > 0 && row.struck === ''

/** What is written and holds can be struck. */
export const strikable = (row: LogRow): boolean => row.entry !== '' && row.struck === ''

const asks = ['not_filled_in', 'not_sure', 'planned']

/** Nobody has said what came of it, or could not tell. */
export const unanswered = (row: LogRow): boolean => markable(row) && asks.includes(row.state)

export interface Month {
  /** YYYY-MM */
  id: string
  title: string
  rows: { row: LogRow; place: number }[]
}

/** The rows as they come, under the months of their days. */
export function byMonth(rows: readonly LogRow[]): Month[] {
  const months: Month[] = []
  rows.forEach((row, place) => {
    const id = row.on.iso.slice(0, 7)
    let month = months.at(-1)
    if (month?.id !== id) {
      month = { id, title: row.month, rows: [] }
      months.push(month)
    }
    month.rows.push({ row, place })
  })
  return months
}
