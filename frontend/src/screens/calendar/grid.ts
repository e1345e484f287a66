/** Where the days stand among each other: rows and columns as Go laid them out, never counted here. */
import type { Cell, Month } from '$lib/views/calendar'

/** A day at its place in the school year. */
export interface Place {
  cell: Cell
  /** id of its month */
  month: string
  /** which of `weeksOf` */
  week: number
  column: number
}

export const steps = [
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'PageUp',
  'PageDown',
] as const
export type Step = (typeof steps)[number]

/** The weeks of the year. One that begins in a month and ends in the next stands in two rows of Go's and in one here. */
export function weeksOf(months: readonly Month[]): Cell[][] {
  const weeks: Cell[][] = []
  for (const row of months.flatMap((month) => month.weeks)) {
    const last = weeks.at(-1)
    if (last && row.every((cell, column) => isDay(cell) !== isDay(last[column])))
      weeks[weeks.length - 1] = row.map((cell, column) => (isDay(cell) ? cell : (last[column] ?? cell)))
    else weeks.push(row)
  }
  return weeks
}

/** Every day, from the first to the last. */
export function placesOf(months: readonly Month[]): Place[] {
  return weeksOf(months).flatMap((row, week) =>
    row
      .map((cell, column) => ({ cell, month: cell.iso.slice(0, 7), week, column }))
      .filter(({ cell }) => isDay(cell)),
  )
}

export function isDay(cell: Cell | undefined): boolean {
  return cell !== undefined && cell.number > 0
}

/** Where a key leads; undefined at the edges of the year. */
export function moved(places: readonly Place[], from: Place, step: Step): Place | undefined {
  const at = places.indexOf(from)
  const column = (place: Place) => place.column === from.column
  switch (step) {
    case 'ArrowLeft':
      return places[at - 1]
    case 'ArrowRight':
      return places[at + 1]
    case 'ArrowUp':
      return places.slice(0, at).findLast(column)
    case 'ArrowDown':
      return places.slice(at + 1).find(column)
    case 'Home':
      return places.find((place) => place.week === from.week)
    case 'End':
      return places.findLast((place) => place.week === from.week)
    case 'PageUp':
      return inMonth(places, from, -1)
    case 'PageDown':
      return inMonth(places, from, 1)
  }
}

/** The same weekday of the month before or after: the second Tuesday, or the last one there is. */
function inMonth(places: readonly Place[], from: Place, ahead: 1 | -1): Place | undefined {
  const months = [...new Set(places.map((place) => place.month))]
  const wanted = months[months.indexOf(from.month) + ahead]
  const those = (month: string | undefined) =>
    places.filter((place) => place.month === month && place.column === from.column)
  const there = those(wanted)
  return there[those(from.month).indexOf(from)] ?? there.at(-1)
}
