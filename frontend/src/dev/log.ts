/** Made-up answers of the screen log. `?none` has no plan, `?hard` refuses what is saved. */
import type { EntryView, LogQuery, LogRow, LogView, SessionForm } from '../lib/views/log'
import type { HistoryAct } from '../lib/views/history'
import { asked, frame, name } from './common'

const reasons = [
  ['provider_absent', 'Therapist was out'],
  ['student_absent', 'Child was out'],
  ['school_activity', 'School activity'],
  ['testing', 'Testing'],
  ['school_closed_emergency', 'School closed (weather or emergency)'],
  ['early_release', 'Early release'],
  ['provider_meeting', 'Therapist was in a meeting'],
  ['provider_vacancy', 'No therapist (vacancy)'],
  ['location_unavailable', 'No room'],
  ['not_stated', 'Reason not written down'],
  ['other', 'Other reason'],
] as const

const knownBy = [
  ['saw', 'I saw it'],
  ['child', 'My child said so'],
  ['note', 'A note from school'],
  ['email', 'An e-mail'],
  ['provider', 'The therapist said so'],
  ['school_log', 'The school’s log'],
] as const

const manners = [
  { id: '', text: 'As the plan says: one to one' },
  { id: 'group', text: 'In a group' },
]

const choices = (pairs: readonly (readonly [string, string])[]) => pairs.map(([id, text]) => ({ id, text }))
const saying = (reason: string) => reasons.find(([id]) => id === reason)?.[1].toLowerCase() ?? ''

function row(iso: string, text: string, change: Partial<LogRow> = {}): LogRow {
  const key = change.key ?? `sp:${iso}`
  return {
    key,
    entry: change.state === 'not_filled_in' || change.state === 'planned' ? '' : key,
    on: { iso, text },
    month: `${iso.startsWith('2025-02') ? 'February' : 'March'} 2025`,
    time: '10:00 am',
    child: asked.has('two') ? name('Nora') : '',
    title: name('Speech'),
    provider: name('Ms. Lane'),
    kind: 'regular',
    planned: 30,
    given: 0,
    missed: 0,
    state: 'not_filled_in',
    text: 'Not filled in',
    reason: '',
    note: '',
    held: '',
    group: false,
    known: '',
    saidBy: '',
    pays: '',
    written: change.state === 'not_filled_in' || change.state === 'planned' ? '' : `written ${text}`,
    late: '',
    struck: '',
    was: '',
    wasBy: '',
    conflict: false,
    papers: 0,
    ...change,
  }
}

const given = { state: 'given', text: 'Given, 30 minutes', given: 30 }
const out = { state: 'missed', text: 'Missed: therapist was out', missed: 30, reason: 'provider_absent' }

const start = (): LogRow[] => [
  row('2025-03-20', 'Thu Mar 20, 2025', { state: 'planned', text: 'Planned, 30 minutes' }),
  row('2025-03-19', 'Wed Mar 19, 2025', {
    key: 'ot:2025-03-19',
    title: 'OT',
    time: '1:00 pm',
    state: 'not_filled_in',
  }),
  row('2025-03-18', 'Tue Mar 18, 2025', { state: 'not_filled_in' }),
  row('2025-03-13', 'Thu Mar 13, 2025', {
    ...given,
    note: name('A happy report on the way home.'),
    known: 'A note from school',
    saidBy: name('Ms. Lane'),
  }),
  row('2025-03-11', 'Tue Mar 11, 2025', {
    ...out,
    note: 'Ms. Lane was ill. She told us the same day.',
    was: 'Given, 30 minutes',
    wasBy: 'corrected by Mom, Wed Mar 12, 2025, 7:02 am: the school called',
  }),
  row('2025-03-07', 'Fri Mar 7, 2025', {
    key: 'mk-8',
    kind: 'makeup',
    planned: 0,
    state: 'made_up',
    text: 'Make-up, 20 minutes',
    given: 20,
    pays: '20 minutes for Tue Feb 11, 2025',
  }),
  row('2025-03-06', 'Thu Mar 6, 2025', { ...given, late: 'entered 14 days later' }),
  row('2025-03-04', 'Tue Mar 4, 2025', {
    state: 'partial',
    text: 'Short: 20 minutes of 30 minutes given (therapist was in a meeting)',
    held: '10:10 am to 10:30 am; in a group of 3; the plan says one to one',
    group: true,
    given: 20,
    missed: 10,
    reason: 'provider_meeting',
  }),
  row('2025-02-27', 'Thu Feb 27, 2025', { ...given, conflict: true }),
  row('2025-02-25', 'Tue Feb 25, 2025', { state: 'not_sure', text: 'Not sure', entry: 'sp:2025-02-25' }),
  row('2025-02-20', 'Thu Feb 20, 2025', {
    key: 'x-1',
    kind: 'extra',
    planned: 0,
    ...given,
    text: 'Extra session, 30 minutes',
    struck: 'struck by Mom, Sat Mar 1, 2025, 8:14 pm',
    note: 'Written on the wrong day.',
  }),
]

