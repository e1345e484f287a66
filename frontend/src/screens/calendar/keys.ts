import { tick } from 'svelte'
import { listKeys } from '$lib/keys'
import type { Calendar } from './calendar.svelte'
import { steps, type Place, type Step } from './grid'

/**
 * For whatever holds the days: the arrow keys, Home, End and the page keys move between them, T goes to today. While
 * days are being marked, Shift and an arrow stretch a stroke, Enter and Space write it, Escape drops it or leaves.
 */
export function dayKeys(calendar: Calendar) {
  const { paint } = calendar
  return (node: HTMLElement): (() => void) => {
    const go = async (lead: () => Place | undefined | Promise<Place | undefined>) => {
      const to = await lead()
      await tick()
      if (to) focusDay(node, to.cell.iso)
    }
    const step = (key: Step) => (event: KeyboardEvent) =>
      void go(() => {
        if (!paint.on) return calendar.step(key)
        if (!event.shiftKey) paint.drop()
        else if (!paint.ends && calendar.here) paint.begin(calendar.here.cell.iso)
        const to = calendar.step(key)
        if (event.shiftKey && to) paint.stretch(to.cell.iso)
        return to
      })
    const moves = steps.map((key) => [key, step(key)] as const)
    const keys = { ...Object.fromEntries(moves), t: () => void go(calendar.toToday) }
    return listKeys(paint.on ? { ...keys, ...brushKeys(calendar) } : keys)(node)
  }
}

function brushKeys(calendar: Calendar): Record<string, () => void> {
  const { paint } = calendar
  const write = () => {
    if (calendar.here) paint.end(calendar.here.cell.iso)
  }
  return {
    Enter: write,
    ' ': write,
    Escape: () => {
      if (paint.ends) paint.drop()
      else paint.leave()
    },
    n: () => {
      const name = document.querySelector<HTMLInputElement>('[data-brush-name]')
      name?.focus()
      name?.select()
    },
    e: () => (paint.open = !paint.open),
  }
}

/** Puts the focus on a day's button. */
export function focusDay(within: ParentNode, iso: string): void {
  const days = within.querySelectorAll<HTMLElement>('[data-day]')
  for (const day of days) if (day.dataset.day === iso) return day.focus()
}
