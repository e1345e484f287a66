/** Made-up answers of the screen that fills in a year; `?bare`: there is none, `?guess`: it is one. */
import type { FillQuery, FillView, MovedView, PastedPick, UsualTick } from '../lib/views/year'
import { asked, frame, name } from './common'

const nothing: MovedView = { lead: '', rows: [] }

const usual = (id: string, on: string, text: string, change = {}) => ({
  id,
  on,
  name: text,
  why: 'federal holiday; most schools close',
  already: '',
  closed: false,
  first: id,
  last: id,
  ask: false,
  ...change,
})

const rows = [
  {
    id: '1/2024-11-11/2024-11-11',
    on: 'Mon Nov 11, 2024',
    name: name('Veterans Day, no school'),
    take: true,
    kind: 'closed',
    from: '',
    until: '',
    because: name('says “no school”'),
    already: '',
  },
  {
    id: '2/2025-04-03/2025-04-03',
    on: 'Thu Apr 3, 2025',
    name: name('Remote learning day'),
    take: false,
    kind: 'noted',
    from: '',
    until: '',
    because: 'school from home; are services given?',
    already: '',
  },
]

/** The whole view; each call makes it anew. */
export function fillView(query: Partial<FillQuery> = {}, change: Partial<FillView> = {}): FillView {
  return structuredClone({
    frame: frame(),
    query: { child: '', calendar: 'y1', state: 'TX', text: '', ...query },
    years: [
      { id: 'y1', text: name('Larkspur, 2024-25') },
      { id: 'y2', text: name('Oak, 2025') },
    ],
    label: name('Larkspur, 2024-25'),
    dates: 'Mon Aug 12, 2024 to Wed Jun 4, 2025',
    days: '178 school days · 35 closed weekdays',
    first: '2024-08-12',
    last: '2025-06-04',
    guess: asked.has('guess') ? 'This year is a guess, made from 2023-24' : '',
    states: [
      { id: 'none', text: 'No state' },
      { id: 'TX', text: 'Texas' },
    ],
    groups: [
      {
        why: 'federal',
        days: [
          usual('2024-10-14', 'Mon Oct 14, 2024', 'Columbus Day'),
          usual('2024-11-28', 'Thu Nov 28, 2024', 'Thanksgiving Day', {
            already: 'closed already: ' + name('Fall break'),
            closed: true,
          }),
        ],
      },
      {
        why: 'habit',
        days: [
          usual('spring', 'Mon Mar 3, 2025 to Wed Apr 30, 2025', 'Spring break', {
            why: 'a habit of schools',
            ask: true,
          }),
        ],
      },
    ],
    pasted: query.text
      ? { rows, unread: [{ line: 3, text: 'no day was found in ' + name('the children sing') }] }
      : { rows: [], unread: [] },
    next: {
      label: name('Larkspur, 2025-26'),
      dates: 'Mon Aug 11, 2025 to Wed Jun 3, 2026',
      days: '180 school days · 33 closed weekdays',
      there: '',
      moved: [{ on: 'Mon Sep 1, 2025', name: name('Labor Day'), was: 'last year Mon Sep 2, 2024' }],
      left: [name('Ice day') + ', Tue Jan 21, 2025'],
      plans: [{ id: 'p1', text: name('IEP, to Sep 30, 2025') }],
      before: [name('504 plan, to Jun 4, 2025')],
    },
    changed: nothing,
    ...(asked.has('bare') ? { label: '', years: [], groups: [] } : {}),
    ...change,
  })
}

const done = (query: FillQuery) =>
  Promise.resolve(
    fillView(query, {
      frame: frame({ did: 'changed a school year', saved: '2:14 pm', undo: 'changed a school year' }),
      changed: {
        lead: 'This therapy date changed',
        rows: [
          {
            on: { iso: '2024-11-11', text: 'Mon Nov 11, 2024' },
            text: name('Speech, 10:00 am'),
            how: 'left',
            why: 'off the schedule: ' + name('Veterans Day'),
          },
        ],
      },
    }),
  )

export const year = {
  View: (query: FillQuery) => Promise.resolve(fillView(query)),
  Undo: (query: FillQuery) => Promise.resolve(fillView(query)),
  Redo: (query: FillQuery) => Promise.resolve(fillView(query)),
  AddUsual: (query: FillQuery, _ticked: UsualTick[]) => done(query),
  AddText: (query: FillQuery, _picks: PastedPick[]) => done(query),
  Guess: (query: FillQuery, _plans: string[]) => done(query),
  Real: (query: FillQuery) => done(query),
}
