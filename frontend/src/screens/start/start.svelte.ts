import { go } from '$lib/api'
import { frame } from '$lib/frame.svelte'
import { router } from '$lib/router.svelte'
import { Failure, Refusal } from '$lib/trouble'
import { layBack } from '$lib/lock/now'
import type { DoorForm, RenewForm, StartForm, StartView } from '$lib/views/frame'

/** What there is to open, and the ways to open it. It stands before every other screen. */
export class Start {
  view = $state.raw<StartView>()
  failure = $state.raw<Refusal | Failure>()
  refusal = $state.raw<Refusal>()
  busy = $state(false)
  /** Grows with each record that is opened, so that no screen shows the one before. */
  opened = $state(0)
  /** A refresh came while something else was on its way. */
  #again = false

  load = () => this.#ask(() => go.Start.View())
  begin = (form: StartForm) => this.#ask(() => go.Start.Begin(form))
  sample = () => this.#ask(() => go.Start.Sample())
  unlock = (form: DoorForm) => this.#ask(() => go.Start.Unlock(form))
  /** An older copy, or what came before the damage. */
  openAnyway = () => this.#ask(() => go.Start.OpenAnyway())
  renew = (form: RenewForm) => this.#ask(() => go.Start.Renew(form))
  own = () => this.#ask(() => go.Start.Own())
  /** The author is asked for when there is no record yet. */
  openFile = (author = '') => this.#ask(() => go.Start.OpenFile(author))
  showFolder = () => this.#ask(() => go.Start.ShowFolder())
  /** The record is looked at again, on the screen that is open: its entries have been read and checked meanwhile. */
  refresh = (): Promise<boolean> => {
    this.#again = this.busy
    return this.#stay(() => go.Start.View())
  }
  /** Every view is asked for anew, so that no form with a name in it stays open. */
  hideNames = (hide: boolean) =>
    this.#ask(async () => {
      await go.Names.Hide(hide)
      return go.Start.View()
    })
  saveCopy = () => this.#stay(() => go.Start.SaveCopy())

  clear = (): void => {
    this.refusal = this.failure = undefined
  }

  at(field: string): string {
    return this.refusal?.field === field ? this.refusal.message : ''
  }

  #ask = (ask: () => Promise<StartView>) => this.#once(ask, (view) => this.take(view))

  /** Like #ask, but while the record is open the person stays where they are. */
  #stay = (ask: () => Promise<StartView>) =>
    this.#once(ask, (view) => (view.state === 'open' ? frame.again(view.frame) : this.take(view)))

  async #once(ask: () => Promise<StartView>, take: (view: StartView) => void): Promise<boolean> {
    if (this.busy) return false
    this.busy = true
    this.clear()
    try {
      take(await ask())
      return true
    } catch (trouble) {
      if (trouble instanceof Refusal && trouble.field) this.refusal = trouble
      else this.failure = trouble as Refusal | Failure
      return false
    } finally {
      this.busy = false
      if (this.#again) void this.refresh()
    }
  }

  /** What was opened is shown from here on. */
  take = (view: StartView): void => {
    this.view = view
    if (view.state !== 'open') return
    frame.reset()
    frame.take(view.frame)
    if (view.frame.begin && router.screen === 'today') router.replace('begin')
    layBack(view.typed)
    this.opened++
  }
}
