/** Words that schools use, and a few of this program, each in two sentences with where it comes from: help/en/terms.json. */
import list from '../../help/en/terms.json'

export interface Term {
  id: string
  word: string
  text: string
  from: string
  /** False: known from memory, and not held against the text it names. */
  checked: boolean
}

export const termList: readonly Term[] = list

export const termOf = (id: string): Term | undefined => termList.find((term) => term.id === id)
