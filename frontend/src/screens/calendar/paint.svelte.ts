/** Marking days closed by strokes: what is drawn shows at once, and is written stroke by stroke. */
import { SvelteMap } from 'svelte/reactivity'
import type { StrokeForm } from '$lib/views/calendar'
import type { Calendar } from './calendar.svelte'
import type { Place } from './grid'
import { daysBetween, marksOf, type PaintMark } from './marks'

/** From one day to another, in either order. */
interface Ends {
  from: string
  to: string
}

export class Paint {
  on = $state(false)
  calendar = $state('')
  name = $state('')
  kind = $state('holiday')
  /** The eraser. */
  open = $state(false)
  /** The stroke that is being drawn. */
  ends = $state.raw<Ends>()
  /** What the picture shows of the days before Go has answered. */
  readonly marks = new SvelteMap<string, PaintMark>()
  #waiting: StrokeForm[] = []
  #screen: Calendar

  constructor(screen: Calendar) {
    this.#screen = screen
  }

  /** The calendar that is painted: the one chosen, else the first. */
  get year(): string {
    const years = this.#screen.view?.calendars ?? []
    return (years.find(({ id }) => id === this.calendar) ?? years[0])?.id ?? ''
  }

  enter(): void {
    this.on = true
    this.#screen.clear()
  }

  leave(): void {
    this.drop()
    this.on = false
  }

  begin(iso: string): void {
    this.ends = { from: iso, to: iso }
    this.#show()
  }

  stretch(iso: string): void {
    if (!this.ends || this.ends.to === iso) return
    this.ends = { ...this.ends, to: iso }
    this.#show()
  }

  /** Forgets the stroke that is being drawn. */
  drop(): void {
    this.ends = undefined
    this.#show()
  }

  /** Writes the stroke, or the one day when none is being drawn. */
  end(iso: string): void {
    this.#waiting.push(this.#form(this.ends ?? { from: iso, to: iso }))
    this.ends = undefined
    this.#show()
    if (this.#waiting.length === 1) void this.#write()
  }

  /** The first and last place of the stroke, for the words. */
  get span(): [Place, Place] | undefined {
    const run = this.ends && daysBetween(this.#screen.places, this.ends.from, this.ends.to)
    const [first, last] = [run?.[0], run?.at(-1)]
    return first && last ? [first, last] : undefined
  }

  #form({ from, to }: Ends): StrokeForm {
    const { year: calendar, open, kind } = this
    return { calendar, first: from, last: to, open, name: this.name.trim(), kind }
  }

  async #write(): Promise<void> {
    for (let form = this.#waiting[0]; form; form = this.#waiting[0]) {
      await this.#screen.stroke(form)
      this.#waiting.shift()
      this.#show()
    }
  }

  /** Sets the marks to all strokes not yet answered; of the others nothing is drawn anew. */
  #show(): void {
    const strokes = this.ends ? [...this.#waiting, this.#form(this.ends)] : this.#waiting
    const wanted = marksOf(strokes, this.#screen.places)
    for (const iso of this.marks.keys()) if (!wanted.has(iso)) this.marks.delete(iso)
    for (const [iso, mark] of wanted) if (this.marks.get(iso) !== mark) this.marks.set(iso, mark)
  }
}
