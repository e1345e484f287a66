import { go } from '$lib/api'
import { Failure, Refusal } from '$lib/trouble'
import type { StartView } from '$lib/views/frame'
import type { Purpose, SetupView } from '$lib/views/lock'

/** Keys while they are made: a passphrase, the recovery key on its sheet, two groups typed back. */
export class Setup {
  readonly purpose: Purpose
  step = $state<'passphrase' | 'sheet' | 'back'>('passphrase')
  present = $state('')
  passphrase = $state('')
  back = $state(['', ''])
  view = $state.raw<SetupView>()
  failure = $state.raw<Failure | Refusal>()
  refusal = $state.raw<Refusal>()
  busy = $state(false)
  readonly #names: { child: string; author: string }

  constructor(purpose: Purpose, names = { child: '', author: '' }) {
    this.purpose = purpose
    this.#names = names
  }

  at = (field: string): string => (this.refusal?.field === field ? this.refusal.message : '')

  /** Go has the passphrase from here on: the field is emptied. */
  prepare = () =>
    this.#once(async () => {
      const { present, passphrase } = this
      this.view = await go.Lock.Prepare({ for: this.purpose, ...this.#names, present, passphrase })
      this.present = this.passphrase = ''
      this.step = 'sheet'
    })

  save = () =>
    this.#once(async () => {
      this.view = await go.Lock.Sheet()
    })

  typeBack = (): void => {
    this.back = ['', '']
    this.step = 'back'
  }

  look = (): void => {
    this.refusal = undefined
    this.step = 'sheet'
  }

  /** The keys hold from now on; the answer is the open record. */
  finish = async (): Promise<StartView | undefined> => {
    let done: StartView | undefined
    await this.#once(async () => {
      done = await go.Lock.Finish($state.snapshot(this.back))
      this.forget()
    })
    return done
  }

  /** Nothing stays in the page. */
  forget = (): void => {
    this.present = this.passphrase = ''
    this.back = ['', '']
    this.view = undefined
  }

  /** Left before the end: Go forgets them too. */
  drop = (): void => {
    this.forget()
    go.Lock.Drop().catch(() => undefined)
  }

  async #once(work: () => Promise<void>): Promise<void> {
    if (this.busy) return
    this.busy = true
    this.refusal = this.failure = undefined
    try {
      await work()
    } catch (trouble) {
      if (trouble instanceof Refusal && trouble.field) this.refusal = trouble
      else this.failure = trouble as Failure | Refusal
    } finally {
      this.busy = false
    }
  }
}
