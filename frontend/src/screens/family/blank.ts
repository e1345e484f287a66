/** Forms as they are before anybody types. What was said before is not asked again. */
import type {
  ChildForm,
  ClaimForm,
  MeetingForm,
  MoveForm,
  PlanForm,
  PlanView,
  RequestForm,
  ServiceForm,
  SummerForm,
  YearForm,
  YearView,
} from '$lib/views/family'
import type { ClosureForm } from '$lib/views/calendar'

export function blankChild(): ChildForm {
  return { id: '', name: '', state: '', grade: '', school: '', district: '', rights: '', rightsFrom: '' }
}

export function blankYear(child?: ChildForm): YearForm {
  return {
    id: '',
    name: child?.school ?? '',
    first: '',
    last: '',
    weekdays: ['MO', 'TU', 'WE', 'TH', 'FR'],
    level: '',
  }
}

/** A plan begins and ends with the newest school year until somebody says otherwise. */
export function blankPlan(child: string, kind: string, years: readonly YearView[]): PlanForm {
  const year = newest(years)?.form
  return {
    id: '',
    child,
    kind,
    first: year?.first ?? '',
    last: year?.last ?? '',
    calendars: year ? [year.id] : [],
    pack: '',
  }
}

export function newest(years: readonly YearView[]): YearView | undefined {
  return years.reduce<YearView | undefined>(
    (last, year) => (last && last.form.first >= year.form.first ? last : year),
    undefined,
  )
}

/** A service runs as long as its plan, or the school year, until somebody says otherwise. */
export function blankService(plan: PlanForm, year?: YearForm): ServiceForm {
  return {
    id: '',
    plan: plan.id,
    type: '',
    unit: 'sessions',
    amount: null,
    minutes: null,
    period: 'week',
    every: null,
    weekdays: [],
    time: '',
    first: plan.first || (year?.first ?? ''),
    last: plan.last || (year?.last ?? ''),
    provider: '',
    agency: '',
    mode: '',
    group: null,
    setting: '',
    verbatim: '',
    page: '',
    onClosed: plan.kind === 'private',
    rhythm: {
      kind: 'weekly',
      every: null,
      of: null,
      on: [],
      nth: [],
      length: null,
      days: [],
      first: '',
      closed: 'slide',
    },
    otherRule: '',
    from: '',
    because: '',
  }
}

/** A move of all that goes on, on the calendar that the plan has. */
export function blankMove(plan: PlanView): MoveForm {
  return {
    plan: plan.form.id,
    first: '',
    last: '',
    sheet: true,
    agency: '',
    series: plan.series.map((each) => each.id),
    calendar: '',
    year: { ...blankYear(), name: '' },
  }
}

export function blankClaim(plan: string): ClaimForm {
  return { id: '', plan, series: '', first: '', last: '', name: '', saidBy: '', saidOn: '', note: '' }
}

export function blankClosure(calendar: string, kind: string): ClosureForm {
  return { calendar, id: '', first: '', last: '', name: '', kind }
}

/** Asked for first, mostly: an evaluation. */
export function blankRequest(child: string, answer = ''): RequestForm {
  return {
    id: '',
    child,
    kind: 'evaluation',
    sent: '',
    received: '',
    way: 'written',
    approximate: false,
    text: '',
    answer,
    answeredOn: '',
    answerNote: '',
  }
}

export function blankMeeting(child: string, kind: string): MeetingForm {
  return { id: '', child, kind, on: '', text: '' }
}

export function blankSummer(child: string): SummerForm {
  return { id: '', child, first: '', last: '', minutes: [] }
}