let rows = start()
let before = rows

const filters: Record<string, { text: string; has: (row: LogRow) => boolean }> = {
  all: { text: 'All', has: (r) => !r.struck },
  not_filled_in: { text: 'Not filled in', has: (r) => r.state === 'not_filled_in' || r.state === 'not_sure' },
  missed: { text: 'Missed or short', has: (r) => r.state === 'missed' || r.state === 'partial' },
  make_ups: { text: 'Make-ups and extra', has: (r) => !r.struck && r.kind !== 'regular' },
  struck: { text: 'Struck', has: (r) => r.struck !== '' },
}

function view(query: LogQuery, did = ''): Promise<LogView> {
  const none = asked.has('none')
  const all = none ? [] : rows
  return Promise.resolve({
    frame: frame({ did, undo: did, saved: did && '2:14 pm' }),
    query: { ...query, year: query.year || '2024-25' },
    filters: Object.entries(filters).map(([id, { text, has }]) => ({
      id,
      text,
      count: all.filter(has).length,
    })),
    years: choices([
      ['2024-25', '2024-25'],
      ['2023-24', '2023-24'],
    ]),
    series: none
      ? []
      : choices([
          ['c1/sp', name('Speech')],
          ['c1/ot', 'OT'],
        ]),
    reasons: choices(reasons),
    knownBy: choices(knownBy),
    rows: all
      .filter(filters[query.filter]?.has ?? (() => true))
      .filter((r) => !query.series || r.key.startsWith(query.series.slice(3))),
    struck: 0,
    services: none
      ? []
      : [
          { id: 'sp', text: name('Speech'), minutes: 30, manners },
          { id: 'ot', text: 'OT', minutes: 20, manners: [] },
        ],
    totals: none
      ? []
      : [
          '9 sessions, 270 minutes planned: 110 to 170 given, 40 to 100 missed.',
          '2 sessions are not filled in, so the numbers are ranges.',
        ],
  })
}

function mark(query: LogQuery, keys: string[], change: Partial<LogRow>, did: string) {
  before = rows
  rows = rows.map((r) => (keys.includes(r.key) && !r.struck ? { ...r, entry: r.key, ...change } : r))
  return view(query, did)
}

const refuse = (field: string, text: string, code = 'missing', args = {}): Promise<never> =>
  Promise.reject(new Error(JSON.stringify({ code, field, args, text })))

const open = choices([
  ['sp:2025-03-11', 'Tue Mar 11, 2025: 30 minutes, therapist was out'],
  ['sp:2025-03-04', 'Tue Mar 4, 2025: 10 minutes, therapist was in a meeting'],
])

const statuses: Record<string, string> = {
  given: 'delivered',
  made_up: 'delivered',
  partial: 'partial',
  missed: 'missed',
  not_sure: 'unsure',
}

function history(r: LogRow): HistoryAct[] {
  if (!r.entry) return []
  const last = {
    author: name('Mom'),
    where: 'on this computer',
    reason: '',
    note: '',
    late: '',
    plain: false,
  }
  const came = (was: string, text: string) => [{ label: 'What came of it', was, text }]
  const list: HistoryAct[] = [
    {
      ...last,
      hash: 'b',
      at: 'Wed Mar 19, 2025, 7:02 am',
      did: 'Corrected',
      fields: came('Not sure', r.text),
      reason: 'The school called.',
      state: r.struck ? 'before' : 'holds',
    },
    {
      ...last,
      hash: 'a',
      at: 'Tue Mar 18, 2025, 8:14 pm',
      did: 'Written',
      fields: came('', 'Not sure'),
      state: 'before',
    },
  ]
  const struck: HistoryAct = {
    ...last,
    hash: 'c',
    at: 'Sat Mar 1, 2025, 8:14 pm',
    did: 'Struck',
    fields: [],
    state: 'struck',
  }
  return r.struck ? [struck, ...list] : list
}

