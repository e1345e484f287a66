// Mirrors app/page_view.go.

/** A PageView is a page as it will be printed, to be read before it is saved. */
export interface PageView {
  title: string
  parts: PagePart[]
  foot: string
}

/** A PagePart is one part of a page: of its texts and rows those that its kind has. */
export interface PagePart {
  /** heading, text, list, table */
  kind: string
  level: number
  text: string
  small: boolean
  items: PageItem[]
  columns: TableColumn[]
  rows: TableRow[]
}

/** A PageItem is a line of a list, after a few words that name it. */
export interface PageItem {
  lead: string
  text: string
}

/** A TableColumn is a column of a table. */
export interface TableColumn {
  name: string
  number: boolean
}

/** A TableRow is a row of a table. */
export interface TableRow {
  cells: string[]
  strong: boolean
  /** to be written in by hand */
  blank: boolean
}
