import { createContext } from 'svelte'
import { go } from '$lib/api'
import { frame } from '$lib/frame.svelte'
import { router } from '$lib/router.svelte'
import { Screen } from '$lib/screen.svelte'
import type { CalendarQuery, CalendarView, ClosureForm, DayForm, StrokeForm } from '$lib/views/calendar'
import { moved, placesOf, type Place, type Step } from './grid'
import { sameCells } from './kept'
import { Paint } from './paint.svelte'
import { triedDays } from './tried'

export const looks = ['year', 'month', 'week'] as const
export type Look = (typeof looks)[number]

/** The school year, looked at as a year, a month or a week. The address says which, and on what day: `#/calendar/2024-25/month/2025-03-11`. */
export class Calendar extends Screen<CalendarView, CalendarQuery> {
  protected door = go.Calendar
  protected query = () => ({ child: frame.now.child, year: this.#year, tried: triedDays(this.#days) })
  #year = ''
  /** The weekdays that the address has shown as a try: TU,WE. */
  #days = ''
  look = $state<Look>('year')
  /** The day on which the arrow keys stand; empty for today. */
  on = $state('')
  /** The day whose panel is open; empty when none is. */
  opened = $state('')

  paint = new Paint(this)

  places = $derived(placesOf(this.view?.months ?? []))
  today = $derived(this.places.find((place) => place.cell.today))
  here = $derived(
    this.places.find((place) => place.cell.iso === this.on) ??
      this.today ??
      this.places.find((place) => place.cell.inYear),
  )
  day = $derived(this.places.find((place) => place.cell.iso === this.opened)?.cell)

  constructor(rest: string[] = [], days = '') {
    super()
    this.#read(rest)
    this.#days = days
  }

  happened = (keys: string[]) => this.act((query) => go.Calendar.Happened(query, keys))
  missed = (keys: string[], reason: string) => this.act((query) => go.Calendar.Missed(query, keys, reason))
  unsure = (keys: string[]) => this.act((query) => go.Calendar.Unsure(query, keys))
  close = (form: ClosureForm) => this.act((query) => go.Calendar.Close(query, form))
  why = (iso: string) => go.Calendar.Why(this.query(), iso)
  reopen = (calendar: string, closure: string) =>
    this.act((query) => go.Calendar.Reopen(query, calendar, closure))

  shorten = (form: DayForm) => this.act((query) => go.Calendar.Shorten(query, form))
  note = (form: DayForm) => this.act((query) => go.Calendar.Note(query, form))
  takeOut = (sort: string, calendar: string, id: string) =>
    this.act((query) => go.Calendar.TakeOut(query, sort, calendar, id))
  openAfterAll = (calendar: string, on: string) =>
    this.act((query) => go.Calendar.OpenAfterAll(query, calendar, on))
  endHere = (calendar: string, on: string) => this.act((query) => go.Calendar.EndHere(query, calendar, on))

  /** Writes a stroke, after what is on its way. */
  stroke = async (form: StrokeForm): Promise<boolean> => {
    await this.idle()
    return this.act((query) => go.Calendar.Paint(query, form))
  }

  protected override kept(view: CalendarView): CalendarView {
    return sameCells(this.view, view)
  }

  /** Goes where the address says. */
  follow(rest: string[], days = ''): void {
    const was = { year: this.#year, days: this.#days }
    this.#read(rest)
    this.#days = days
    if (was.year !== this.#year || was.days !== this.#days) void this.load()
  }

  /** Takes the brush, which paints on the year. */
  brush(): void {
    this.look = 'year'
    this.paint.enter()
  }

  setLook(look: Look): void {
    if (look !== 'year') this.paint.leave()
    this.look = look
    this.#write()
  }

  /** Puts the arrow keys on a day. */
  stand(iso: string): void {
    if (this.on === iso) return
    this.on = iso
    this.#write()
  }

  /** Moves by a key and tells the day where it led. */
  step(step: Step): Place | undefined {
    const to = this.here && moved(this.places, this.here, step)
    if (to) this.stand(to.cell.iso)
    return to
  }

  async setYear(year: string): Promise<void> {
    this.paint.drop()
    this.#year = year
    this.on = ''
    await this.load()
    this.#write()
  }

  /** Goes to today, and to its year when another one is shown. */
  toToday = async (): Promise<Place | undefined> => {
    if (!this.today) await this.setYear('')
    if (this.today) this.stand(this.today.cell.iso)
    return this.today
  }

  showDay = (iso: string): void => {
    this.clear()
    this.opened = iso
    this.stand(iso)
  }

  #read([year = '', look = '', day = '']: string[]): void {
    this.#year = year
    this.look = looks.find((each) => each === look) ?? 'year'
    this.on = day
  }

  #write(): void {
    this.#year = this.view?.query.year ?? this.#year
    if (this.#year) router.replace('calendar', this.#year, this.look, this.on)
  }
}

export const [calendarHere, setCalendar] = createContext<Calendar>()
