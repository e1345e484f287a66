// Mirrors app/family.go.
import type { ClosureForm } from './calendar'
import type { Choice, Frame } from './frame'

/** A FamilyView is the children with their plans and services, the school years, and the policies that answer. */
export interface FamilyView {
  frame: Frame
  author: string
  children: ChildView[]
  calendars: YearView[]
  packs: PackView[]
  /** TX, Texas */
  states: Choice[]
  /** of plans */
  kinds: Choice[]
  /** of services, to choose or to type another */
  types: Choice[]
  modes: Choice[]
  periods: Choice[]
  /** MO … */
  weekdays: Choice[]
  /** how a service can be planned */
  rhythms: Choice[]
  /** of a weekday in a month: 1st … */
  places: Choice[]
  /** of weeks and of days of a cycle: 1 … */
  numbers: Choice[]
  /** kinds of closures */
  closures: Choice[]
  /** of schools */
  levels: Choice[]
}

/** A ChildView is a child, the plans that are for it, and its summer programs. */
export interface ChildView {
  form: ChildForm
  plans: PlanView[]
  /** services that a summer program can reserve minutes for */
  series: Choice[]
  summers: SummerView[]
}

/** A SummerView is a summer program (ESY) in words, with its form. */
export interface SummerView {
  form: SummerForm
  /** Mon Jun 14, 2027 to Fri Jul 9, 2027 */
  text: string
  /** Speech: 90 minutes */
  rows: string[]
}

/** A SummerForm is a summer program as typed. */
export interface SummerForm {
  id: string
  child: string
  first: string
  last: string
  minutes: SummerMinutes[]
}

/** SummerMinutes are make-up minutes that the team reserved for a service. */
export interface SummerMinutes {
  series: string
  minutes: number | null
}

/** A ChildForm is a child as typed. A nickname is enough. */
export interface ChildForm {
  /** empty for a new one */
  id: string
  name: string
  state: string
  grade: string
  school: string
  district: string
}

/** A PlanView is a plan with its services. */
export interface PlanView {
  form: PlanForm
  /** IEP, Aug 12, 2024 to Jun 4, 2025 */
  text: string
  /** id of the pack that answers; empty: the starting answers */
  pack: string
  /** which calendar counts when, where there are several: Mar 3 to Jun 11: Oak Elementary */
  schools: string[]
  services: ServiceView[]
  /** what the school says of them; changes no number */
  claims: ClaimView[]
  /** that a claim can speak of */
  series: Choice[]
  /** attachments */
  papers: number
}

/** A ClaimForm is what the school says of a plan's services, as typed. */
export interface ClaimForm {
  /** empty for a new one */
  id: string
  plan: string
  /** of PlanView.series; empty: every service */
  series: string
  first: string
  last: string
  name: string
  saidBy: string
  saidOn: string
  note: string
}

/** A ClaimView is a claim of the school in words, and what it costs. It changes no number. */
export interface ClaimView {
  form: ClaimForm
  /** Mon Mar 8, 2027 to Fri Mar 19, 2027; said by the office */
  text: string
  /** Speech, or: Every service of this plan */
  whom: string
  /** 3 sessions, 90 minutes planned in these days. */
  cost: string
}

/** A PlanForm is a plan as typed. */
export interface PlanForm {
  id: string
  child: string
  /** IEP, 504, private */
  kind: string
  first: string
  last: string
  calendars: string[]
  pack: string
}

/** A ServiceView is a service in words, with its form. */
export interface ServiceView {
  form: ServiceForm
  /** 2 sessions of 30 minutes a week, on Tuesday and Thursday at 10:00 am */
  sentence: string
  /** Aug 12, 2024 to Jan 19, 2025 */
  dates: string
  /** id of the version before, or empty */
  follows: string
  /** 41 sessions on school days, 1,230 minutes */
  counts: string
  /** its first sessions are not filled in: it may have started late */
  late: boolean
  /** attachments */
  papers: number
}

/** A ServiceForm is one line of a plan, as typed. */
export interface ServiceForm {
  id: string
  plan: string
  type: string
  /** sessions, minutes, or empty: the plan names no amount */
  unit: string
  /** of the unit */
  amount: number | null
  /** of one session */
  minutes: number | null
  period: string
  every: number | null
  /** planned on; empty: not planned by the day */
  weekdays: string[]
  /** HH:MM */
  time: string
  first: string
  last: string
  provider: string
  agency: string
  mode: string
  group: number | null
  setting: string
  verbatim: string
  page: string
  /** it takes place when school is closed too, as private therapy does */
  onClosed: boolean
  /** in which weeks or on which school days; the weekdays stand beside it */
  rhythm: RhythmForm
  /** of a rhythm this form cannot show: its sentence; it is kept until another kind is chosen */
  otherRule: string
  /** an amendment: what is typed holds from this day; empty: it corrects what was typed wrong */
  from: string
  because: string
}

/** A RhythmForm is how a service is planned. Only the fields of its kind mean anything. */
export interface RhythmForm {
  /** of FamilyView.rhythms, or kept: one that the form cannot show */
  kind: string
  every: number | null
  of: number | null
  on: string[]
  nth: string[]
  length: number | null
  days: string[]
  /** a day that is Day 1, in week 1, or in a week with sessions */
  first: string
  /** slide, skip */
  closed: string
}

/** A ServicePreview is what a service's form says so far; empty while something is missing. */
export interface ServicePreview {
  sentence: string
  counts: string
}

/** A LateForm says on which day a service was first given. */
export interface LateForm {
  service: string
  first: string
}

/** A LateStart is what a late start comes to. */
export interface LateStart {
  sessions: number
  text: string
}

/** A YearView is a school year with its closures. */
export interface YearView {
  form: YearForm
  /** Houston ISD, 2024-25 */
  label: string
  /** Mon Aug 12, 2024 to Wed Jun 4, 2025 */
  dates: string
  /** 175 school days, 27 closed weekdays */
  text: string
  source: string
  /** This year is a guess, made from 2024-25; empty when it is not */
  guess: string
  closures: ClosureView[]
  /** short days */
  short: ClosureView[]
}

/** A YearForm is a school year as typed. */
export interface YearForm {
  id: string
  name: string
  first: string
  last: string
  weekdays: string[]
  /** elementary, middle, high; empty: not said */
  level: string
}

/** A ClosureView is a closure in words, with its form. */
export interface ClosureView {
  form: ClosureForm
  text: string
}

/** A PackView is a set of answers to choose from. */
export interface PackView {
  id: string
  name: string
  caution: string
  answers: PackAnswer[]
}

/** A PackAnswer is what a pack says of a reason, and where it has it from. */
export interface PackAnswer {
  /** in words */
  reason: string
  /** code */
  answer: string
  words: string
  source: string
  /** how well the source was seen; empty where there is none */
  evidence: string
}
