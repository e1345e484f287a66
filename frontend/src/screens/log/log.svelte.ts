import { go } from '$lib/api'
import { frame } from '$lib/frame.svelte'
import { router } from '$lib/router.svelte'
import { Screen } from '$lib/screen.svelte'
import type { Failure, Refusal } from '$lib/trouble'
import type { EntryView, LogQuery, LogRow, LogView } from '$lib/views/log'
import { blank, Editing } from './editing.svelte'
import { Picks } from './picks.svelte'
import { type Place, readPlace, writePlace } from './place'
import { markable, nameOf, strikable } from './rows'

export class Log extends Screen<LogView, LogQuery> {
  protected door = go.Log
  protected query = (): LogQuery => {
    const { filter, series, year, struck } = this.place
    return { child: frame.now.child, filter: filter || 'all', series, year, struck }
  }

  readonly picks = new Picks<LogRow>(() => this.view?.rows ?? [], nameOf)
  /** The rows that are asked about: why were they missed? */
  asking = $state.raw<readonly LogRow[]>([])
  /** The entry whose form is open. */
  editing = $state.raw<Editing>()

  get place(): Place {
    return readPlace(router.rest)
  }

  /** Another filter, year or service. */
  look = (change: Partial<Place>): void => {
    this.picks.clear()
    router.replace('log', ...writePlace({ ...this.place, open: '', ...change }))
  }

  happened = (rows: readonly LogRow[]) => this.#mark(rows, (query, keys) => go.Log.Happened(query, keys))
  unsure = (rows: readonly LogRow[]) => this.#mark(rows, (query, keys) => go.Log.Unsure(query, keys))
  missed = async (reason: string) => {
    const done = await this.#mark(this.asking, (query, keys) => go.Log.Missed(query, keys, reason))
    if (done) this.asking = []
    return done
  }

  /** Asks why they were missed; the answer is `missed`. */
  ask = (rows: readonly LogRow[]): void => {
    this.clear()
    this.asking = rows.filter(markable)
  }

  strike = async (rows: readonly LogRow[], because: string) => {
    const entries = rows.filter(strikable).map((row) => row.entry)
    return this.#strike(entries, because)
  }

  /** Opens an entry, with the status that a key stands for. */
  show = async (key: string, row?: LogRow, status?: string): Promise<void> => {
    if (this.busy) return
    this.clear()
    try {
      this.editing = new Editing(await go.Log.Entry(key), row, status)
    } catch (trouble) {
      this.failure = trouble as Refusal | Failure
    }
  }

  /** A new make-up or extra session, of the service that is looked at. */
  add = (kind: 'makeup' | 'extra'): void => {
    const services = this.view?.services ?? []
    const looked = this.view?.series.find((series) => series.id === this.place.series)
    const service = services.find((each) => each.text === looked?.text) ?? services[0]
    this.clear()
    this.editing = new Editing(blank(kind, frame.now.today.iso, service))
    void this.settles(service?.id ?? '')
  }

  /** What a new make-up of a service may settle. */
  settles = async (service: string): Promise<void> => {
    const editing = this.editing
    if (!editing || service === '') return
    const answer: EntryView | undefined = await go.Log.Entry(service).catch(() => undefined)
    if (editing.form.service === service) editing.open = answer?.open ?? []
  }

  save = async (): Promise<boolean> => {
    const editing = this.editing
    if (!editing) return false
    const saved = await this.act((query) => go.Log.Save(query, editing.typed))
    if (!saved) return false
    editing.saved()
    this.#close()
    return true
  }

  /** Times were typed: how long that is. */
  timed = async (): Promise<void> => {
    const editing = this.editing
    if (!editing) return
    editing.timed()
    const { began, ended } = editing.form
    const text = await go.Log.Lasted(began, ended).catch(() => '')
    if (editing.form.began === began && editing.form.ended === ended) editing.lasted = text
  }

  strikeOpen = async (because: string): Promise<boolean> => {
    const editing = this.editing
    if (!editing) return false
    const { entry } = editing.entry
    const done = await this.#strike([entry], because)
    if (done) this.cancel()
    return done
  }

  /** Closes the form; what was typed is kept. */
  leave = (): void => {
    this.editing?.keep()
    this.#close()
  }

  /** Closes the form, and what was typed goes. */
  cancel = (): void => {
    this.editing?.done()
    this.#close()
  }

  #close(): void {
    this.editing = undefined
    this.clear()
    this.#arrive()
  }

  /** A link led to an entry: once that is closed, the keyboard is at its row. */
  #arrive(): void {
    const { open } = this.place
    if (!open) return
    this.look({})
    const place = this.view?.rows.findIndex((row) => row.key === open) ?? -1
    if (place >= 0) this.picks.go(place)
  }

  async #strike(entries: string[], because: string): Promise<boolean> {
    const done = await this.act((query) => go.Log.Strike(query, entries, because))
    if (done) this.picks.clear()
    return done
  }

  async #mark(
    rows: readonly LogRow[],
    ask: (query: LogQuery, keys: string[]) => Promise<LogView>,
  ): Promise<boolean> {
    const keys = rows.filter(markable).map((row) => row.key)
    if (keys.length === 0) return false
    const done = await this.act((query) => ask(query, keys))
    if (done) this.picks.clear()
    return done
  }
}
