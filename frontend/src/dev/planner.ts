/** Made-up answers of the screen planner: the sample family's three sessions a week on its Houston calendar. */
import type { PlannerQuery, PlannerRow, PlannerView } from '../lib/views/planner'
import { asked, frame, name } from './common'

const names: Record<string, string> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
}

type Numbers = [days: string, place: number, lost: number, kept: number, short: number, share: number]

const threes: Numbers[] = [
  ['TU WE TH', 1, 16, 112, 0, 64],
  ['WE TH FR', 2, 19, 108, 1, 76],
  ['MO WE TH', 3, 20, 108, 0, 80],
  ['TU WE FR', 4, 20, 108, 1, 80],
  ['TU TH FR', 5, 20, 107, 1, 80],
  ['MO TU WE', 6, 21, 108, 0, 84],
  ['MO TU TH', 6, 21, 108, 0, 84],
  ['MO WE FR', 8, 24, 104, 1, 96],
  ['MO TH FR', 9, 24, 103, 1, 96],
  ['MO TU FR', 10, 25, 103, 2, 100],
]

const ones: Numbers[] = [
  ['MO', 5, 10, 33, 0, 100],
  ['TU', 3, 6, 37, 0, 60],
  ['WE', 1, 5, 38, 0, 50],
  ['TH', 2, 5, 37, 0, 50],
  ['FR', 4, 9, 33, 1, 90],
]

const row = ([days, place, lost, kept, short, share]: Numbers): PlannerRow => ({
  days: days.split(' '),
  text: days
    .split(' ')
    .map((day) => names[day])
    .join(', ')
    .replace(/, (\w+)$/, ' and $1'),
  place,
  lost,
  kept,
  short,
  minutes: lost * 20,
  share,
  now: days === 'TU WE TH',
})

export const plan = (query: Partial<PlannerQuery> = {}): PlannerView => ({
  frame: frame(),
  query: {
    child: '',
    calendars: ['h'],
    days: query.days || 3,
    minutes: query.minutes || 20,
    forbid: query.forbid ?? [],
    start: query.start ?? '',
    gap: query.gap ?? false,
  },
  calendars: asked.has('bare')
    ? []
    : [
        { id: 'h', text: 'Houston ISD, 2024-25' },
        ...(asked.has('two') ? [{ id: 'n', text: name('Houston ISD, 2025-26') }] : []),
      ],
  weekdays: Object.entries(names).map(([id, text]) => ({ id, text })),
  lead: asked.has('bare') ? '' : '178 school days · 35 closed weekdays · 1 short day',
  rows: threes.map(row).filter(({ days }) => !query.forbid?.some((day) => days.includes(day))),
  now: 'Tuesday, Wednesday and Thursday, the days you have now, lose 16 sessions. No other days lose fewer.',
  single: ones.map(row),
})

export const planner = {
  View: (query: PlannerQuery) =>
    query.forbid.length > 2 || query.gap
      ? Promise.reject(
          new Error(
            JSON.stringify({
              code: 'no_days',
              field: '',
              args: {},
              text: 'no weekdays of these calendars meet the wish; allow more weekdays, or fewer a week',
            }),
          ),
        )
      : Promise.resolve(plan(query)),
  Undo: () => Promise.resolve(plan()),
  Redo: () => Promise.resolve(plan()),
}
