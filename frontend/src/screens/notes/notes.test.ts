import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { frame } from '$lib/frame.svelte'
import type { NoteForm, NotesView, PromiseRow, RemovalRow, RemovalYear } from '$lib/views/notes'
import { bind, refusal } from '../../dev/go'
import { drafts } from './drafts'
import Notes from './Notes.svelte'

const form = (change: Partial<NoteForm> = {}): NoteForm => ({
  id: 'n1',
  child: 'c1',
  date: '2024-12-19',
  approximate: false,
  kind: 'progress',
  series: 'sp',
  side: 'before',
  break: 'winter',
  text: 'Says whole sentences.',
  saidBy: '',
  knownBy: 'saw',
  ...change,
})

const promise: PromiseRow = {
  form: {
    id: 'p1',
    child: 'c1',
    series: '',
    date: '2025-02-17',
    approximate: false,
    by: 'Dana',
    text: 'A copy of the log.',
    due: '2025-03-28',
    kept: '',
    keptOn: '',
    note: '',
  },
  child: '',
  title: '',
  said: 'Said by Dana on Mon Feb 17, 2025',
  due: 'Due Fri Mar 28, 2025',
  past: false,
  kept: 'Not known yet',
}

const removal: RemovalRow = {
  form: {
    id: 'r1',
    child: 'c1',
    start: '2025-03-05',
    end: '2025-03-06',
    kind: 'sent_home',
    partDay: false,
    note: '',
  },
  child: '',
  days: 'Wed Mar 5, 2025 to Thu Mar 6, 2025',
  kind: 'Sent home',
  comes: 'Counted: 2 school days.',
  sessions: [
    { id: 'k1', text: 'Wed Mar 5, 2025: Speech' },
    { id: 'k2', text: 'Thu Mar 6, 2025: Speech' },
  ],
  whole: true,
  reasons: [
    { id: 'other', text: 'other reason' },
    { id: 'student_suspended_1_10', text: 'suspended (first ten days)' },
  ],
}

const year: RemovalYear = {
  key: 'c1/2024-25',
  child: '',
  text: 'School year 2024-25',
  sum: '2 school days so far',
  row: 'Most in a row: 2 school days.',
  days: [{ number: 1, on: { iso: '2025-03-05', text: 'Wed Mar 5, 2025' }, why: 'sent home', ahead: false }],
  apart: [],
  rules: [],
  more: '',
}

function view(change: Partial<NotesView> = {}): NotesView {
  return {
    frame: { ...frame.now, child: 'c1', today: { iso: '2025-03-20', text: 'Thu Mar 20, 2025' } },
    lead: 'Apart from the minutes.',
    children: [{ id: 'c1', name: 'Nora', services: [{ id: 'sp', text: 'Speech' }], breaks: [] }],
    kinds: [{ id: 'note', text: 'A note' }],
    knownBy: [{ id: 'saw', text: 'I saw it' }],
    kept: [{ id: '', text: 'Not known yet' }],
    removalKinds: [{ id: 'out_of_school', text: 'Suspended' }],
    breaks: [],
    notes: [],
    promises: [],
    years: [],
    removals: [],
    ...change,
  }
}

const around = {
  key: 'c1/winter',
  child: '',
  name: 'Winter break',
  days: 'School is out.',
  ask: '',
  form: form({ id: '', text: '', side: 'after', date: '2025-01-08' }),
  gap: 'Nothing from after it.',
  before: [
    { form: form(), on: 'Thu Dec 19, 2024', child: '', kind: 'Progress', title: 'Speech', from: 'I saw it' },
  ],
  after: [],
}

beforeEach(() => {
  frame.reset()
  drafts.clear()
  location.hash = '#/notes'
})

test('without a child it leads to where one is added', async () => {
  bind('Notes', { View: () => view({ children: [] }) })
  render(Notes)
  await screen.findByRole('button', { name: 'Go to Child & services' })
  expect(screen.queryByText('What was promised')).toBeNull()
})

test('the side that is missing is written down beside the other', async () => {
  const go = bind('Notes', { View: () => view({ breaks: [around] }), SaveNote: () => view() })
  render(Notes)
  await userEvent.click(await screen.findByRole('button', { name: 'Write down what came after it' }))
  const dialog = await screen.findByRole('dialog')
  await userEvent.type(within(dialog).getByLabelText(/What did you see/), 'Two words.')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(go.SaveNote).toHaveBeenCalled())
  expect(go.SaveNote?.mock.calls[0]?.[1]).toEqual({ ...around.form, text: 'Two words.' })
})

