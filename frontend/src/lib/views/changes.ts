// Mirrors app/changes.go.
import type { Frame } from './frame'

/** A ChangesQuery says which changes to show. */
export interface ChangesQuery {
  /** empty for all */
  child: string
  /** how many; 0 for the usual number */
  most: number
}

/** A ChangesView is the deeds, the newest first. */
export interface ChangesView {
  frame: Frame
  /** as used */
  query: ChangesQuery
  rows: ChangeRow[]
  /** older ones that are not shown */
  more: number
}

/** A ChangeRow is one deed. */
export interface ChangeRow {
  /** device and deed: unique in the view */
  key: string
  /** Marked 2 sessions given */
  did: string
  at: string
  author: string
  where: string
  reason: string
  entries: Linked[]
  /** entries that are not listed */
  others: number
  /** offered, again, taken_back … */
  chance: string
  /** why Undo does not offer it; empty where it does */
  why: string
  /** entries that are in the way */
  inWay: Linked[]
}

/** A Linked is an entry that a text leads to. */
export interface Linked {
  noun: string
  id: string
  text: string
}
