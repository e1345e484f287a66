// Mirrors app/planner.go.
import type { ChartView } from './charts'
import type { Choice, Frame } from './frame'

/** A PlannerQuery says what a family wants of the weekdays. */
export interface PlannerQuery {
  child: string
  /** of PlannerView.services; empty: the one with the most days a week */
  series: string
  /** empty: the year of today, or the latest; only such as are not there: refused */
  calendars: string[]
  /** sessions a week, 1 to 7; 0: as in the plan */
  days: number
  /** of one session; 0: as in the plan */
  minutes: number
  /** MO, TU … */
  forbid: string[]
  /** HH:MM or empty */
  start: string
  /** no two days in a row */
  gap: boolean
  /** the days to propose; those of the first place when they are not ranked */
  ask: string[]
}

/** A PlannerView ranks the weekdays by what the school calendar takes from them. */
export interface PlannerView {
  frame: Frame
  /** as used */
  query: PlannerQuery
  /** to ask about; the last is a plain number of days */
  services: Choice[]
  years: PlannerYear[]
  /** MO … with their names */
  weekdays: Choice[]
  /** when the sessions begin now: 10:00 am, or empty */
  startNow: string
  /** 177 school days, 25 closed weekdays */
  lead: string
  /** the fewest lost, and ties as ties */
  found: string
  /** what the days in force lose beside the best, or empty */
  now: string
  /** where the usual advice does not hold, or empty */
  tip: string
  rows: PlannerRow[]
  /** each weekday by itself */
  single: PlannerDay[]
  /** the same as a picture; null without a year */
  each: ChartView | null
  /** words to propose for the plan */
  clause: string
  /** what the clause is not */
  note: string
  /** the year in which Calendar can show a set, or empty */
  shown: string
}

/** A PlannerYear is a school year to count. */
export interface PlannerYear {
  id: string
  text: string
  guess: boolean
  /** printed by the school, or guessed from which year */
  note: string
}

/** A PlannerRow is one set of weekdays. */
export interface PlannerRow {
  days: string[]
  /** Tuesday and Wednesday */
  text: string
  /** equal rows share a place */
  place: number
  /** 1–3 are equal, or empty */
  ties: string
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
  /** of each year; empty when there is one */
  years: PlannerPart[]
  clashes: PlannerClash[]
  /** clashes at the same time */
  sure: number
}

/** A PlannerPart is what one year makes of a set. */
export interface PlannerPart {
  /** 2025-26, a guess */
  text: string
  lost: number
  kept: number
}

/** A PlannerClash is another service on a day of a set. */
export interface PlannerClash {
  text: string
  /** at the same time, not only on the same day */
  sure: boolean
}

/** A PlannerDay is one weekday, with the closed days that cost it. */
export interface PlannerDay {
  id: string
  text: string
  lost: number
  kept: number
  losses: PlannerLoss[]
}

/** A PlannerLoss is a closure and the days that it takes from a weekday. */
export interface PlannerLoss {
  name: string
  dates: string
}
