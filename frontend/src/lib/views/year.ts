// Mirrors app/year.go, its parts and app/moved.go.
import type { Choice, Day, Frame } from './frame'

/** A FillQuery says which year is filled in, and with what. */
export interface FillQuery {
  child: string
  /** its id; one that is not there: the newest */
  calendar: string
  /** whose holidays are suggested; empty: the child's; none: of no state */
  state: string
  /** pasted; empty: nothing */
  text: string
}

/** A FillView is a school year and what could go into it. Nothing of it is in the record until a person adds it. */
export interface FillView {
  frame: Frame
  /** as used; state is empty when it is not known */
  query: FillQuery
  /** all calendars */
  years: Choice[]
  /** Houston ISD, 2024-25; empty when there is no school year */
  label: string
  /** Mon Aug 12, 2024 to Wed Jun 4, 2025 */
  dates: string
  /** 175 school days · 27 closed weekdays */
  days: string
  /** of the year, for the fields of days */
  first: string
  last: string
  /** This year is a guess, made from …; empty when it is not */
  guess: string
  /** none, and TX, Texas */
  states: Choice[]
  /** the usual days, by where they come from */
  groups: UsualGroup[]
  pasted: PastedView
  next: NextView
  /** by the deed that this answers */
  changed: MovedView
}

/** A UsualGroup is suggested days of one source. */
export interface UsualGroup {
  /** federal, state, habit, religious */
  why: string
  days: UsualDay[]
}

/** A UsualDay is a day, or days, on which many schools are closed. It is never ticked by itself. */
export interface UsualDay {
  id: string
  /** Mon Sep 7, 2026 */
  on: string
  name: string
  /** federal holiday; most schools close */
  why: string
  /** closed already: Fall break; empty when school is open */
  already: string
  /** nothing is left to close */
  closed: boolean
  /** of the days */
  first: string
  last: string
  /** it is somewhere in these days: a person writes which */
  ask: boolean
}

/** A UsualTick is one that was ticked. */
export interface UsualTick {
  id: string
  /** of one that asks for its days */
  first: string
  last: string
}

/** A PastedView is what was read in pasted text. */
export interface PastedView {
  rows: PastedRow[]
  unread: UnreadLine[]
}

/** A PastedRow is one reading of a line. */
export interface PastedRow {
  id: string
  /** Wed Nov 25, 2026 to Fri Nov 27, 2026 */
  on: string
  name: string
  /** it is clear enough to be ticked */
  take: boolean
  /** closed, short, extra, noted */
  kind: string
  /** of a short day: it opens, HH:MM */
  from: string
  /** of a short day: it ends, HH:MM */
  until: string
  /** what decided */
  because: string
  /** closed already: Fall break */
  already: string
}

/** A PastedPick is a row that was ticked, as a person left it. */
export interface PastedPick {
  id: string
  kind: string
  from: string
  until: string
}

/** An UnreadLine is a line in which no day was found, and why. */
export interface UnreadLine {
  line: number
  text: string
}

/** A NextView is the year after this one as it would be guessed. */
export interface NextView {
  /** Houston ISD, 2025-26; empty when there can be none */
  label: string
  /** Mon Aug 11, 2025 to Wed Jun 3, 2026 */
  dates: string
  /** 175 school days · 27 closed weekdays */
  days: string
  /** id of a calendar that has these days already */
  there: string
  /** the days as they would be */
  moved: GuessDay[]
  /** what would be left out: Ice day, Tue Jan 21, 2025 */
  left: string[]
  /** that follow this year */
  plans: GuessPlan[]
  /** plans that end before the next year begins: they are left alone */
  before: string[]
}

/** A GuessDay is an entry of the next year beside the one that it comes from. */
export interface GuessDay {
  /** Mon Sep 1, 2025 */
  on: string
  name: string
  /** last year Mon Sep 2, 2024 */
  was: string
}

/** A GuessPlan is a plan that could follow the guess. */
export interface GuessPlan {
  id: string
  text: string
}

/** A MovedView is what a change of the school's days did to the therapy dates. */
export interface MovedView {
  /** These 7 therapy dates changed; empty when no deed was done */
  lead: string
  rows: MovedRow[]
}

/** A MovedRow is one planned session that a change touched. */
export interface MovedRow {
  on: Day
  /** Mia: Speech, 10:00 am */
  text: string
  /** left, came, short */
  how: string
  /** off the schedule: Veterans Day */
  why: string
}
