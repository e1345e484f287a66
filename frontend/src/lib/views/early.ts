// Mirrors app/early.go.
import type { Frame } from './frame'

/** An EarlyView is the screen on which a family chooses when it hears early that minutes are being lost. */
export interface EarlyView {
  frame: Frame
  lead: string
  children: EarlyChild[]
}

/** An EarlyChild is what was chosen for one child. */
export interface EarlyChild {
  /** where a screen shows more than one, else empty */
  name: string
  form: EarlyForm
  /** what the program starts from */
  usual: EarlyForm
  asks: EarlyAsk[]
}

/** An EarlyAsk is one of the four questions, and what it says today as chosen. */
export interface EarlyAsk {
  /** in_a_row, share, vacancy, fit */
  code: string
  text: string
  says: string[]
}

/** An EarlyForm is what is typed. A number that is absent takes the program's; 0 turns that one off. */
export interface EarlyForm {
  child: string
  inARow: number | null
  share: number | null
  weeks: number | null
  vacancy: number | null
  fit: number | null
}
