// Mirrors app/makeup.go.
import type { Choice, Frame } from './frame'

/** A MakeUpQuery says of which service, and within which limits. */
export interface MakeUpQuery {
  child: string
  /** OwedSeries.ID; empty for the first with something open */
  series: string
  limits: LimitsForm
  /** the limits for the next time */
  keep: boolean
}

/** A LimitsForm is what a family and a school can agree to, as the controls have it. */
export interface LimitsForm {
  /** false: as they were kept, else the plan's own; so is each that is empty */
  set: boolean
  minutes: number
  perWeek: number
  /** of the week: MO … */
  days: string[]
  /** HH:MM or empty */
  from: string
  to: string
  /** single days that do not suit */
  off: string[]
}

/** A MakeUpView is the answer with all that is arranged. */
export interface MakeUpView {
  frame: Frame
  /** as used */
  query: MakeUpQuery
  /** those that can be asked about */
  series: Choice[]
  /** of the service, with the child where there are several; empty: there is none */
  title: string
  answer: MakeUpAnswer
  /** the first is the sum of the others */
  sums: MakeUpSum[]
  changes: MakeUpChange[]
  plan: MakeUpDate[]
  /** still to be held, by their day */
  arranged: ArrangedRow[]
  /** given, declined and so on, the latest first */
  done: ArrangedRow[]
  /** of the school */
  weekdays: Choice[]
  /** of the months */
  columns: Choice[]
  /** from today to the last day of school */
  months: MakeUpMonth[]
  /** that suit, to move one to */
  days: Choice[]
  /** single days that do not suit */
  off: Choice[]
  /** the button: Propose these 4 dates; empty without any */
  propose: string
  /** a text to copy; empty without any date */
  proposal: string
  /** why one was not held */
  reasons: Choice[]
  /** of one that is written down */
  states: Choice[]
  /** of school, for the fields */
  lastDay: string
}

/** A MakeUpAnswer is yes, with the dates, or no, with the limit that binds. */
export interface MakeUpAnswer {
  /** yes, no, arranged, nothing, no_year, no_length, none */
  code: string
  text: string
  /** what stands in the way, the least change, the last day to start */
  lines: string[]
}

/** A MakeUpSum is one part of what is to make up. */
export interface MakeUpSum {
  /** all, made_up, arranged, fits, summer, next_year */
  code: string
  text: string
  amount: string
}

/** A MakeUpChange is the least change of one limit by which all would fit. */
export interface MakeUpChange {
  /** 2 sessions a week */
  text: string
  limits: LimitsForm
}

/** A MakeUpDate is one planned make-up. */
export interface MakeUpDate {
  on: string
  /** Tue Apr 1, 2025, 10:00 am: 30 minutes */
  text: string
  /** for Tue Mar 11, 2025 */
  pays: string
}

/** An ArrangedRow is one make-up on its way, or what came of it. */
export interface ArrangedRow {
  id: string
  /** Tue Apr 1, 2025, 10:00 am: 30 minutes */
  text: string
  /** proposed, agreed, scheduled, declined, not_usable, disputed, given, not_given */
  state: string
  /** the state */
  words: string
  /** who said what, when */
  steps: string[]
  /** what stands in its way now, or empty */
  warn: string
  settled: boolean
  /** its day has come: did it take place? */
  tell: boolean
  /** id of the row of the log, or empty */
  entry: string
  minutes: number
  form: DateForm
}

/** A MakeUpMonth is one table of the small calendar. */
export interface MakeUpMonth {
  id: string
  /** March 2025 */
  text: string
  weeks: MakeUpCell[][]
}

/** A MakeUpCell is one day of it. Outside of its month it has no number. */
export interface MakeUpCell {
  iso: string
  number: number
  /** none, closed, open, not, off, planned, arranged */
  state: string
  /** spoken: Tue Apr 1: 30 minutes arranged */
  label: string
  today: boolean
  /** of the make-up that stands there and can be moved */
  id: string
}

/** An ArrangeForm is a make-up as it is written down by hand. */
export interface ArrangeForm {
  /** empty: no day yet */
  on: string
  time: string
  minutes: number | null
  state: string
  /** when that was said; empty: today */
  said: string
  by: string
  note: string
}

/** A StepForm is an answer to make-ups. */
export interface StepForm {
  ids: string[]
  state: string
  /** empty: today */
  on: string
  by: string
  note: string
}

/** A DateForm puts a make-up on a day. */
export interface DateForm {
  id: string
  on: string
  time: string
}
