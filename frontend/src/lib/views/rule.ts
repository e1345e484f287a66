// Mirrors app/rule.go, app/rule_forms.go, app/rule_asks.go and app/rule_would.go.
import type { Choice, Day, Frame } from './frame'

/** A RuleQuery says what the screen shows. */
export interface RuleQuery {
  child: string
  /** empty, or not there: the plan in force today, or else the last */
  plan: string
}

/** A RuleView is whose rule it is, of one plan. */
export interface RuleView {
  frame: Frame
  lead: string
  /** to look at */
  plans: Choice[]
  /** id of the one shown; empty when there is none */
  plan: string
  /** id of its answers; empty while nobody wrote any */
  policy: string
  /** IEP, 504, private */
  kind: string
  phases: RulePhase[]
  questions: RuleQuestion[]
  /** how the minutes can be judged */
  judged: Choice[]
  /** to choose from */
  sets: RuleSet[]
  clause: ClauseView
  asks: AskGroup[]
  /** minutes to ask about that no session is behind, or empty */
  whole: string
  decided: DecisionRow[]
  /** attachments of the plan */
  papers: number
}

/** A RulePhase is what answers from a day on; the first is from the beginning. */
export interface RulePhase {
  form: RuleForm
  /** From Mon Mar 3, 2025 */
  from: string
  /** it answers for what is missed today */
  now: boolean
  says: string[]
  /** about the set of answers, or empty */
  caution: string
  /** when the set's sources were last seen, or empty */
  source: string
}

/** A RuleQuestion is a reason as a question, with the answer of today. */
export interface RuleQuestion {
  reason: string
  text: string
  /** yes, ask, no */
  answer: string
  words: string
  /** who says so */
  whose: string
  note: string
  source: string
  evidence: string
  /** when the source was last seen, or empty */
  seen: string
  byWhen: string
  /** what is worth writing down */
  document: string
  /** how much of the ledger rests on it, or empty */
  rests: string
}

/** A RuleSet is a set of answers to choose. */
export interface RuleSet {
  id: string
  name: string
  caution: string
  note: string
  /** what is to be filled in from a current copy */
  paste: string[]
  /** one for each of RuleView.questions */
  answers: SetAnswer[]
}

/** A SetAnswer is yes, ask or no, and whether the set itself says so. */
export interface SetAnswer {
  code: string
  /** false: the set says nothing, and the starting answers stand in */
  own: boolean
}

/** A RuleForm is the answers of a plan as typed: from the beginning, or from a day on. */
export interface RuleForm {
  dated: boolean
  /** the day of the change that is corrected; empty for a new one */
  was: string
  from: string
  /** of a dated one empty: as before */
  pack: string
  /** where the answers stand; of those from the beginning */
  name: string
  /** of RuleView.judged; of those from the beginning */
  judged: string
  /** to make up within; absent: the school year, or as before */
  days: number | null
  /** who agreed, and where it stands; of a dated one */
  note: string
  answers: RuleAnswer[]
}

/** A RuleAnswer is one's own answer to a reason; an empty one leaves it to the set, or as it was before. */
export interface RuleAnswer {
  reason: string
  answer: string
}

/** A ClauseForm is what a plan itself says of missed sessions, as typed. */
export interface ClauseForm {
  text: string
  page: string
  answers: RuleAnswer[]
  /** of every reason not named; empty: the policy answers */
  others: string
}

/** A ClauseView is the clause in words. */
export interface ClauseView {
  form: ClauseForm
  page: string
  /** what it means in the terms of the ledger */
  says: string[]
}

/** An AskGroup is the missed sessions of one reason that wait for the team. */
export interface AskGroup {
  reason: string
  text: string
  /** 2 sessions, 60 minutes */
  count: string
  lines: AskLine[]
}

/** An AskLine is one of them. */
export interface AskLine {
  key: string
  /** key of its entry, or empty */
  entry: string
  on: Day
  text: string
}

/** A DecisionForm is the team's answer to sessions, as typed. */
export interface DecisionForm {
  keys: string[]
  /** yes or no */
  answer: string
  on: string
  by: string
  note: string
}

/** A DecisionRow is an answer of the team. */
export interface DecisionRow {
  id: string
  /** of the session */
  on: Day
  text: string
  /** decided by the team on Thu Oct 10, 2024 */
  said: string
  note: string
}

/** A RuleWould is what other answers would change. Nothing is written. */
export interface RuleWould {
  text: string
  sums: string[]
  lines: string[]
  /** that what was missed before a day keeps its answer, or empty */
  before: string
  /** what make-ups have settled and would be open again, or empty */
  reopens: string
}
