import { go } from '$lib/api'
import { frame } from '$lib/frame.svelte'
import { router } from '$lib/router.svelte'
import { Screen } from '$lib/screen.svelte'
import type { FillQuery, FillView, PastedPick, UsualTick } from '$lib/views/year'

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
    calendar: this.#id,
    state: this.state,
    text: this.text,
  })
  #calendar = ''
  way = $state<Way>('usual')
  state = $state('')
  /** The pasted text as it is typed, and as it was read last. */
  typed = $state('')
  text = $state('')

  constructor(rest: string[] = []) {
    super()
    this.#read(rest)
  }

  addUsual = (ticked: UsualTick[]) => this.act((query) => go.Year.AddUsual(query, ticked))
  /** What was read is done with; what was typed stays, for those who undo. */
  addText = async (picks: PastedPick[]): Promise<boolean> => {
    const done = await this.act((query) => go.Year.AddText(query, picks))
    if (done) this.text = ''
    return done
  }
  guess = (plans: string[]) => this.act((query) => go.Year.Guess(query, plans))
  real = () => this.act((query) => go.Year.Real(query))

  /** Goes where the address says. */
  follow(rest: string[]): void {
    const calendar = this.#calendar
    this.#read(rest)
    if (calendar === this.#calendar) return
    this.text = this.typed = ''
    void this.load()
  }

  /** Has the typed text read. Nothing is written. */
  readText = (): Promise<boolean> => {
    this.text = this.typed
    return this.act((query) => go.Year.View(query))
  }

  setWay = (way: string) => router.replace('year', this.#id, way)
  setYear = (id: string) => router.go('year', id, this.way)

  setState = (state: string) => {
    this.state = state
    void this.load()
  }

  /** Of the year that is asked for; without one it is the one that Go chose. */
  get #id(): string {
    return this.#calendar || (this.view?.query.calendar ?? '')
  }

  #read([calendar = '', way = '']: string[]): void {
    this.#calendar = calendar
    this.way = ways.find((each) => each === way) ?? 'usual'
  }
}
