// Mirrors app/feed.go.
import type { Choice, Frame } from './frame'
import type { MovedView } from './year'

/** A FeedQuery says for which school year a calendar is read. */
export interface FeedQuery {
  child: string
  /** id of a school year; new: one that the file makes; empty: what fits best */
  year: string
  /** of a new year; empty: as the file says */
  first: string
  last: string
  /** elementary, middle, high; empty: as the year has it */
  level: string
  /** with the rows that are ignored */
  all: boolean
}

/** A FeedView is a school's calendar as it was read, to be looked through. */
export interface FeedView {
  frame: Frame
  query: FeedQuery
  step: 'choose' | 'review' | 'done'
  /** grows with every file that is read; 0 without one */
  file: number
  /** as the calendar calls itself */
  name: string
  /** why the file could not be read; empty when it was */
  trouble: string
  problems: FeedProblem[]
  years: Choice[]
  /** to choose from; empty when nothing asks for it */
  levels: Choice[]
  lead: string
  rest: string
  /** the year has days of a feed already */
  again: boolean
  answers: Choice[]
  groups: FeedGroup[]
  /** therapy dates that the accepted days changed */
  moved: MovedView
  /** of the accepted year, on the calendar screen */
  label: string
}

/** A FeedProblem is a place of a file that could not be read. */
export interface FeedProblem {
  line: number
  text: string
}

/** A FeedGroup is rows of one kind, the least certain first. */
export interface FeedGroup {
  id: string
  title: string
  lead: string
  count: number
  folded: boolean
  rows: FeedRow[]
}

/** A FeedRow is an event of the calendar, with what it would do. */
export interface FeedRow {
  id: string
  on: string
  title: string
  does: string
  why: string
  sure: string
  /** +1 session; empty when none */
  moves: string
  /** what it is to do; empty when it is only shown */
  answer: string
  answers: string[]
  /** of a short day, HH:MM or empty */
  from: string
  until: string
}

/** A FeedAnswer is what a person says of a row. Rows without one keep theirs. */
export interface FeedAnswer {
  row: string
  answer: string
  from: string
  until: string
}
