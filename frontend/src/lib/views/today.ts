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
  early: string[]
}
