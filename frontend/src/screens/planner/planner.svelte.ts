import { go } from '$lib/api'
import { frame } from '$lib/frame.svelte'
import { Screen } from '$lib/screen.svelte'
import type { PlannerQuery, PlannerView } from '$lib/views/planner'

/** How long a person may go on choosing before Go is asked, in milliseconds. */
const pause = 200

/** Which weekdays the school calendar takes least from, for what a family wishes. */
export class Planner extends Screen<PlannerView, PlannerQuery> {
  protected door = go.Planner
  protected query = () => ({ ...this.wish, child: frame.now.child })
  /** What was chosen here; where it is empty the plan in force fills it up. */
  wish = $state.raw<PlannerQuery>({
    child: '',
    calendars: [],
    days: 0,
    minutes: 0,
    forbid: [],
    start: '',
    gap: false,
  })
  #soon: ReturnType<typeof setTimeout> | undefined

  /** Changes the wish and asks anew, once a person has stopped for a moment. */
  ask = (change: Partial<PlannerQuery>): void => {
    this.wish = { ...this.wish, ...change }
    this.stop()
    this.#soon = setTimeout(() => void this.load(), pause)
  }

  /** Asks no more: for when the screen is left. */
  stop = (): void => clearTimeout(this.#soon)
}
