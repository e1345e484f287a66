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
  /** who can hold the educational rights */
  rights: Choice[]
  /** who can give a service */
  people: Choice[]
  /** kinds of requests */
  asking: Choice[]
  /** kinds of meetings */
  meetings: Choice[]
  /** written, oral */
  ways: Choice[]
}

/** A ChildView is a child, the plans that are for it, and its summer programs. */
export interface ChildView {
  form: ChildForm
  /** Educational rights: the student, since Mon Sep 1, 2026; empty when not said */
  rights: string
  plans: PlanView[]
  /** services that a summer program can reserve minutes for */
  series: Choice[]
  summers: SummerView[]
  begin: BeginView
  dates: DatesView
}

/** A DatesView is what was asked of the school and what it said, with the meetings. Mirrors app/requests.go. */
export interface DatesView {
  requests: RequestView[]
  meetings: MeetingView[]
}

/** A RequestView is a request in words, with what is counted from it. */
export interface RequestView {
  form: RequestForm
  /** An evaluation for special education */
  title: string
  /** Asked around Thu Sep 3, 2026, by word of mouth */
  when: string
  /** The school said no, on Thu Oct 1, 2026 */
  answer: string
  /** it stands on a spoken word only */
  spoken: boolean
  counts: CountView[]
}

/** A RequestForm is a request as typed. */
export interface RequestForm {
  /** empty for a new one */
  id: string
  child: string
  kind: string
  /** the day it was made */
  sent: string
  /** the day it arrived; empty: not known, or for a spoken one the same day */
  received: string
  /** written, oral */
  way: string
  approximate: boolean
  /** to whom, in which words */
  text: string
  /** yes, partly, no; empty: none so far */
  answer: string
  answeredOn: string
  answerNote: string
}

/** A MeetingView is a meeting in words, with what is counted from it. */
export interface MeetingView {
  form: MeetingForm
  title: string
  when: string
  counts: CountView[]
}

/** A MeetingForm is a meeting as typed. */
export interface MeetingForm {
  id: string
  child: string
  kind: string
  on: string
  text: string
}

/** A CountView is what a rule counts from a request or a meeting, or that no number of days is known. */
export interface CountView {
  /** Evaluation done */
  what: string
  /** Mon Nov 2, 2026; empty where there is no day */
  on: string
  /** in 5 days, or past */
  in: string
  /** 60 calendar days from Thu Sep 3, 2026 */
  how: string
  source: string
  /** what the rule leaves open */
  open: string
}

/** A BeginView is how far the first steps of a child's record have come, and what was understood. Mirrors app/begin.go. */
export interface BeginView {
  /** the step that is open */
  at: string
  /** there is no plan yet: the record begins with dates */
  before: boolean
  steps: BeginStep[]
  services: OutlookView[]
  /** what the numbers rest on, or leave open */
  rests: string[]
}

/** A BeginStep is one of the steps. All that is in it is saved. */
export interface BeginStep {
  /** child, kind, services, calendar, dates, understood */
  id: string
  done: boolean
  /** what it says so far */
  sum: string
}

/** An OutlookView is what a service comes to as plan and calendars stand; a text is empty where there is no such number. */
export interface OutlookView {
  /** of the service */
  id: string
  title: string
  sentence: string
  /** 77 sessions, 2,310 minutes */
  planned: string
  /** 2,340 minutes */
  promised: string
  /** 3 sessions */
  lost: string
  /** Tue Aug 25, 2026 */
  first: string
  last: string
  /** its first sessions are over and not filled in: it may have started late */
  late: boolean
}

/** A SchoolForm is a child and the school year, as the first step asks for them. */
export interface SchoolForm {
  child: ChildForm
  /** without first and last day: none for now */
  year: YearForm
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
  /** who holds the educational rights: of FamilyView.Rights, or in other words */
  rights: string
  /** and from which day */
  rightsFrom: string
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
  /** its services, each through its versions */
  sheets: SeriesSheet[]
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
  series: string
  /** since Mon Jan 20, 2025; of one of several versions */
  when: string
  /** 3 × 20 min a week */
  short: string
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
  /** what of it may be quoted to a 504 plan: nothing about IEPs */
  source504: string
  /** how well the source was seen; empty where there is none */
  evidence: string
}

/** A SeriesSheet is one service through its versions, as its sheet is headed. */
export interface SeriesSheet {
  /** of the series */
  id: string
  /** Speech; Speech, consultation */
  title: string
  /** responsible for it, or empty */
  agency: string
  /** Dana until Fri Nov 1, 2024 · nobody written down until … · Luis since … */
  givers: string
  /** that the sheet is over, and what stays on it; or empty */
  ended: string
  /** id of the version that is in force, or was last */
  now: string
}

/** A MoveForm is a move to another school or agency, as typed. */
export interface MoveForm {
  plan: string
  /** with the new one */
  first: string
  /** with the old one; empty: the day before First */
  last: string
  /** another agency answers for the services: a sheet of their own */
  sheet: boolean
  /** then, that one */
  agency: string
  /** then, which services move */
  series: string[]
  /** id of one that is there; new; empty: the plan's go on */
  calendar: string
  /** of a new one */
  year: YearForm
}
