import { frame } from './frame.svelte'
import { Failure, Refusal } from './trouble'
import type { Frame } from './views/frame'

/** What every screen's bound struct can do. */
export interface Door<View, Query> {
  View(query: Query): Promise<View>
  Undo(query: Query): Promise<View>
  Redo(query: Query): Promise<View>
}

/**
 * What every screen's class begins with: the view as Go answered it, what went wrong, and whether an answer
 * is on its way. A subclass names its door and its query, and has one method for each thing a person can do:
 *
 *     export class Today extends Screen<TodayView, string> {
 *       protected door = go.Today
 *       protected query = () => frame.now.child
 *       happened = (keys: string[]) => this.act((child) => go.Today.Happened(child, keys))
 *     }
 */
export abstract class Screen<View extends { frame: Frame }, Query> {
  view = $state.raw<View>()
  /** What could not be done, for the line under the heading. */
  failure = $state.raw<Refusal | Failure>()
  /** What was refused at a field of the form that is open; see `at`. */
  refusal = $state.raw<Refusal>()
  busy = $state(false)
  #asked = 0
  #turn: Promise<unknown> = Promise.resolve()

  protected abstract readonly door: Door<View, Query>
  protected abstract readonly query: () => Query

  /** For onMount: asks for the view, and listens to undo, redo and the choice of a child while it is open. */
  open = (): (() => void) => {
    void this.load()
    return frame.enter(this)
  }

  /** Asks for the view, after what is being done. Of two answers on their way the one asked for last counts. */
  load = async (): Promise<void> => {
    if (this.busy) await this.idle()
    const asked = ++this.#asked
    try {
      const view = await this.door.View(this.query())
      if (asked === this.#asked) this.#take(view)
    } catch (trouble) {
      if (asked === this.#asked) this.failure = trouble as Refusal | Failure
    }
  }

  undo = () => this.act((query) => this.door.Undo(query))
  redo = () => this.act((query) => this.door.Redo(query))

  /** Does something and shows the answer. Tells whether it was done; a second click meanwhile does nothing. */
  protected act(ask: (query: Query) => Promise<View>): Promise<boolean> {
    return this.#once(async () => this.#take(await ask(this.query())))
  }

  /** Asks for something beside the view, such as one entry. Undefined when it could not be had. */
  protected async peek<T>(ask: (query: Query) => Promise<T>): Promise<T | undefined> {
    let answer: T | undefined
    await this.#once(async () => {
      answer = await ask(this.query())
    })
    return answer
  }

  /** Waits until no answer is on its way, for what must not be lost to a click before it. */
  protected idle = async (): Promise<void> => {
    while (this.busy) await this.#turn
  }

  #once(work: () => Promise<void>): Promise<boolean> {
    if (this.busy) return Promise.resolve(false)
    const turn = this.#try(work)
    this.#turn = turn
    return turn
  }

  async #try(work: () => Promise<void>): Promise<boolean> {
    this.busy = true
    this.clear()
    this.#asked++ // a view that is still on its way is older than what comes now
    try {
      await work()
      return true
    } catch (trouble) {
      if (trouble instanceof Refusal && trouble.field) this.refusal = trouble
      else this.failure = trouble as Refusal | Failure
      return false
    } finally {
      this.busy = false
    }
  }

  /** For a screen with many parts: the view with what has not changed as it was, so that only the rest is drawn. */
  protected kept(view: View): View {
    return view
  }

  #take(view: View): void {
    this.view = this.kept(view)
    this.failure = undefined
    frame.take(view.frame)
  }

  /** Forgets what was refused: when a form opens or closes. */
  clear = (): void => {
    this.refusal = undefined
    this.failure = undefined
  }

  /** The words of a refusal at this field: `minutes` is also the end of `sessions[3].minutes`. */
  at(field: string): string {
    const where = this.refusal?.field ?? ''
    const here = where === field || where.endsWith('.' + field) || where.startsWith(field + '[')
    return here ? (this.refusal?.message ?? '') : ''
  }

  /** The words of a refusal at a field that the form does not show, so that it is not lost. */
  besides(...shown: string[]): string {
    return this.refusal && !shown.some((field) => this.at(field)) ? this.refusal.message : ''
  }
}
