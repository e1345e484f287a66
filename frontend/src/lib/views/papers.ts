// Mirrors app/papers.go.
import type { Choice, Day, Frame } from './frame'

/** A PapersQuery says whose attachments to look at. */
export interface PapersQuery {
  child: string
  /** of one entry: session, service, plan …; empty for all */
  noun: string
  /** of that entry */
  id: string
}

/** A PapersView lists attachments, newest first. */
export interface PapersView {
  frame: Frame
  /** as used */
  query: PapersQuery
  /** the entry looked at, in words; empty for all */
  of: string
  rows: PaperRow[]
  /** 3 files, 4.1 MB */
  lead: string
  /** when there is not much room left */
  warning: string
  /** files that no entry names; empty when there are none */
  loose: string
  /** files that could not be attached, or saved, by this answer */
  untaken: PaperReason[]
  /** what an attachment can be linked to */
  entries: Choice[]
}

/** A PaperRow is one attachment. */
export interface PaperRow {
  id: string
  /** as the file was called: a text, never a path */
  name: string
  /** in words */
  kind: string
  /** 2.1 MB */
  size: string
  added: Day
  of: PaperOf[]
  note: string
  /** image, pdf; empty when it is only kept */
  show: string
  /** the file is missing or damaged; empty when nothing is known of it */
  trouble: string
}

/** A PaperOf is an entry that an attachment belongs to. */
export interface PaperOf {
  /** for a form: session s1 */
  key: string
  text: string
  /** the address at which it stands; empty when nowhere */
  to: string
}

/** A PaperReason is a file by its name, and why it was not taken. */
export interface PaperReason {
  name: string
  text: string
}

/** A PaperForm is what a person says of an attachment. */
export interface PaperForm {
  id: string
  name: string
  note: string
  /** keys of PaperOf and of Entries */
  of: string[]
}

/** A PaperSheet says whether an attachment can be shown, once its bytes have been checked. */
export interface PaperSheet {
  /** image, pdf; empty when it cannot */
  show: string
  /** why it cannot */
  trouble: string
  /** its bytes are there as they were attached: a copy can be saved */
  whole: boolean
}
