import { createContext } from 'svelte'
import { go } from '$lib/api'
import { frame } from '$lib/frame.svelte'
import { router } from '$lib/router.svelte'
import { Screen } from '$lib/screen.svelte'
import type {
  ArrangedRow,
  ArrangeForm,
  LimitsForm,
  MakeUpQuery,
  MakeUpView,
  StepForm,
} from '$lib/views/makeup'

export const [makeUpHere, provideMakeUp] = createContext<MakeUp>()

/** As they were kept, or as the plan has it. */
const kept: LimitsForm = { set: false, minutes: 0, perWeek: 0, days: [], from: '', to: '', off: [] }

/** Can what is open of a service be made up, and what is arranged of it. */
export class MakeUp extends Screen<MakeUpView, MakeUpQuery> {
  protected door = go.MakeUp
  protected query = () => this.#query(false)
  /** What was touched here; until then Go knows the limits. */
  #touched = $state.raw(kept)
  #due = false

  #query(keep: boolean): MakeUpQuery {
    return { child: frame.now.child, series: router.rest[0] ?? '', limits: this.#touched, keep }
  }

  get limits(): LimitsForm {
    return this.#touched.set ? this.#touched : (this.view?.query.limits ?? kept)
  }

  /** Asks anew while a control moves, once in a frame. */
  move = (change: Partial<LimitsForm>): void => {
    this.#touched = { ...this.limits, ...change, set: true }
    if (this.#due) return
    this.#due = true
    requestAnimationFrame(() => {
      this.#due = false
      void this.load()
    })
  }

  /** A control came to rest: its limit is kept for the next time. */
  rest = (change: Partial<LimitsForm>): Promise<boolean> => {
    this.#touched = { ...this.limits, ...change, set: true }
    return this.#keeping()
  }

  /** All limits as the plan has them. */
  plain = (): Promise<boolean> => {
    this.#touched = { ...kept, set: true }
    return this.#keeping()
  }

  #keeping = async (): Promise<boolean> => {
    await this.idle()
    return this.act(() => go.MakeUp.View(this.#query(true)))
  }

  /** The day suits or not. */
  turn = (iso: string): Promise<boolean> => {
    const { off } = this.limits
    return this.rest({ off: off.includes(iso) ? off.filter((day) => day !== iso) : [...off, iso] })
  }

  another = (series: string): void => {
    this.#touched = kept
    router.replace('makeup', series)
    void this.load()
  }

  propose = () => this.act((query) => go.MakeUp.Propose(query))
  copy = () => this.act((query) => go.MakeUp.CopyProposal(query))
  arrange = (form: ArrangeForm) => this.act((query) => go.MakeUp.Arrange(query, form))
  answer = (form: StepForm) => this.act((query) => go.MakeUp.Answer(query, form))
  agreed = (...rows: ArrangedRow[]) =>
    this.answer({ ids: rows.map(({ id }) => id), state: 'agreed', on: '', by: '', note: '' })
  put = (id: string, on: string, time: string) => this.act((query) => go.MakeUp.Move(query, { id, on, time }))
  held = (id: string) => this.act((query) => go.MakeUp.Held(query, id, null))
  notHeld = (id: string, reason: string) => this.act((query) => go.MakeUp.NotHeld(query, id, reason))
  withdraw = (id: string) => this.act((query) => go.MakeUp.Withdraw(query, id))

  /** The row that stands on a day and can be moved. */
  row = (id: string): ArrangedRow | undefined => this.view?.arranged.find((row) => row.id === id)
}
