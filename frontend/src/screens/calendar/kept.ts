/** An answer redraws only the days that it changed: those that it did not are the very cells that stand there. */
import type { CalendarView, Cell } from '$lib/views/calendar'

/** The new view with the old one's cells and weeks wherever they say the same. */
export function sameCells(old: CalendarView | undefined, view: CalendarView): CalendarView {
  if (!old) return view
  const before = new Map(old.months.map((month) => [month.id, month]))
  for (const month of view.months) {
    const then = before.get(month.id)
    month.weeks = month.weeks.map((week, row) => {
      const there = then?.weeks[row]
      if (there?.length !== week.length) return week
      const cells = week.map((cell, column) => same(there[column], cell))
      return cells.every((cell, column) => cell === there[column]) ? there : cells
    })
  }
  return view
}

function same(old: Cell | undefined, cell: Cell): Cell {
  return old && alike(old, cell) ? old : cell
}

/** Whether two values of an answer say the same. */
function alike(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false
  const [left, right] = [Object.entries(one), Object.entries(other)]
  return (
    left.length === right.length &&
    left.every(([name, value]) => alike(value, (other as Record<string, unknown>)[name]))
  )
}
