// Mirrors app/proof.go.
import type { Frame } from './frame'

/** A ProofView is the page on what leaves this computer, and what lies on it. */
export interface ProofView {
  frame: Frame
  wall: ProofWall
  proofs: ProofTest[]
  /** what none of it covers */
  not: string[]
  files: ProofStored[]
  /** the report of what went wrong here, line by line, as it would be copied */
  report: string[]
  /** nothing went wrong so far */
  quiet: boolean
}

/** A ProofWall says whether the wall against sockets stands on this computer now. */
export interface ProofWall {
  stands: boolean
  text: string
  /** what the system's own engine may do besides; empty where it does nothing */
  engine: string
}

/** A ProofTest is something that was proved, and how anybody proves it again. */
export interface ProofTest {
  title: string
  text: string
  command: string
}

/** A ProofStored is one kind of file that lies here. */
export interface ProofStored {
  /** in plain words */
  what: string
  /** its folder */
  where: string
  /** 3 files, 1.2 MB */
  amount: string
}
