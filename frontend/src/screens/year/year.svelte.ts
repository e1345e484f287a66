import { go } from '$lib/api'
import { frame } from '$lib/frame.svelte'
import { router } from '$lib/router.svelte'
import { Screen } from '$lib/screen.svelte'
import type { FillQuery, FillView, UsualTick } from '$lib/views/year'

export const ways = ['usual', 'text', 'next'] as const
export type Way = (typeof ways)[number]

/**
 * A school year that is filled in. The address says which, and in what way: `#/year/y1/next`. What was ticked and typed
 * stays until it is added.
 */
export class Year extends Screen<FillView, FillQuery> {
  protected door = go.Year
  protected query = () => ({
    child: frame.now.child,
    calendar: this.#calendar,
    state: this.state,
    text: this.text,
  })
  #calendar = ''
  way = $state<Way>('usual')
  state = $state('')
  text = $state('')

  constructor(rest: string[] = []) {
    super()
    this.#read(rest)
  }

  addUsual = (ticked: UsualTick[]) => this.act((query) => go.Year.AddUsual(this.#shown(query), ticked))
  guess = (plans: string[]) => this.act((query) => go.Year.Guess(this.#shown(query), plans))
  real = () => this.act((query) => go.Year.Real(this.#shown(query)))

  /** Goes where the address says. */
  follow(rest: string[]): void {
    const calendar = this.#calendar
    this.#read(rest)
    if (calendar === this.#calendar) return
    this.text = ''
    void this.load()
  }

  setWay = (way: string) => router.replace('year', this.#id, way)
  setYear = (id: string) => router.go('year', id, this.way)

  setState = (state: string) => {
    this.state = state
    void this.load()
  }

  get #id(): string {
    return this.view?.query.calendar ?? this.#calendar
  }

  /** A deed is about the year that is shown. */
  #shown(query: FillQuery): FillQuery {
    return { ...query, calendar: this.#id }
  }

  #read([calendar = '', way = '']: string[]): void {
    this.#calendar = calendar
    this.way = ways.find((each) => each === way) ?? 'usual'
  }
}
