import { frame } from '$lib/frame.svelte'
import type { Choice } from '$lib/views/frame'
import type { EntryView, LogRow, Service, SessionForm } from '$lib/views/log'
import { drafts } from './drafts'
import { sitting } from './sitting'

/** Ways to know of a session by which somebody else tells it. */
const told = ['child', 'note', 'email', 'provider']

/** One entry while its form is open: an entry of the log with its history, or a new make-up or extra session. */
export class Editing {
  readonly entry: EntryView
  /** The row it was opened from; a link may lead to one that the list does not show. */
  readonly row: LogRow | undefined
  form: SessionForm
  /** What a make-up may settle: of a new one it depends on the service. */
  open = $state.raw<Choice[]>([])
  /** The form was found as it was left, not as it is written. */
  kept = $state(false)
  /** How it can have been given: of a new one it depends on the service. */
  manners = $state.raw<Choice[]>([])
  /** How long it was by the times, in words; empty where one is missing. */
  lasted = $state('')
  /** The times and minutes of which the person said that the minutes hold. */
  #held = $state('')
  readonly #draft: string
  readonly #begun: SessionForm
  #service: string

  /** With a status the form begins there: a key stood for it. */
  constructor(entry: EntryView, row?: LogRow, status = entry.form.status) {
    this.entry = entry
    this.row = row
    this.#begun = { ...entry.form, status }
    if (entry.form.status === '' && !this.struck) this.#begun.knownBy = sitting.knownBy
    this.open = entry.open
    this.manners = entry.manners
    this.#draft = [frame.now.sample, entry.form.key || entry.form.kind].join(' ')
    const draft = drafts.get(this.#draft)
    this.kept = draft !== undefined
    this.form = $state({ ...(draft ?? this.#begun) })
    this.#service = this.form.service
    if (this.form.keep) this.keepMinutes()
  }

  /** For another service: its usual length, unless another was typed, and what it settles is open again. */
  serve(service: string, services: readonly Service[]): void {
    const usual = (id: string) => services.find((each) => each.id === id)?.minutes || null
    if (this.form.minutes === usual(this.#service)) this.form.minutes = usual(service)
    this.form.service = this.#service = service
    this.form.pays = []
    this.manners = services.find((each) => each.id === service)?.manners ?? []
  }

  get fresh(): boolean {
    return this.entry.form.key === ''
  }

  /** Something holds already, so that saving corrects it. */
  get written(): boolean {
    return this.entry.form.status !== '' && !this.fresh
  }

  /** A planned session: its day and service stand in the plan. */
  get planned(): boolean {
    return this.entry.minutes > 0
  }

  get struck(): boolean {
    return (this.row?.struck ?? '') !== ''
  }

  /** What is sent: nothing that the form does not show. */
  get typed(): SessionForm {
    const typed = { ...$state.snapshot(this.form), keep: this.#held === this.#measured }
    if (!this.asksMinutes) Object.assign(typed, { minutes: null, began: '', ended: '', keep: false })
    if (!this.asksSaidBy) typed.saidBy = ''
    if (!this.asksReason) typed.reason = ''
    if (!this.asksPays) typed.pays = []
    return typed
  }

  get asksMinutes(): boolean {
    return this.form.status === 'delivered' || this.form.status === 'partial'
  }

  get asksReason(): boolean {
    return this.form.status === 'missed' || this.form.status === 'partial'
  }

  /** How it was given: of what was given at all, where the plan or the entry says how. */
  get asksManner(): boolean {
    return this.asksMinutes && (this.manners.length > 0 || this.form.size !== null)
  }

  /** As given: one to one, in a group; empty as the plan says. */
  get manner(): string {
    return this.form.mode || (this.form.size === null ? '' : 'group')
  }

  get asksSaidBy(): boolean {
    return told.includes(this.form.knownBy) || this.entry.form.saidBy !== ''
  }

  get #measured(): string {
    return [this.form.began, this.form.ended, this.form.minutes].join(' ')
  }

  /** The minutes as they stand hold, though the times say otherwise. */
  keepMinutes(): void {
    this.#held = this.#measured
  }

  /** A time was typed: the usual length that a new session begins with gives way to it. */
  timed(): void {
    const { began, ended, minutes } = this.form
    if (this.fresh && began && ended && minutes === this.#begun.minutes) this.form.minutes = null
  }

  get asksPays(): boolean {
    return this.form.kind === 'makeup' && this.asksMinutes
  }

  /** Keeps what was typed when the form closes without being saved. */
  keep(): void {
    const typed = $state.snapshot(this.form)
    if (JSON.stringify(typed) === JSON.stringify(this.#begun)) drafts.delete(this.#draft)
    else drafts.set(this.#draft, typed)
  }

  /** Throws away what was typed. */
  startOver = (): void => {
    drafts.delete(this.#draft)
    this.form = { ...this.#begun }
    this.kept = false
  }

  /** Saved: how it is known is offered for the next one. */
  saved(): void {
    sitting.knownBy = this.form.knownBy
    this.done()
  }

  /** Saved, or not wanted: there is nothing left to keep. */
  done(): void {
    drafts.delete(this.#draft)
  }
}

/** The form of a new make-up or extra session. */
export function blank(kind: 'makeup' | 'extra', on: string, service: Service | undefined): EntryView {
  const form: SessionForm = {
    key: '',
    service: service?.id ?? '',
    kind,
    on,
    status: 'delivered',
    minutes: service?.minutes || null,
    began: '',
    ended: '',
    keep: false,
    mode: '',
    size: null,
    approx: false,
    reason: '',
    note: '',
    knownBy: '',
    saidBy: '',
    pays: [],
    because: '',
  }
  return {
    entry: '',
    form,
    title: '',
    child: '',
    on: { iso: '', text: '' },
    minutes: 0,
    manners: service?.manners ?? [],
    written: '',
    late: '',
    history: [],
    asksWhy: false,
    open: [],
  }
}
