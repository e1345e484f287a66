// Mirrors app/history.go and app/redact.go.
import type { Choice, Frame } from './frame'

/** A HistoryQuery names an entry. */
export interface HistoryQuery {
  /** that is looked at; empty for all */
  child: string
  /** session, plan, …; removed: the texts that one act removed */
  noun: string
  /** of the entry; of a removal the hash of its act */
  id: string
  /** id of a closure or claim in it: only what changed that; empty for all */
  part: string
}

/** A HistoryView is an entry as it stands, and every act on it, the newest first. */
export interface HistoryView {
  frame: Frame
  query: HistoryQuery
  /** Speech, Tue Mar 11, 2025 */
  title: string
  /** Session */
  what: string
  /** its name where there are several */
  child: string
  /** living, withdrawn, set_aside, gone */
  state: string
  /** of a state beside living, what it means; of a conflict too */
  text: string
  /** the address at which it stands; empty of one that does not hold */
  to: string
  /** what it says; of a struck one, what it said */
  now: Field[]
  /** newest first */
  acts: HistoryAct[]
  /** acts on it that did not change the part */
  others: number
  /** what refers to it */
  needs: Need[]
  /** what striking would strike besides; empty for nothing */
  strikes: string
  /** it can be struck, and its words removed */
  writable: boolean
  /** for a removal */
  reasons: Choice[]
}

/** A Field is one thing that an entry says, or said. */
export interface Field {
  label: string
  /** before the act; empty when nothing */
  was: string
  /** after it; empty when nothing */
  text: string
}

/** A HistoryAct is one act on an entry, in words. */
export interface HistoryAct {
  hash: string
  /** Tue Mar 11, 2025, 8:14 pm */
  at: string
  author: string
  /** on this computer, on another */
  where: string
  /** Written, Corrected, Struck, Taken back … */
  did: string
  fields: Field[]
  reason: string
  /** holds, beside (a conflict), before, undone, struck, removed */
  state: string
  /** what became of it: taken back by Mom … */
  note: string
  /** written long after its day, or by a clock that went back */
  late: string
  /** nothing that the forms show was changed */
  plain: boolean
}

/** A Need is an entry that refers to another. */
export interface Need {
  noun: string
  id: string
  text: string
  /** it stays, and refers to it no more */
  letsGo: boolean
}

/** An Original is what an act said, word for word. */
export interface Original {
  hash: string
  /** which act it is: entry 12 of this computer … */
  text: string
  fields: Field[]
  /** the bytes that are kept */
  raw: string
}

/** A RedactView says what removing the words of an entry for good would do. */
export interface RedactView {
  /** that would go */
  texts: number
  /** who wrote them */
  writers: Writer[]
  /** when the first was written */
  from: string
  /** and the last */
  to: string
  /** entries that refer to it and go along, or let go */
  goes: Need[]
  /** what holds afterwards */
  after: string
  /** what can still be read then */
  left: Field[]
  /** why it cannot be done; empty when it can */
  refused: string
}

/** A Writer is who wrote some of the texts. */
export interface Writer {
  name: string
  texts: number
  /** 3 texts */
  text: string
}

/** A RedactForm asks for a removal. */
export interface RedactForm {
  /** hashes of the acts; empty for the entry's whole history */
  texts: string[]
  /** a word of the list */
  why: string
  /** how many texts go, where it is more than one */
  typed: string
}
