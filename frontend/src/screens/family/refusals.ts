/** Where in a form the core's names of fields are: `plans[0].services[2].requirement.amount` is `amount`. */
export type Noun =
  | 'move'
  | 'child'
  | 'plan'
  | 'service'
  | 'year'
  | 'closure'
  | 'summer'
  | 'late'
  | 'claim'
  | 'school'
  | 'request'
  | 'meeting'

const fields: Record<Noun, readonly string[]> = {
  child: ['name', 'state', 'grade', 'school', 'district', 'rights', 'rightsFrom'],
  move: ['first', 'last', 'agency', 'series', 'calendar', 'year.name', 'year.first', 'year.last'],
  plan: ['kind', 'first', 'last', 'calendars', 'pack'],
  service: [
    'type',
    'unit',
    'amount',
    'minutes',
    'period',
    'every',
    'weekdays',
    'rhythm.kind',
    'rhythm.every',
    'rhythm.of',
    'rhythm.on',
    'rhythm.nth',
    'rhythm.length',
    'rhythm.days',
    'rhythm.first',
    'time',
    'first',
    'last',
    'provider',
    'agency',
    'mode',
    'group',
    'setting',
    'verbatim',
    'page',
    'from',
    'because',
    'change',
  ],
  year: ['name', 'first', 'last', 'weekdays', 'level'],
  closure: ['first', 'last', 'name', 'kind'],
  summer: ['first', 'last', 'minutes'],
  late: ['first'],
  claim: ['first', 'last', 'series', 'name', 'saidBy', 'saidOn', 'note'],
  request: ['kind', 'sent', 'received', 'way', 'text', 'answer', 'answeredOn', 'answerNote'],
  meeting: ['kind', 'on', 'text'],
  school: ['name', 'state', 'grade', 'school', 'district', 'first', 'last'],
}

const span = { start: 'first', end: 'last' }

/** Names that are not the form's own. */
const others: Record<Noun, Readonly<Record<string, string>>> = {
  child: { rights_holder: 'rights', rights_from: 'rightsFrom' },
  move: { 'year.first_day': 'year.first', 'year.last_day': 'year.last' },
  plan: { ...span, calendar_ids: 'calendars', policy_id: 'pack' },
  service: {
    ...span,
    to: 'last',
    minutes_per_session: 'minutes',
    rrule: 'weekdays',
    schedules: 'weekdays',
    start_time: 'time',
    provider_id: 'provider',
    group_size: 'group',
    'schedules.from': 'first',
    'cycle.first': 'rhythm.first',
    'cycle.length': 'rhythm.length',
    'cycle.days': 'rhythm.days',
    'cycle.closed': 'rhythm.kind',
    'weeks.of': 'rhythm.of',
    'weeks.on': 'rhythm.on',
    weeks: 'rhythm.kind',
    'weeks.from': 'rhythm.first',
    ignore_school_calendar: 'rhythm.kind',
  },
  year: { first_day: 'first', last_day: 'last', school_weekdays: 'weekdays' },
  closure: { ...span },
  summer: { ...span },
  late: {},
  claim: { ...span, series_id: 'series', said_by: 'saidBy', said_on: 'saidOn' },
  request: { sent_on: 'sent', received_on: 'received', answered_on: 'answeredOn', answer_note: 'answerNote' },
  meeting: { date: 'on' },
  school: { first_day: 'first', last_day: 'last' },
}

/** The form's field that a refusal is about; empty when the form has none for it. */
export function fieldOf(noun: Noun, path: string): string {
  const steps = path.replace(/\[\d+\]/g, '').split('.')
  // The longest known end of the path: `schedules.from` before `from`.
  for (const at of steps.keys()) {
    const end = steps.slice(at).join('.')
    if (Object.hasOwn(others[noun], end)) return others[noun][end] ?? ''
    if (fields[noun].includes(end)) return end
  }
  return ''
}
