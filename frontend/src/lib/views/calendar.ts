// Mirrors app/calendar.go.
import type { Choice, Frame } from './frame'

/** A CalendarQuery says which year to show. */
export interface CalendarQuery {
  child: string
  /** of CalendarView.Years; empty for the one of today */
  year: string
}

/** A CalendarView is a school year, month by month. The year, month and week are three looks at the same cells. */
export interface CalendarView {
  frame: Frame
  /** as used */
  query: CalendarQuery
  years: Choice[]
  /** School year 2024-25 */
  heading: string
  /** 175 school days, 27 closed weekdays */
  lead: string
  /** the columns: MO with its name; weekends only when something stands on one */
  weekdays: Choice[]
  months: Month[]
  /** states that the year shows */
  legend: Choice[]
  /** that can be closed for a day */
  calendars: Choice[]
  /** of closures */
  kinds: Choice[]
  reasons: Choice[]
}

/** A Month is one table. */
export interface Month {
  /** 2025-03 */
  id: string
  /** March 2025 */
  text: string
  /** rows of as many cells as there are columns */
  weeks: Cell[][]
}

/** A Cell is one day of the grid. Outside of its month it has no number. */
export interface Cell {
  iso: string
  /** 0: an empty place */
  number: number
  /** none, given, partial, missed, made_up, not_filled_in, not_sure, planned, closed */
  state: string
  /** spoken: Tuesday, March 11. Speech: Given, 30 minutes */
  label: string
  /** the day by itself: Tuesday, March 11 */
  text: string
  /** why school is closed, or empty */
  closed: string
  /** what each school says of the day, where several do; else none */
  schools: Choice[]
  /** of a short day: its name and times, or empty */
  short: string
  inYear: boolean
  today: boolean
  sessions: CellSession[]
  /** what closes school that day, to be corrected or taken out */
  closures: CellClosure[]
}

/** A CellClosure is a closure as it stands in a calendar, with its words: Spring break, Mon Mar 10 to Fri Mar 14. */
export interface CellClosure {
  calendar: string
  id: string
  first: string
  last: string
  name: string
  kind: string
  text: string
}

/** A CellSession is a session planned or held on a day. */
export interface CellSession {
  /** of the slot, or id of the row */
  key: string
  entry: string
  child: string
  title: string
  time: string
  minutes: number
  state: string
  text: string
  /** which rule planned it, which calendar day took it */
  why: string
  past: boolean
}

/** A ClosureForm is a run of days without school. */
export interface ClosureForm {
  calendar: string
  /** of one to correct; empty for a new one */
  id: string
  first: string
  /** empty: one day */
  last: string
  name: string
  kind: string
}
