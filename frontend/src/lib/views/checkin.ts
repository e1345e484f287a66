import type { Choice, Day, Frame } from './frame'
import type { Filter } from './log'

/** Mirrors app/checkin.go. */
export interface CheckInQuery {
  child: string
  part: string
  scope: string
  code: string
  from: string
  length: string
  whole: boolean
}

export interface CheckInView {
  frame: Frame
  query: CheckInQuery
  lead: string
  scopes: Filter[]
  rows: CheckInRow[]
  reasons: Coded[]
  knownBy: Choice[]
  typed: CheckInForm
  sum: CheckInSum
  sheets: SheetView[]
  trouble: string
  doubt: string
  planned: boolean
}

export interface CheckInRow {
  key: string
  number: number
  on: Day
  time: string
  child: string
  title: string
  minutes: number
  state: string
  text: string
  takes: boolean
  written: boolean
}

export interface Coded {
  id: string
  key: string
  text: string
}

export interface CheckInForm {
  knownBy: string
  answers: CheckInAnswer[]
}

export interface CheckInAnswer {
  key: string
  status: string
  minutes: number | null
  reason: string
  knownBy: string
  over: boolean
}

export interface CheckInSum {
  text: string
  left: string
  answered: number
  of: number
}

export interface SheetView {
  child: string
  code: string
  text: string
}
