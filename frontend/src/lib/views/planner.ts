// Mirrors app/planner.go.
import type { Choice, Frame } from './frame'

/** A PlannerQuery says what a family wants of the weekdays. */
export interface PlannerQuery {
  child: string
  /** empty: the year of today, or the latest */
  calendars: string[]
  /** sessions a week, 1 to 5; 0: as in the plan */
  days: number
  /** of one session; 0: as in the plan */
  minutes: number
  /** MO, TU … */
  forbid: string[]
  /** HH:MM or empty */
  start: string
  /** no two days in a row */
  gap: boolean
}

/** A PlannerView ranks the weekdays by what the school calendar takes from them. */
export interface PlannerView {
  frame: Frame
  /** as used */
  query: PlannerQuery
  calendars: Choice[]
  /** MO … with their names */
  weekdays: Choice[]
  /** 177 school days, 25 closed weekdays */
  lead: string
  rows: PlannerRow[]
  /** what the schedule in force loses beside the best, or empty */
  now: string
  /** each weekday by itself */
  single: PlannerRow[]
}

/** A PlannerRow is one set of weekdays. */
export interface PlannerRow {
  days: string[]
  /** Tue & Wed */
  text: string
  /** equal rows share a place */
  place: number
  lost: number
  kept: number
  /** of the kept ones, on short days */
  short: number
  /** lost */
  minutes: number
  /** of the longest bar, 0 to 100 */
  share: number
  /** the days in force */
  now: boolean
}
