// Mirrors app/erasure.go.
import type { Choice, Frame } from './frame'
import type { Writer } from './history'

/** A ErasureQuery names the child. */
export interface ErasureQuery {
  /** that is looked at; empty for all */
  child: string
  /** the child that is to be removed */
  who: string
}

/** A ErasureView says what there is about the child, what goes, what is to be chosen, and what cannot be reached. */
export interface ErasureView {
  frame: Frame
  query: ErasureQuery
  name: string
  /** what is to be typed: the name, or where that cannot be typed the number of texts */
  type: string
  /** about this child alone: all go */
  texts: number
  /** the same in words: 212 texts */
  all: string
  /** Session: 212, Plan: 2 … */
  counts: string[]
  /** who wrote them */
  writers: Writer[]
  from: string
  to: string
  /** to choose about, one by one */
  places: ErasurePlace[]
  /** attachments that are deleted; empty for none */
  papers: string
  /** what was done; empty before */
  done: string
  unclean: string
}

/** A ErasurePlace is an entry that is not about the child alone. */
export interface ErasurePlace {
  /** for the choice */
  key: string
  noun: string
  id: string
  text: string
  /** about Theo too; has the name in it */
  why: string
  /** the words around the name; empty where it is not in it */
  found: string
  /** keep, named, all */
  choices: Choice[]
  /** to begin with; empty: a person has to say */
  chosen: string
}

/** A ErasureForm asks for it. */
export interface ErasureForm {
  /** the child's name */
  typed: string
  choices: ErasureChoice[]
}

/** A ErasureChoice is what becomes of one place. */
export interface ErasureChoice {
  key: string
  choice: string
}
