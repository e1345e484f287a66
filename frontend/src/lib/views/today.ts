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