test('a promise is answered with one click, and the focus stays with it', async () => {
  const kept = { ...promise, form: { ...promise.form, kept: 'no' }, kept: 'Not kept' }
  const go = bind('Notes', {
    View: () => view({ promises: [promise] }),
    Kept: () => view({ promises: [kept] }),
  })
  render(Notes)
  await userEvent.click(await screen.findByRole('button', { name: 'Not kept' }))
  expect(go.Kept).toHaveBeenCalledWith('c1', 'p1', 'no')
  await waitFor(() => expect(document.activeElement?.textContent).toContain('A copy of the log.'))
  expect(screen.queryByRole('button', { name: 'Partly' })).toBeNull()
})

test('of a whole day away all sessions are picked, and one can be left out', async () => {
  const go = bind('Notes', {
    View: () => view({ years: [year], removals: [removal] }),
    WriteDown: () => view({ years: [year], removals: [{ ...removal, sessions: [] }] }),
  })
  render(Notes)
  await userEvent.click(await screen.findByText('Planned in these days and not filled in'))
  await userEvent.click(screen.getByLabelText('Thu Mar 6, 2025: Speech'))
  await userEvent.selectOptions(screen.getByLabelText('Reason'), 'student_suspended_1_10')
  await userEvent.click(screen.getByRole('button', { name: 'Write down as not given' }))
  expect(go.WriteDown).toHaveBeenCalledWith('c1', ['k1'], 'student_suspended_1_10')
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Add days sent away'))
})

test('of a part of a day none is picked', async () => {
  bind('Notes', { View: () => view({ removals: [{ ...removal, whole: false }] }) })
  render(Notes)
  await userEvent.click(await screen.findByText('Planned in these days and not filled in'))
  expect(screen.getByLabelText<HTMLInputElement>('Thu Mar 6, 2025: Speech').checked).toBe(false)
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Write down as not given' }).disabled).toBe(
    true,
  )
})

test('what is refused stands at its field, which has the focus', async () => {
  bind('Notes', {
    View: () => view(),
    SaveRemoval: () => Promise.reject(refusal('backwards', 'end', 'The end lies before the start.')),
  })
  render(Notes)
  await userEvent.click(await screen.findByRole('button', { name: 'Add days sent away' }))
  const dialog = await screen.findByRole('dialog')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }))
  await within(dialog).findByText('The end lies before the start.')
  await waitFor(() => expect(document.activeElement).toBe(within(dialog).getByLabelText(/Last day/)))
})

test('what is refused at no field of the form is not lost', async () => {
  bind('Notes', {
    View: () => view(),
    SavePromise: () => Promise.reject(refusal('no_such', 'child_id', 'There is no such child.')),
  })
  render(Notes)
  await userEvent.click(await screen.findByRole('button', { name: 'Add a promise' }))
  const dialog = await screen.findByRole('dialog')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }))
  await within(dialog).findByText('There is no such child.')
})

test('a form that was left is found again, and starts over when asked', async () => {
  bind('Notes', { View: () => view() })
  render(Notes)
  await userEvent.click(await screen.findByRole('button', { name: 'Add a note' }))
  await userEvent.type(within(await screen.findByRole('dialog')).getByLabelText(/What did you see/), 'Half')
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await userEvent.click(screen.getByRole('button', { name: 'Add a note' }))
  const dialog = await screen.findByRole('dialog')
  expect(within(dialog).getByLabelText<HTMLTextAreaElement>(/What did you see/).value).toBe('Half')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Start over' }))
  expect(within(dialog).getByLabelText<HTMLTextAreaElement>(/What did you see/).value).toBe('')
})

test('an address opens the note of a break, once', async () => {
  location.hash = '#/notes?break=c1%2Fwinter'
  const { router } = await import('$lib/router.svelte')
  const stop = router.start(() => null)
  const go = bind('Notes', {
    View: () => view({ breaks: [around] }),
    SaveNote: () => view({ breaks: [around] }),
  })
  render(Notes)
  const dialog = await screen.findByRole('dialog')
  await userEvent.type(within(dialog).getByLabelText(/What did you see/), 'x')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(go.SaveNote).toHaveBeenCalledTimes(1)
  stop()
})
