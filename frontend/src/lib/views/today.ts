import type { Choice, Day, Frame } from './frame'

/** Mirrors app/today.go. */
export interface TodayView {
  frame: Frame
  heading: string
  lead: string
  asks: Ask[]
  earlier: number
  reasons: Choice[]
  next: NextDate[]
  balances: Balance[]
  meaning: string
  promises: Promised[]
  break: BreakAsk
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
  ask: number
  notFilledIn: number
  text: string
  early: string[]
}
