// Mirrors app/owed.go.
import type { Day, Frame } from './frame'

/** An OwedView is the ledger by service: every number opens to its lines, every line to its slot, its entry and the rule that answered. */
export interface OwedView {
  frame: Frame
  /** missed, not made up, under the policy you chose */
  meaning: string
  series: OwedSeries[]
}

/** An OwedSeries is the ledger of one service. */
export interface OwedSeries {
  /** series and child: unique in the view */
  id: string
  child: string
  title: string
  /** agency, school, days */
  sheet: string
  /** that the sheet is over, and what stays on it; or empty */
  ended: string
  /** what the plan says, the newest version first */
  says: SaysView[]
  /** id of the plan whose answers count today */
  plan: string
  /** name of the policy chosen */
  policy: string
  /** about the pack, or empty */
  caution: string
  /** of the pack, or empty */
  source: string
  /** what the school year began with, by agreement */
  opening: OwedOpening
  sums: Sum[]
  /** 60 to 150 minutes left to make up: 3 sessions are not filled in */
  headline: string
  lines: Line[]
  /** sessions not filled in */
  unknown: Dated[]
  /** what is given and missed if all of them took place, and if none did; empty where there are none */
  ends: string
  groups: OwedGroup[]
  /** make-up minutes that settle nothing so far, and why */
  loose: string[]
  warnings: string[]
  fit: FitView
  /** what is carried to summer */
  summer: string[]
  nextYear: string
  /** what the school says of the service; in no sum */
  claims: OwedClaim[]
  /** what the ledger would be if the claims held, or empty */
  held: string
  /** the numbers as they would be then */
  heldSums: Sum[]
}

/** An OwedOpening is what the school year began with, by agreement; empty where nothing was carried on. */
export interface OwedOpening {
  text: string
  why: string
  /** whose statement it is */
  child: string
}

/** A Dated is a session that a number leads to, by the key of its slot or row. */
export interface Dated {
  key: string
  on: Day
  /** 30 minutes, not sure */
  text: string
}

/** An OwedGroup is what was given in a larger group than the plan says, with its entries. It is in no other sum. */
export interface OwedGroup {
  /** 120 minutes were given in a group of 3 where the plan says one to one */
  text: string
  rows: Dated[]
}

/** An OwedClaim is what the school says of a service, beside its ledger. */
export interface OwedClaim {
  text: string
  cost: string
}

/** A Sum is one number of the ledger with the lines it is the sum of. */
export interface Sum {
  /** missed, made_up, open, ask, record, not_filled_in, carried, next_year */
  code: string
  text: string
  minutes: number
  /** 60 min; 60 to 150 min where sessions not filled in may change it */
  amount: string
  /** on OwedSeries.Unknown */
  depends: boolean
  /** minus for what is taken away, else empty */
  sign: string
  /** a result */
  strong: boolean
  /** places in Lines */
  lines: number[]
}

/** A Line is minutes missed or short, why, and what becomes of them. */
export interface Line {
  on: Day
  minutes: number
  /** therapist was out */
  text: string
  /** yes, ask, no, none */
  answer: string
  /** to make up */
  words: string
  /** this program's starting answers */
  whose: string
  /** minutes not made up */
  open: number
  paid: Payment[]
  /** to be made up by */
  by: Day
  overdue: boolean
  slot: LineSlot
  entry: LineEntry
  rule: LineRule
}

/** A Payment is minutes of a make-up that settle a line. */
export interface Payment {
  on: Day
  minutes: number
  text: string
}

/** A LineSlot is the planned session behind a line, or the period. */
export interface LineSlot {
  /** empty when it is a period */
  key: string
  /** 30 minutes planned on Tuesday at 10:00 am; the calendar has school that day */
  text: string
  /** promised then: 2 sessions of 30 minutes a week. Says so: page 14 */
  says: string
  /** address of the day on the calendar; empty when it is a period */
  to: string
  /** of a period: the sessions that were not given in full, or are not filled in */
  days: Dated[]
}

/** A LineEntry is the row of the log behind a line. */
export interface LineEntry {
  /** empty when there is none */
  key: string
  /** Missed: therapist was out. Note: … */
  text: string
  /** written by Mom on Tue Mar 11, 2025, 8:14 pm */
  who: string
}

/** A LineRule is what answered. */
export interface LineRule {
  text: string
  source: string
  evidence: string
  /** id of the team's decision that answered, or empty */
  decision: string
  /** the plan's own words, where they answered */
  quote: string
  /** Says so: page 12; of those words */
  page: string
  /** who agreed and when: of a decision, of a change of the answers */
  agreed: string
  /** address of the answers of the plan */
  to: string
}

/** A FitView says whether what is open can still be made up this school year. */
export interface FitView {
  /** all 90 minutes fit before Jun 4 … */
  text: string
  /** the limit that binds, or empty */
  limit: string
  lastStart: Day
  plan: string[]
}

/** A SaysView is what the plan says of a service in one version: the words of a total. */
export interface SaysView {
  /** since Mon Jan 20, 2025; until Sun Jan 19, 2025 */
  dates: string
  /** 3 sessions of 20 minutes a week */
  promise: string
  /** Says so: page 14; or empty */
  page: string
  /** the plan's own words, or empty */
  verbatim: string
}

/** OwedReadings are one service under every reading that its plan has, side by side. */
export interface OwedReadings {
  /** 0, 90 or 150 minutes to make up, by 3 readings */
  text: string
  readings: ReadingView[]
  /** why none is in force, or empty */
  mixed: string
  /** where they differ, in order of day */
  differ: DifferView[]
  /** address at which a reading is chosen */
  to: string
  /** on sessions not filled in */
  depends: boolean
}

/** A ReadingView is one reading. */
export interface ReadingView {
  /** session by session */
  name: string
  /** what it counts, in a sentence */
  what: string
  /** the numbers of the screen are computed so */
  inForce: boolean
  yes: string
  ask: string
  no: string
  /** the three together */
  short: string
  /** of yes: not made up */
  open: string
}

/** A DifferView is days on which the readings do not agree, and what it comes from. */
export interface DifferView {
  text: string
  /** of each reading, in its order */
  reads: string[]
  facts: DifferFact[]
}

/** A DifferFact is what readings count in different ways, with the entry or the day of the calendar that it comes from. */
export interface DifferFact {
  text: string
  /** Tue Nov 3, 2026; empty where it is no one day */
  day: string
  /** address of the entry, or of the day */
  to: string
}
