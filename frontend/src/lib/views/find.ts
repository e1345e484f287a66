/** Mirrors app/find.go: what is found for a text, group by group. */
export interface FindQuery {
  child: string
  text: string
}

export interface FindView {
  query: FindQuery
  groups: FindGroup[]
  /** How much was found; empty when nothing was asked. */
  said: string
}

export interface FindGroup {
  id: string
  text: string
  items: FindItem[]
  /** How many there are besides; empty for none. */
  more: string
}

/** One thing to go to, or to do. */
export interface FindItem {
  title: Piece[]
  /** The words around the place. */
  words: Piece[]
  on: string
  /** A state with a glyph, or empty. */
  state: string
  key: string
  /** What the window does, by the names of its menu; empty when the item leads somewhere. */
  does: string
  /** An address of the page. */
  to: string
  /** Whom to look at there; empty for all. */
  child: string
}

export interface Piece {
  text: string
  /** It is what was looked for. */
  found: boolean
}
