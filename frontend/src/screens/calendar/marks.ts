import type { StrokeForm } from '$lib/views/calendar'
import type { Place } from './grid'

export type PaintMark = 'shut' | 'open'

/** The days of the picture from one to another, in either order. */
export function daysBetween(places: readonly Place[], one: string, other: string): Place[] {
  const [first, last] = one < other ? [one, other] : [other, one]
  return places.filter(({ cell }) => cell.iso >= first && cell.iso <= last)
}

/** What strokes, one after another, make of the school days that they pass. */
export function marksOf(strokes: readonly StrokeForm[], places: readonly Place[]): Map<string, PaintMark> {
  const marks = new Map<string, PaintMark>()
  for (const { first, last, open } of strokes)
    for (const { cell } of daysBetween(places, first, last))
      if (cell.meets && cell.inYear) marks.set(cell.iso, open ? 'open' : 'shut')
  return marks
}
