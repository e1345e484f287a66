// Mirrors app/charts.go and app/charts_view.go.
import type { Choice, Frame } from './frame'
import type { TableColumn, TableRow } from './page'

/** A ChartsQuery says of what the pictures are. */
export interface ChartsQuery {
  /** that is looked at; empty for all */
  child: string
  /** of ChartsView.services; empty, or gone: the first */
  series: string
  /** of ChartsView.years; empty, or gone: the one of today */
  year: string
}

/** A ChartsView is the pictures, each with its sentence and its table. */
export interface ChartsView {
  frame: Frame
  /** as used */
  query: ChartsQuery
  services: Choice[]
  years: Choice[]
  /** none where nothing is planned */
  charts: ChartView[]
  counted: string
}

/** A ChartView is one picture, laid out for each width of the page, with the sentence and the table that say the same. */
export interface ChartView {
  id: string
  title: string
  caption: string
  /** the narrowest first */
  pictures: Picture[]
  /** the first names its rows */
  columns: TableColumn[]
  rows: TableRow[]
}

/** A Picture is a display list: marks in the order in which they are drawn. */
export interface Picture {
  /** narrow, middle, wide */
  id: string
  /** 0 0 832 260 */
  box: string
  /** its width, in the size of the text: 52rem */
  size: string
  marks: Mark[]
}

/** A Mark is one thing drawn: a rectangle by its corner and its size, a line by its points, a text by where it stands. */
export interface Mark {
  /** line, rectangle, polyline, polygon, text */
  shape: string
  /** planned, given, gap …: the page has a look for each */
  role: string
  x: number
  y: number
  width: number
  height: number
  /** 0,10 20,10 */
  points: string
  text: string
  /** start, middle, end */
  anchor: string
}
