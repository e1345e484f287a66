import { SvelteMap } from 'svelte/reactivity'
import type { UsualDay, UsualTick } from '$lib/views/year'

/** The usual days that were ticked, with the days that a person wrote for those that ask. */
export class Ticks {
  #ticked = new SvelteMap<string, UsualTick>()

  has = (id: string): boolean => this.#ticked.has(id)

  turn(id: string, on: boolean): void {
    if (on) this.#ticked.set(id, { id, first: '', last: '' })
    else this.#ticked.delete(id)
  }

  get = (id: string): UsualTick => this.#ticked.get(id) ?? { id, first: '', last: '' }

  write(id: string, change: Partial<UsualTick>): void {
    this.#ticked.set(id, { ...this.get(id), ...change })
  }

  /** Those that are still offered. */
  of = (days: readonly UsualDay[]): UsualTick[] =>
    days.filter((day) => !day.closed && this.has(day.id)).map((day) => this.get(day.id))

  clear(): void {
    this.#ticked.clear()
  }
}
