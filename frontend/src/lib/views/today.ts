import type { Choice, Day, Frame } from './frame'

/** Mirrors app/today.go. */
export interface TodayView {
  frame: Frame
  heading: string
  lead: string
  asks: Ask[]
  earlier: number
  checkIn: number
  reasons: Choice[]
  next: NextDate[]
  balances: Balance[]
  meaning: string
  /** requests by word of mouth, worth a line in writing */
  confirm: string[]
  /** no service is promised yet, and the record begins with dates */
  before: boolean
  promises: Promised[]
  break: BreakAsk
  /** agreed to for a day that has come: did they take place? */
  makeUps: MakeUpAsk[]
  copy: CopyLine
}

/** A CopyLine is the one line about a copy outside this computer, or none: then its text is empty. */
export interface CopyLine {
  /** for NotNow */
  key: string
  text: string
}

/** A MakeUpAsk is a make-up of which Today asks whether it took place. */
export interface MakeUpAsk {
  id: string
  /** Speech, Tue Apr 1, 2025, 10:00 am: 30 minutes */
  text: string
  series: string
}

/** A Promised is a promise whose day is near or past, while nobody has said what came of it. */
export interface Promised {
  id: string
  child: string
  /** Due Fri Mar 28, 2025 */
  due: string
  text: string
  by: string
}

/** A BreakAsk is the one line about a long break, or none: then its text is empty. */
export interface BreakAsk {
  key: string
  text: string
}

export interface Ask {
  key: string
  on: Day
  time: string
  child: string
  title: string
  minutes: number
  provider: string
}

export interface NextDate {
  on: Day
  text: string
  source: string
  in: string
}

export interface Balance {
  series: string
  child: string
  title: string
  given: number
  planned: number
  toMakeUp: number
  /** to make up: 60 min; 60 to 150 min where sessions not filled in may change it */
  figure: string
  ask: number
  /** 0 to 90 min to ask the team about; empty for none */
  askText: string
  notFilledIn: number
  /** 3 sessions not filled in, 1 of them not sure; empty for none */
  unknown: string
  /** 1,350 of 1,470 minutes planned given */
  text: string
  /** what the family wants to hear while there is time to act */
  early: EarlyLine[]
}

/** An EarlyLine is one thing said early, with where its dates stand. */
export interface EarlyLine {
  text: string
  to: string
}
