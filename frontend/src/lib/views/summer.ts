// Mirrors app/summer.go and what stands beside it.
import type { SummerForm } from './family'
import type { Choice, Day, Frame } from './frame'

/** A SummersView is the screen below Minutes owed, of a child or of all. */
export interface SummersView {
  frame: Frame
  lead: string
  children: SummerChild[]
}

/** A SummerChild is what the screen has of one child. */
export interface SummerChild {
  id: string
  /** where a screen shows more than one, else empty */
  name: string
  /** ESY is a word of IEPs */
  iep: boolean
  apart: string
  /** what it means that there is no summer program, or empty */
  quiet: string
  splits: SummerSplit[]
  /** the latest first */
  periods: SummerPeriod[]
  services: Choice[]
  blank: SummerForm
  /** the latest first */
  agreed: AgreedView[]
  /** a new agreement, with the numbers of today */
  agree: AgreeForm
  /** of notes around breaks, or empty */
  breaks: string
}

/** A SummerSplit is where the minutes of one service go that are to make up. */
export interface SummerSplit {
  /** series and child */
  id: string
  title: string
  /** 150 minutes to make up */
  whole: string
  /** 30 + 60 + 30 + 30 = 150 */
  sum: string
  parts: SummerPart[]
  /** what was agreed about it this year, or empty */
  agreed: string
}

/** A SummerPart is one of the four. */
export interface SummerPart {
  /** made_up, later, summer, next_year */
  code: string
  text: string
  amount: string
  days: SummerDay[]
}

/** A SummerDay is a day with what is said of it, and where it stands. */
export interface SummerDay {
  on: Day
  text: string
  /** address of the entry; empty for none */
  to: string
}

/** A SummerPeriod is one summer program, its two pots apart. */
export interface SummerPeriod {
  form: SummerForm
  /** Mon Jun 16, 2025 to Fri Jul 11, 2025 */
  text: string
  /** ahead, under way, over */
  state: string
  pots: SummerPot[]
  own: SummerPot[]
  /** address of its plan; empty where none is written down */
  ownPlan: string
  warnings: SummerWarning[]
}

/** A SummerPot is minutes of one service in a summer. */
export interface SummerPot {
  title: string
  text: string
  days: SummerDay[]
}

/** A SummerWarning asks to look at an entry. */
export interface SummerWarning {
  text: string
  to: string
}

/** An AgreedView is what a family and a school agreed on one day, about one balance. */
export interface AgreedView {
  form: AgreeForm
  /** Agreed on Tue Jun 3, 2025 with Ms. Ito */
  text: string
  rows: string[]
  /** what the next year began with, or will */
  then: string[]
  note: string
}

/** An AgreeForm is such an agreement as typed. */
export interface AgreeForm {
  child: string
  /** of the balance */
  date: string
  agreedOn: string
  agreedBy: string
  /** to be made up by; may be empty */
  by: string
  note: string
  rows: AgreeRow[]
}

/** An AgreeRow is the minutes of one service. */
export interface AgreeRow {
  /** empty for a new one */
  id: string
  series: string
  title: string
  /** 90 minutes are open */
  open: string
  toSummer: number | null
  toNextYear: number | null
  /** of both: from before this record */
  before: number | null
}
