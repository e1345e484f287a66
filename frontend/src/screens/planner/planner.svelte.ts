import { go } from '$lib/api'
import { frame } from '$lib/frame.svelte'
import { router } from '$lib/router.svelte'
import { Screen } from '$lib/screen.svelte'
import { Refusal } from '$lib/trouble'
import type { PlannerQuery, PlannerView } from '$lib/views/planner'

/** How long a person may go on choosing before Go is asked, in milliseconds. */
const pause = 200

/** What was wished, kept while the window is open: the sample family and the own record have wishes of their own. */
let kept: { sample?: PlannerQuery; own?: PlannerQuery } = {}

const whose = () => (frame.now.sample ? 'sample' : 'own')

/** The fields at which a wish can be refused. */
const fields = ['minutes', 'start', 'calendars']

/** All of it as the plan in force has it. */
const nothing: PlannerQuery = {
  child: '',
  series: '',
  calendars: [],
  days: 0,
  minutes: 0,
  forbid: [],
  start: '',
  gap: false,
  ask: [],
}

/** Which weekdays the school calendar takes least from, for what a family wishes. */
export class Planner extends Screen<PlannerView, PlannerQuery> {
  protected door = go.Planner
  protected query = () => ({ ...this.wish, child: frame.now.child })
  /** What was chosen here; where it is empty the plan in force fills it up. */
  wish = $state.raw<PlannerQuery>(kept[whose()] ?? nothing)
  #soon: ReturnType<typeof setTimeout> | undefined

  /** Changes the wish and asks anew, once a person has stopped for a moment. */
  ask = (change: Partial<PlannerQuery>): void => {
    this.wish = { ...this.wish, ...change }
    kept[whose()] = this.wish
    this.stop()
    this.#soon = setTimeout(() => void this.load(), pause)
  }

  /** Another service brings its own days, minutes and clause. */
  askFor = (series: string): void => this.ask({ series, days: 0, minutes: 0, ask: [] })

  /** Asks no more: for when the screen is left. */
  stop = (): void => clearTimeout(this.#soon)

  savePage = () => this.act((query) => go.Planner.SavePage(query))
  copyClause = () => this.act((query) => go.Planner.CopyClause(query))

  /** Shows a set on the calendar, as a try. */
  show = (days: string[]): void =>
    router.ask({ days: days.join(',') }, 'calendar', this.view?.shown ?? '', 'year')

  /** The words of a refusal at a field of the wish. */
  refusedAt(field: string): string {
    return this.failure instanceof Refusal && this.failure.field === field ? this.failure.message : ''
  }

  /** What went wrong beside the fields. */
  get trouble() {
    return fields.some((field) => this.refusedAt(field)) ? undefined : this.failure
  }
}

/** Forgets the wishes: for tests. */
export function forget(): void {
  kept = {}
}
