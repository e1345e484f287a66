import { go } from './api'
import { Failure, Refusal } from './trouble'
import type { CopyRow, LyingView } from './views/copies'

/** Safe copies while no record is open: a file that is chosen, or one in the data folder, becomes the record. */
export class LyingCopies {
  rows = $state.raw<CopyRow[]>()
  /** The locked copy that waits for its passphrase; empty when none does. */
  locked = $state('')
  failure = $state.raw<Refusal | Failure>()
  busy = $state(false)

  /** opened is called when a copy is the record now. */
  constructor(private opened: () => unknown) {}

  load = () => this.#ask(async () => void (this.rows = (await go.Copies.Lying()).rows))
  chooseFile = () => this.#ask(async () => this.#take(await go.Copies.ChooseFile()))
  choose = (name: string) => this.#ask(async () => this.#take(await go.Copies.ChooseLying(name)))
  open = (typed: string) => this.#ask(async () => this.#take(await go.Copies.OpenChosen(typed)))

  clear = (): void => {
    this.failure = undefined
    this.locked = ''
  }

  /** The words of what was refused at the field of the passphrase. */
  get refused(): string {
    return this.failure instanceof Refusal && this.failure.field === 'secret' ? this.failure.message : ''
  }

  async #take({ chosen }: LyingView): Promise<void> {
    this.locked = chosen.done ? '' : chosen.name
    if (chosen.done) await this.opened()
  }

  async #ask(ask: () => Promise<unknown>): Promise<void> {
    if (this.busy) return
    this.busy = true
    this.failure = undefined
    try {
      await ask()
    } catch (trouble) {
      this.failure = trouble as Refusal | Failure
    } finally {
      this.busy = false
    }
  }
}