function entry(key: string): Promise<EntryView> {
  const r = rows.find((each) => each.key === key)
  const blank: SessionForm = {
    key,
    service: 'sp',
    kind: r?.kind ?? 'regular',
    on: r?.on.iso ?? '',
    status: r && !r.struck ? (statuses[r.state] ?? '') : '',
    minutes: r?.state === 'partial' || r?.state === 'made_up' ? r.given : null,
    began: r?.held ? '10:10' : '',
    ended: r?.held ? '10:30' : '',
    keep: false,
    mode: r?.group ? 'group' : '',
    size: r?.group ? 3 : null,
    approx: false,
    reason: r?.reason ?? '',
    note: r?.note ?? '',
    knownBy: r?.known ? 'note' : '',
    saidBy: r?.saidBy ?? '',
    pays: key === 'mk-8' ? ['sp:2025-02-11'] : [],
    because: '',
  }
  return Promise.resolve({
    entry: r?.entry ?? '',
    form: blank,
    title: r?.title ?? '',
    child: r?.child ?? '',
    on: r?.on ?? { iso: '', text: '' },
    minutes: r?.planned ?? 0,
    manners,
    written: r?.written ?? '',
    late: r?.late ?? '',
    history: r ? history(r) : [],
    asksWhy: true,
    open,
  })
}

function save(query: LogQuery, form: SessionForm): Promise<LogView> {
  if (form.status === 'partial' && form.minutes === null)
    return refuse('sessions[0].minutes', 'a partial session needs the minutes that were given; add minutes')
  if (form.ended === '10:28' && form.minutes !== null && form.minutes !== 18 && !form.keep)
    return refuse(
      'minutes',
      'by the times it lasted 18 minutes, and 20 are written; say which number holds',
      'times_disagree',
      { lasted: '18', minutes: String(form.minutes) },
    )
  if (asked.has('hard')) return refuse('sessions[0].schedule_id', 'there is no such schedule')
  if (form.key) {
    const words: Record<string, Partial<LogRow>> = {
      delivered: given,
      partial: { state: 'partial', text: `Short: ${form.minutes} minutes given (${saying(form.reason)})` },
      missed: { state: 'missed', text: `Missed: ${saying(form.reason)}` },
      unsure: { state: 'not_sure', text: 'Not sure' },
    }
    return mark(query, [form.key], { ...words[form.status], note: form.note }, 'changed a session')
  }
  before = rows
  const kind = form.kind === 'makeup' ? 'Make-up' : 'Extra session'
  const made = {
    kind: form.kind,
    planned: 0,
    state: 'made_up',
    text: `${kind}, ${form.minutes} minutes`,
    note: form.note,
  }
  rows = [row(form.on, 'Thu Mar 20, 2025', { key: `new-${rows.length}`, ...made }), ...rows]
  return view(query, 'added a session')
}

export const log = {
  View: (query: LogQuery) => view(query),
  Happened: (query: LogQuery, keys: string[]) =>
    mark(query, keys, given, `marked ${keys.length} sessions given`),
  Missed: (query: LogQuery, keys: string[], reason: string) =>
    mark(
      query,
      keys,
      { state: 'missed', text: `Missed: ${saying(reason)}`, reason },
      `marked ${keys.length} sessions missed`,
    ),
  Unsure: (query: LogQuery, keys: string[]) =>
    mark(query, keys, { state: 'not_sure', text: 'Not sure' }, `marked ${keys.length} sessions not sure`),
  Save: save,
  Strike: (query: LogQuery, entries: string[], because: string) => {
    const struck = `struck by Mom, Thu Mar 20, 2025, 2:14 pm${because && `: ${because}`}`
    return mark(query, entries, { struck }, 'struck a session')
  },
  Entry: entry,
  Lasted: (began: string, ended: string) =>
    Promise.resolve(began && ended ? '10:10 am to 10:28 am is 18 minutes.' : ''),
  Undo: (query: LogQuery) => {
    rows = before
    return view(query, 'took back a change to a session')
  },
  Redo: (query: LogQuery) => view(query),
  /** As it was at first: for the tests. */
  reset: () => {
    rows = before = start()
  },
}
