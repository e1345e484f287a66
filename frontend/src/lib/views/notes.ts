// Mirrors app/notes.go and what stands beside it.
import type { Choice, Day, Frame } from './frame'

/** A NotesView is the screen of what stands beside the minutes, of a child or of all. */
export interface NotesView {
  frame: Frame
  lead: string
  /** to write about */
  children: NotesChild[]
  /** of notes */
  kinds: Choice[]
  knownBy: Choice[]
  /** what came of a promise */
  kept: Choice[]
  /** how a child was sent away */
  removalKinds: Choice[]
  /** with notes, or to be asked about; the latest first */
  breaks: BreakView[]
  /** about no break, the latest first */
  notes: NoteRow[]
  /** the open ones first */
  promises: PromiseRow[]
  /** counted, the latest first */
  years: RemovalYear[]
  /** as written, the latest first */
  removals: RemovalRow[]
}

/** A NotesChild is a child to write about, with its services and breaks. */
export interface NotesChild {
  id: string
  name: string
  services: Choice[]
  /** the latest first */
  breaks: Choice[]
}

/** A BreakView is a long break with what was seen before and after it. */
export interface BreakView {
  /** of the child and the break */
  key: string
  /** its name where a screen shows more than one */
  child: string
  name: string
  days: string
  /** what to look at just now, or empty */
  ask: string
  /** of the note that is asked for, or that is missing */
  form: NoteForm
  /** what is missing, in words */
  gap: string
  before: NoteRow[]
  after: NoteRow[]
}

/** A NoteRow is one note. */
export interface NoteRow {
  form: NoteForm
  /** Tue Jan 7, 2025, or: about Tue Jan 7, 2025 */
  on: string
  child: string
  kind: string
  /** the service, or empty */
  title: string
  /** who said it and how it is known; may be empty */
  from: string
}

/** A NoteForm is a note as a person types it. */
export interface NoteForm {
  /** empty for a new one */
  id: string
  child: string
  date: string
  /** the day may be off */
  approximate: boolean
  kind: string
  /** empty: no service in particular */
  series: string
  /** before or after a break; empty: by its day */
  side: string
  /** empty: by its day */
  break: string
  text: string
  saidBy: string
  knownBy: string
}

/** A PromiseRow is one promise, and what came of it. */
export interface PromiseRow {
  form: PromiseForm
  child: string
  /** the service, or empty */
  title: string
  /** Said by Dana on Mon Feb 17, 2025 */
  said: string
  /** Due Fri Mar 28, 2025 */
  due: string
  /** that day is over, and nobody has said what came of it */
  past: boolean
  /** in words */
  kept: string
}

/** A PromiseForm is a promise as a person types it. */
export interface PromiseForm {
  /** empty for a new one */
  id: string
  child: string
  series: string
  date: string
  approximate: boolean
  by: string
  text: string
  due: string
  /** yes, partly, no; empty: not known yet */
  kept: string
  keptOn: string
  note: string
}

/** A RemovalYear is what one school year's days of removal come to, each number with its days. */
export interface RemovalYear {
  key: string
  child: string
  /** School year 2024-25 */
  text: string
  /** 4 school days so far */
  sum: string
  /** Most in a row: …; empty for a single day */
  row: string
  /** counted */
  days: RemovalDay[]
  apart: RemovalSort[]
  /** that speak at this count */
  rules: RemovalRule[]
  /** day 11, or that it may be more; may be empty */
  more: string
}

/** A RemovalDay is one counted school day. */
export interface RemovalDay {
  number: number
  on: Day
  why: string
  /** not yet */
  ahead: boolean
}

/** A RemovalSort are days set apart, with the question that decides them. */
export interface RemovalSort {
  id: string
  text: string
  question: string
  days: Day[]
}

/** A RemovalRule is what a text says of such a count. */
export interface RemovalRule {
  id: string
  text: string
  source: string
}

/** A RemovalRow is a run of days as it was written down. */
export interface RemovalRow {
  form: RemovalForm
  child: string
  /** Mon Feb 17, 2025 to Fri Feb 21, 2025 */
  days: string
  kind: string
  /** Counted: 4 school days. */
  comes: string
  /** that stood in these days and are not filled in */
  sessions: Choice[]
  /** the child was away all day, so that none of them can have taken place */
  whole: boolean
  /** that may fit them, the likeliest first */
  reasons: Choice[]
}

/** A RemovalForm is a run of days on which a child was sent away. */
export interface RemovalForm {
  /** empty for a new one */
  id: string
  child: string
  start: string
  /** empty: one day */
  end: string
  kind: string
  partDay: boolean
  note: string
}
