// Mirrors app/calendar.go.
import type { Choice, Frame } from './frame'

/** A CalendarQuery says which year to show. */
export interface CalendarQuery {
  child: string
  /** of CalendarView.Years; empty for the one of today */
  year: string
  /** weekdays to show as a try: MO … */
  tried: string[]
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
  /** that can be changed */
  calendars: CellYear[]
  /** of closures */
  kinds: Choice[]
  /** kinds of noted days */
  notes: Choice[]
  reasons: Choice[]
  tried: Tried
  /** that the days are another year's, or empty */
  guess: string
  /** what the year does to each service, so far */
  strip: StripLine[]
}

/** Tried are weekdays shown on the calendar as a try: what sessions on them would meet. */
export interface Tried {
  /** which weekdays, and that nothing is changed; empty without a try */
  text: string
  /** how many of their sessions fall on closed days */
  lead: string
}

/** A CellYear is one school's calendar of the year. */
export interface CellYear {
  id: string
  text: string
  first: string
  last: string
}

/** A StripLine is what the school year does to one service, so far. */
export interface StripLine {
  /** of the series */
  id: string
  child: string
  title: string
  /** Tue + Thu: 58 kept, 9 lost; best: Tue + Wed, 5 lost */
  text: string
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
  /** none, given, partial, missed, made_up, not_filled_in, not_sure, planned, closed, tried, tried_lost */
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
  /** of a noted day: what it is, or empty */
  noted: string
  /** MO */
  weekday: string
  /** school meets on this weekday */
  meets: boolean
  inYear: boolean
  today: boolean
  /** what a try makes of the day, or empty */
  tried: string
  sessions: CellSession[]
  /** what was seen, promised, and if the child was sent away */
  beside: CellBeside[]
  /** what the calendars say of it, to be corrected or taken out */
  entries: CellEntry[]
}

/** A CellEntry is something that a calendar says of a day. */
export interface CellEntry {
  /** closure, short, noted, given_back */
  sort: string
  /** Spring break, Mon Mar 10 to Fri Mar 14 */
  text: string
  /** Break, typed by hand */
  why: string
  form: DayForm
  /** To take it out does more than to open this day. */
  more: boolean
}

/** A DayForm is what a calendar says of days, as typed: a closure, a short day or a note. */
export interface DayForm {
  calendar: string
  /** of one to correct; empty for a new one */
  id: string
  first: string
  /** empty: one day */
  last: string
  name: string
  kind: string
  /** of a short day: only these of the run; empty: every day */
  weekdays: string[]
  /** of a short day: HH:MM or empty */
  opening: string
  dismissal: string
}

/** A StrokeForm is a run of days that a person drew over the calendar. Its ends may stand in either order. */
export interface StrokeForm {
  calendar: string
  first: string
  last: string
  /** the eraser: school is open */
  open: boolean
  name: string
  kind: string
}

/** A CellSession is a session planned or held on a day. */
export interface CellSession {
  /** of the slot, or id of the row */
  key: string
  entry: string
  child: string
  title: string
  /** who gives it on that day, or empty */
  provider: string
  time: string
  minutes: number
  state: string
  text: string
  /** of a make-up, what it settles; what planned the others is asked for day by day */
  why: string
  /** what a short day does to it, or empty */
  cut: string
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

/** A DayWhy says why each service has a session on a day, or none. */
export interface DayWhy {
  /** Day 4 of the 6-day cycle */
  cycles: string[]
  lines: WhyLine[]
}

/** A WhyLine is one service on a day, in a sentence. */
export interface WhyLine {
  child: string
  title: string
  /** no session is planned */
  none: boolean
  text: string
  /** of the school, that speak of the day */
  claims: string[]
}

/** A CellBeside is something of a day that is no session: what was seen of a child, what was promised that day, that the child was sent away, or a make-up that is arranged. */
export interface CellBeside {
  /** note, promise, removal, arrangement */
  sort: string
  child: string
  /** Progress; Promised; Sent home */
  kind: string
  text: string
}
