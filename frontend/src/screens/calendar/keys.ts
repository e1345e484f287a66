import { tick } from 'svelte'
import { listKeys } from '$lib/keys'
import type { Calendar } from './calendar.svelte'
import { steps, type Place } from './grid'

/** For whatever holds the days: the arrow keys, Home, End and the page keys move between them, T goes to today. */
export function dayKeys(calendar: Calendar) {
  return (node: HTMLElement): (() => void) => {
    const go = async (lead: () => Place | undefined | Promise<Place | undefined>) => {
      const to = await lead()
      await tick()
      if (to) focusDay(node, to.cell.iso)
    }
    const moves = steps.map((step) => [step, () => void go(() => calendar.step(step))] as const)
    return listKeys({ ...Object.fromEntries(moves), t: () => void go(calendar.toToday) })(node)
  }
}

/** Puts the focus on a day's button. */
export function focusDay(within: ParentNode, iso: string): void {
  const days = within.querySelectorAll<HTMLElement>('[data-day]')
  for (const day of days) if (day.dataset.day === iso) return day.focus()
}
