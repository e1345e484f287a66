// Mirrors app/copies.go, app/copies_second.go, app/copies_portable.go and app/copies_start.go.
import type { Frame } from './frame'
import type { PaperReason } from './papers'

export interface CopiesView {
  frame: Frame
  /** when the last copy was made, in one sentence */
  lead: string
  /** why there are none of the sample family; empty otherwise */
  sample: string
  /** why the latest copy could not be made; empty when it could */
  trouble: string
  /** a copy was brought back, and that can be undone; empty otherwise */
  undo: string
  /** copies that this answer was to remove and could not; empty for none */
  left: string
  cloud: CloudView
  rows: CopyRow[]
  /** where they lie, and who can read them */
  lies: string
  second: CopiesSecond
  /** what the last try came to */
  drill: string
  /** attachments that the answer could not take along */
  untaken: PaperReason[]
}

export interface CopyRow {
  /** for a form; nobody reads it */
  name: string
  when: string
  why: string
  where: string
  /** 1,234 entries and changes */
  holds: string
  size: string
  /** read back and found whole, and when */
  checked: string
  /** the program never removes it by itself */
  stays: boolean
  /** what is wrong with it; it cannot be brought back */
  trouble: string
}

export interface CopyPreview {
  row: CopyRow
  /** Session: 212 */
  entries: string[]
  /** the days of its first and last entry; empty for none */
  first: string
  last: string
  /** entries that stand here now and are not in it, by what they are */
  missing: string[]
  /** what stands here now and is not in it, and the other way round */
  says: string[]
}

export interface CopiesSecond {
  /** as a text; empty when none was chosen */
  folder: string
  /** Last copy outside this computer: 41 days ago */
  says: string
  /** that is long ago */
  late: boolean
  /** it cannot be reached just now; empty when it can */
  away: string
  /** why the latest try failed; empty when it did not */
  failed: string
  cloud: CloudView
}

/** Of a folder that a cloud program seems to keep in step; no title: of none. */
export interface CloudView {
  title: string
  text: string
  advice: string[]
}

export interface PortableForm {
  passphrase: string
  again: string
}

/** What safe copies there are while no record is open. */
export interface LyingView {
  rows: CopyRow[]
  /** the copy that waits for its passphrase; no name: none does */
  chosen: ChosenCopy
}

export interface ChosenCopy {
  name: string
  /** it is the record now */
  done: boolean
}
