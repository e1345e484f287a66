// Mirrors app/log.go.
import type { Choice, Day, Frame } from './frame'
import type { HistoryAct } from './history'

/** A LogQuery says which rows of the log to show. */
export interface LogQuery {
  /** empty for all */
  child: string
  /** all, not_filled_in, not_sure, missed, make_ups, group, late, struck */
  filter: string
  /** of LogView.Years; empty for the one of today */
  year: string
  /** empty for all */
  series: string
  /** hide: struck entries stand in their own filter only */
  struck: string
}

/** A LogView is the session log: what was planned and what came of it, newest first. */
export interface LogView {
  frame: Frame
  /** as used */
  query: LogQuery
  filters: Filter[]
  years: Choice[]
  series: Choice[]
  reasons: Choice[]
  knownBy: Choice[]
  rows: LogRow[]
  /** of the rows, in words */
  totals: string[]
  /** to add a make-up or an extra session to */
  services: Service[]
  /** entries that this filter would show struck */
  struck: number
}

/** A Filter is a way to look at the log, with how many rows it has. */
export interface Filter {
  id: string
  text: string
  count: number
}

/** A LogRow is a planned session or a row of the log, or both. */
export interface LogRow {
  /** of the slot; of a row without one, its id */
  key: string
  /** id of the row; empty when not filled in */
  entry: string
  on: Day
  /** March 2025 */
  month: string
  time: string
  child: string
  title: string
  /** who gives it on that day, or empty */
  provider: string
  /** regular, makeup, extra */
  kind: string
  /** minutes; 0 without a slot */
  planned: number
  /** minutes */
  given: number
  /** minutes */
  missed: number
  /** given, partial, missed, not_filled_in, not_sure, made_up (a make-up), closed, planned */
  state: string
  /** the state in words: Given 30 min; Missed: therapist was out */
  text: string
  /** code */
  reason: string
  note: string
  /** 10:10 am to 10:28 am; in a group of 3, the plan says one to one; or empty */
  held: string
  /** a larger one than the plan says */
  group: boolean
  /** how it is known, in words */
  known: string
  /** who told it */
  saidBy: string
  /** of a make-up: what it settles, in words */
  pays: string
  /** written Tue Mar 11, 2025, corrected Thu Mar 13, 2025 */
  written: string
  /** entered 19 days later; empty when written within a week */
  late: string
  /** withdrawn: by whom, when and why; empty when it holds */
  struck: string
  /** what it said before it was corrected; empty when it was not */
  was: string
  /** corrected by Mom, Tue Mar 11, 2025, 8:14 pm: the reason */
  wasBy: string
  conflict: boolean
  /** attachments */
  papers: number
}

/** A Service is one to log a session for. */
export interface Service {
  id: string
  text: string
  /** of one session */
  minutes: number
  /** how it can have been given; none where the plan does not say */
  manners: Choice[]
}

/** A SessionForm is one row of the log as a person types it. */
export interface SessionForm {
  /** of the slot or row; empty for a new make-up or extra session */
  key: string
  /** of a new one */
  service: string
  /** regular, makeup, extra */
  kind: string
  /** YYYY-MM-DD */
  on: string
  /** delivered, partial, missed, unsure */
  status: string
  /** given */
  minutes: number | null
  /** HH:MM, as it was held; empty for not said */
  began: string
  ended: string
  /** the minutes hold, whatever the times say */
  keep: boolean
  /** as given: individual, group; empty as the plan says */
  mode: string
  /** children in the group, as given */
  size: number | null
  /** the day may be off by a few days */
  approx: boolean
  reason: string
  note: string
  knownBy: string
  /** who told it */
  saidBy: string
  /** ids of what a make-up settles, in order; empty: the oldest first */
  pays: string[]
  /** why it is corrected */
  because: string
}

/** An EntryView is one row of the log with its whole history. */
export interface EntryView {
  /** id of the row; empty when not filled in */
  entry: string
  /** as it stands */
  form: SessionForm
  title: string
  child: string
  on: Day
  /** planned */
  minutes: number
  /** how it can have been given; none where the plan does not say */
  manners: Choice[]
  /** written Tue Mar 11, 2025, corrected Thu Mar 13, 2025 */
  written: string
  /** entered 19 days later; or empty */
  late: string
  /** newest first */
  history: HistoryAct[]
  /** a change to it asks for the reason: it is older than a day */
  asksWhy: boolean
  /** what a make-up may settle */
  open: Choice[]
}
