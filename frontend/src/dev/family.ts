/** Made-up answers of the screen family: two children with a plan each, or with `?bare` a record that is new. */
import type {
  ChildForm,
  ChildView,
  FamilyView,
  LateForm,
  PackView,
  PlanForm,
  PlanView,
  SchoolForm,
  ServiceForm,
  ServiceView,
  YearForm,
  YearView,
} from '../lib/views/family'
import type { ClosureForm } from '../lib/views/calendar'
import type { Choice } from '../lib/views/frame'
import { beginView, stepsOf } from './begin'
import { asked, frame, name } from './common'

const choices = (...texts: string[]): Choice[] =>
  texts.map((text) => {
    const [id = '', words = id] = text.split('=')
    return { id, text: words }
  })

export const blank: ServiceForm = {
  id: '',
  plan: '',
  type: 'speech',
  unit: 'sessions',
  amount: 2,
  minutes: 30,
  period: 'week',
  every: null,
  weekdays: ['TU', 'TH'],
  time: '10:00',
  first: '2024-08-12',
  last: '2025-06-04',
  provider: '',
  agency: '',
  mode: '',
  group: null,
  setting: '',
  verbatim: '',
  page: '',
  onClosed: false,
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

const service = (form: Partial<ServiceForm>, change: Partial<ServiceView>): ServiceView => ({
  form: { ...blank, ...form },
  sentence: '2 sessions of 30 minutes a week, on Tuesday and Thursday at 10:00 am',
  dates: 'Mon Aug 12, 2024 to Wed Jun 4, 2025',
  follows: '',
  series: form.id ?? '',
  when: '',
  short: '2 × 30 min a week',
  papers: 0,
  counts: '38 sessions on school days, 1,140 minutes',
  late: false,
  ...change,
})

const speech = [
  service(
    {
      id: 'sp',
      plan: 'p1',
      provider: name('Ms. Lane'),
      mode: 'group',
      group: 3,
      setting: name('Therapy room'),
      verbatim: name('Speech therapy: 2 sessions of 30 minutes each week, small group, in the therapy room.'),
      page: '12',
      last: '2025-01-19',
    },
    { dates: 'Mon Aug 12, 2024 to Sun Jan 19, 2025', when: 'Until Sun Jan 19, 2025' },
  ),
  service(
    {
      id: 'sp-2',
      plan: 'p1',
      amount: 3,
      minutes: 20,
      weekdays: ['TU', 'WE', 'TH'],
      provider: name('Ms. Lane'),
      mode: 'individual',
      page: name('3 of the amendment'),
      first: '2025-01-20',
    },
    {
      sentence: '3 sessions of 20 minutes a week, on Tuesday, Wednesday and Thursday at 10:00 am',
      dates: 'Mon Jan 20, 2025 to Wed Jun 4, 2025',
      counts: '54 sessions on school days, 1,080 minutes',
      follows: 'sp',
      series: 'sp',
      when: 'Since Mon Jan 20, 2025',
      short: '3 × 20 min a week',
    },
  ),
]

const help = service(
  {
    id: 'help',
    plan: 'p2',
    type: name('handwriting'),
    unit: '',
    amount: null,
    minutes: 20,
    period: '',
    weekdays: [],
    time: '14:00',
    rhythm: { ...blank.rhythm, kind: 'kept' },
    otherRule: 'Thursdays at 2:00 pm for 20 minutes, 6 times in all',
  },
  { sentence: 'no amount stated, Thursdays at 2:00 pm for 20 minutes, 6 times in all' },
)

const plan = (form: Partial<PlanForm>, text: string, services: ServiceView[]): PlanView => ({
  form: {
    id: 'p1',
    child: 'c1',
    kind: 'IEP',
    first: '2024-08-12',
    last: '2025-06-04',
    calendars: ['y1'],
    pack: '',
    ...form,
  },
  text,
  pack: form.pack ?? '',
  schools: [],
  services,
  claims: [],
  papers: 0,
  series: services.map((each) => ({ id: each.form.id, text: each.form.type })),
  sheets: services
    .filter((each) => each.follows === '')
    .map(({ form, series }) => ({
      id: series,
      title: form.type === 'speech' ? 'Speech' : form.type,
      agency: '',
      givers:
        form.provider &&
        `${form.provider} until Fri Nov 1, 2024 · nobody written down until Tue Nov 12, 2024 · Luis since Wed Nov 13, 2024`,
      ended: '',
      now: services.findLast((each) => each.series === series)?.form.id ?? '',
    })),
})

const child = (form: Partial<ChildForm>, ...plans: PlanView[]): ChildView => ({
  form: {
    id: 'c1',
    name: name('María'),
    state: '',
    grade: '',
    school: '',
    district: '',
    rights: '',
    rightsFrom: '',
    ...form,
  },
  rights: form.rights ? `Educational rights: ${form.rights}` : '',
  plans,
  series: choices('sp=Speech'),
  summers: [],
  begin: beginView(),
  dates: { requests: [], meetings: [] },
})

const closure = (id: string, day: string, words: string, text: string, kind: string) => ({
  form: { calendar: 'y1', id, first: day, last: day, name: name(text), kind },
  text: `${words}: ${name(text)}`,
})

const year: YearView = {
  form: {
    id: 'y1',
    name: name('Larkspur Bend Elementary'),
    first: '2024-08-12',
    last: '2025-06-04',
    weekdays: ['MO', 'TU', 'WE', 'TH', 'FR'],
    level: '',
  },
  label: `${name('Larkspur Bend Elementary')}, 2024-25`,
  dates: 'Mon Aug 12, 2024 to Wed Jun 4, 2025',
  text: '178 school days · 35 closed weekdays · 1 short day',
  source: name('The printed calendar on the fridge.'),
  guess: '',
  closures: [
    closure('k1', '2024-09-02', 'Mon Sep 2, 2024', 'Labor Day', 'holiday'),
    closure('k2', '2024-11-25', 'Mon Nov 25, 2024 to Fri Nov 29, 2024', 'Thanksgiving break', 'break'),
    closure('k3', '2025-01-21', 'Tue Jan 21, 2025', 'Ice day', 'weather'),
  ],
  short: [closure('', '2024-12-20', 'Fri Dec 20, 2024', 'Short day before the winter break', 'early')],
}

const answer = (reason: string, code: string, words: string, source = '') => ({
  reason,
  answer: code,
  words,
  source,
  source504: '',
  evidence: source && 'the text itself was seen',
})

const packs: PackView[] = [
  {
    id: 'default-conservative',
    name: 'No local policy known: write it all down, ask with care',
    caution: '',
    answers: [
      answer('Child was ill', 'no', 'for the record', 'OSEP Letter to Balkman (1995)'),
      answer('School activity', 'ask', 'ask the team', 'Wrightslaw Way, Making Up Missed Services'),
      answer('School bus was late', 'yes', 'to make up'),
      answer(
        'Therapist was out',
        'yes',
        'to make up',
        'OSEP letter to Catherine Clarke (ASHA), 8 March 2007',
      ),
    ],
  },
  {
    id: 'county',
    name: 'A county: fill in from the current plan',
    caution: 'a template; what the local policy says has to be filled in',
    answers: [answer('School activity', 'yes', 'to make up', 'Wrightslaw Way, Making Up Missed Services')],
  },
]

/** The whole view; each call makes it anew. */
export function familyView(change: Partial<FamilyView> = {}): FamilyView {
  return structuredClone({
    frame: frame(),
    author: name('Mom'),
    children: [
      child(
        { state: 'TX', grade: '2', school: name('Larkspur Bend Elementary') },
        plan({}, 'IEP, Mon Aug 12, 2024 to Wed Jun 4, 2025', speech),
      ),
      child(
        { id: 'c2', name: 'Theo' },
        plan(
          { id: 'p2', child: 'c2', kind: '504', pack: 'county' },
          '504 plan, Mon Aug 12, 2024 to Wed Jun 4, 2025',
          [help],
        ),
      ),
    ],
    calendars: [year],
    packs,
    states: choices('CA=California', 'OH=Ohio', 'TX=Texas'),
    kinds: choices('IEP', '504=504 plan', 'private=Private therapy'),
    types: choices(
      'speech=Speech',
      'OT',
      'PT',
      'counseling=Counseling',
      'specialized instruction=Specialized instruction',
    ),
    modes: choices('individual=One to one', 'group=In a group', 'consult=Consultation, without the child'),
    periods: choices('week=a week', 'month=a month', 'year=a school year'),
    weekdays: choices('MO=Monday', 'TU=Tuesday', 'WE=Wednesday', 'TH=Thursday', 'FR=Friday'),
    rhythms: choices(
      'weekly=Every week',
      'other_week=Every other week',
      'every_n_weeks=Every few weeks',
      'weeks_of=Some weeks of each few, such as 3 of 4',
      'monthly_nth=On a day of the month, such as the 2nd Tuesday',
      'cycle=By school days: Day 1, Day 2 …',
      'none=On no fixed days',
    ),
    places: choices('1=1st', '2=2nd', '3=3rd', '4=4th', '5=5th', '-1=last'),
    numbers: choices('1', '2', '3', '4', '5', '6', '7', '8'),
    closures: choices('holiday=Holiday', 'break=Break', 'pd_day=Staff day', 'weather=Weather'),
    rights: choices('Mom=You (Mom)', 'parent=Another parent', 'guardian=A guardian', 'student=The student'),
    people: [],
    asking: choices('evaluation=An evaluation for special education', 'plan_504=A 504 plan'),
    meetings: choices('iep=IEP meeting', 'talk=A talk'),
    ways: choices('written=In writing', 'oral=By word of mouth'),
    levels: choices('elementary=Elementary school', 'middle=Middle school', 'high=High school'),
    ...change,
  })
}

let view = familyView(asked.has('bare') ? { children: [child({})], calendars: [] } : {})

/** The step of the first run that is open. */
let step = asked.get('step') ?? 'child'

const show = (did = '') => {
  const begin = step && asked.has('bare') ? `${view.children[0]?.form.id}/${step}` : ''
  const children = view.children.map((each) => ({ ...each, begin: stepsOf(each, view.calendars, step) }))
  view = { ...view, children, frame: frame({ did, saved: did && '2:14 pm', undo: did, begin }) }
  return Promise.resolve(structuredClone(view))
}

const refuse = (code: string, field: string, text: string) =>
  Promise.reject(new Error(JSON.stringify({ code, field, args: {}, text })))

/** The form with an id, and what it belongs to changed by it. */
function put<Row extends { form: { id: string } }>(rows: Row[], form: Row['form'], make: () => Row): Row[] {
  return rows.some((row) => row.form.id === form.id)
    ? rows.map((row) => (row.form.id === form.id ? { ...row, form } : row))
    : [...rows, make()]
}

const id = () => Math.random().toString(36).slice(2)
const plansOf = (change: (plans: PlanView[], child: ChildView) => PlanView[]) => {
  view.children = view.children.map((each) => ({ ...each, plans: change(each.plans, each) }))
}

export const family = {
  View: () => show(),
  Undo: () => show('undone'),
  Redo: () => show('done again'),
  SaveChild: (_child: string, form: ChildForm) => {
    view.children = put(view.children, form, () => child({ ...form, id: id() }))
    return show('changed a child')
  },
  SaveSchool: (_child: string, form: SchoolForm) => {
    view.children = put(view.children, form.child, () => child(form.child))
    if (form.year.first) void family.SaveYear('', form.year)
    return show('changed a child')
  },
  Reach: (_child: string, _of: string, to: string) => {
    step = to
    return show()
  },
  SavePlan: (_child: string, form: PlanForm) => {
    plansOf((plans, { form: { id: of } }) =>
      of === form.child ? put(plans, form, () => plan({ ...form, id: id() }, form.kind, [])) : plans,
    )
    return show('added a plan')
  },
  SaveService: (_child: string, form: ServiceForm) => {
    if (form.unit && !form.amount)
      return refuse(
        'not_positive',
        'requirement.amount',
        '0 is not a positive number; write a whole number from 1 to 100000',
      )
    plansOf((plans) =>
      plans.map((each) =>
        each.form.id === form.plan
          ? { ...each, services: put(each.services, form, () => service({ ...form, id: id() }, {})) }
          : each,
      ),
    )
    return show('added a service')
  },
  Preview: (form: ServiceForm) =>
    Promise.resolve({
      sentence:
        form.amount && form.weekdays.length > 0 ? `${form.amount} on ${form.weekdays.join(', ')}` : '',
      counts: form.amount ? '38 sessions on school days, 1,140 minutes' : '',
    }),
  LateCost: ({ first }: LateForm) =>
    Promise.resolve({ sessions: 3, text: `3 sessions, 90 minutes, were planned before ${first}.` }),
  SaveClaim: () => show('changed a plan'),
  RemoveClaim: () => show('changed a plan'),
  LateStart: () => show('marked 3 sessions missed'),
  SaveYear: (_child: string, form: YearForm) => {
    if (!form.first) return refuse('day_form', 'first_day', 'this is not a day; write a day like 2025-03-11')
    view.calendars = put(view.calendars, form, () => ({
      ...year,
      form: { ...form, id: id() },
      closures: [],
      short: [],
    }))
    return show('added a school year')
  },
  SaveClosure: (_child: string, form: ClosureForm) => {
    if (!form.first) return refuse('day_form', 'start', 'this is not a day; write a day like 2025-03-11')
    const made = { form: { ...form, id: form.id || id() }, text: `${form.first}: ${form.name}` }
    view.calendars = view.calendars.map((each) =>
      each.form.id === form.calendar
        ? { ...each, closures: put(each.closures, made.form, () => made) }
        : each,
    )
    return show('changed a school year')
  },
  RemoveClosure: (_child: string, calendar: string, closure: string) => {
    view.calendars = view.calendars.map((each) =>
      each.form.id === calendar
        ? { ...each, closures: each.closures.filter(({ form }) => form.id !== closure) }
        : each,
    )
    return show('changed a school year')
  },
  Remove: (_child: string, noun: string, gone: string) => {
    if (noun !== 'service')
      return refuse('still_needed', '', 'something else still refers to this; change or withdraw that first')
    plansOf((plans) =>
      plans.map((each) => ({ ...each, services: each.services.filter(({ form }) => form.id !== gone) })),
    )
    return show('struck a service')
  },
}
