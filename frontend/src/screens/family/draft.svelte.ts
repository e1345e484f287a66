import { drafts, keyOf } from './drafts'

/** A form while somebody types in it. */
export class Draft<Form extends object> {
  form: Form = $state() as Form
  readonly #key: string
  #start: string
  #over = false

  constructor(place: string, start: Form) {
    this.#key = keyOf(place)
    this.#start = JSON.stringify(start)
    this.form = structuredClone((drafts.find(this.#key) as Form | undefined) ?? start)
  }

  /** The form as plain values. */
  get plain(): Form {
    return $state.snapshot(this.form) as Form
  }

  /** The form goes: what was typed is kept, unless it was saved or cancelled. */
  keep = (): void => {
    if (!this.#over && JSON.stringify(this.plain) !== this.#start) drafts.keep(this.#key, this.plain)
  }

  /** Saved or cancelled. */
  over = (): void => {
    this.#over = true
    drafts.drop(this.#key)
  }

  /** The same form for the next entry. */
  renew = (start: Form): void => {
    this.#over = false
    this.#start = JSON.stringify(start)
    this.form = structuredClone(start)
  }
}
