import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { drops } from '$lib/drops'
import { frame } from '$lib/frame.svelte'
import { router } from '$lib/router.svelte'
import type { PaperForm, PaperRow, PaperSheet, PapersQuery, PapersView } from '$lib/views/papers'
import { frame as framed } from '../../dev/common'
import { bind, refusal } from '../../dev/go'
import Papers from './Papers.svelte'

const row = (id: string, change: Partial<PaperRow> = {}): PaperRow => ({
  id,
  name: `${id}.pdf`,
  kind: 'PDF',
  size: '2.1 MB',
  added: { iso: '2025-03-20', text: 'Thu Mar 20, 2025' },
  of: [],
  note: '',
  show: 'pdf',
  trouble: '',
  ...change,
})

const view = (change: Partial<PapersView> = {}): PapersView => ({
  frame: framed(),
  query: { child: '', noun: '', id: '' },
  of: '',
  rows: [],
  lead: '',
  warning: '',
  loose: '',
  untaken: [],
  entries: [{ id: 'plan p1', text: 'IEP' }],
  ...change,
})

/** Opens the screen on answers of Go. */
function show(answers: Record<string, (...args: never[]) => unknown>, hash = '#/papers') {
  location.hash = hash
  router.start(() => null)
  const go = bind('Papers', answers)
  render(Papers, { target: document.body.appendChild(document.createElement('main')) })
  return go
}

beforeEach(() => {
  frame.reset()
  document.body.replaceChildren()
  vi.stubGlobal('scrollTo', vi.fn())
})

test('files are attached from the empty list, and what was not taken is told', async () => {
  const rows = [row('a')]
  const untaken = [{ name: 'film.mov', text: 'this file is larger than 50 MB' }]
  const go = show({ View: () => view(), Add: () => view({ rows, untaken }) })
  await userEvent.click(await screen.findByRole('button', { name: 'Attach files…' }))
  expect(await screen.findByRole('link', { name: 'a.pdf' })).toBeTruthy()
  expect(screen.getByRole('alert').textContent).toContain('film.mov: this file is larger than 50 MB')
  expect(go.Add).toHaveBeenCalledWith({ child: '', noun: '', id: '' })
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 })))
})

test('the list of one entry asks for that entry', async () => {
  const go = show(
    { View: (query: PapersQuery) => view({ query, of: 'Speech', rows: [row('a')] }) },
    '#/papers/of/service/c1%2Fsp',
  )
  expect((await screen.findByText('Attached to:', { exact: false })).textContent).toContain('Speech')
  expect(go.View).toHaveBeenLastCalledWith({ child: '', noun: 'service', id: 'c1/sp' })
})

test('a name is text, and what belongs together is linked', async () => {
  const of = [
    { key: 'session s1', text: 'Speech, Tue Mar 11, 2025', to: '#/log/all/year/2024-25/open/s1' },
    { key: 'meeting m1', text: 'An entry that is not here any more', to: '' },
  ]
  show({ View: () => view({ rows: [row('a', { name: '<img src=x onerror=alert(1)>', of })] }) })
  expect(await screen.findByRole('link', { name: '<img src=x onerror=alert(1)>' })).toBeTruthy()
  expect(document.querySelector('img')).toBeNull()
  expect(screen.getByRole('link', { name: /^Speech/ }).getAttribute('href')).toBe(
    '#/log/all/year/2024-25/open/s1',
  )
  expect(screen.queryByRole('link', { name: /not here any more/ })).toBeNull()
})

test('a name is needed; links are added and left out', async () => {
  const of = [{ key: 'child c1', text: 'Nora', to: '#/family/child/c1' }]
  let refused = true
  const go = show({
    View: () => view({ rows: [row('a', { of })] }),
    Save: () => {
      if (refused) throw refusal('missing', 'name', 'this is needed')
      return view({ rows: [row('a')] })
    },
  })
  await userEvent.click(await screen.findByRole('button', { name: 'Change: a.pdf' }))
  const dialog = within(await screen.findByRole('dialog'))
  await userEvent.clear(dialog.getByLabelText('Name'))
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }))
  expect(await dialog.findByText('this is needed')).toBeTruthy()
  refused = false
  await userEvent.type(dialog.getByLabelText('Name'), 'IEP')
  await userEvent.click(dialog.getByLabelText('Nora'))
  await userEvent.selectOptions(dialog.getByLabelText('Also belongs to'), 'plan p1')
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }))
  const form: PaperForm = { id: 'a', name: 'IEP', note: '', of: ['plan p1'] }
  await waitFor(() => expect(go.Save).toHaveBeenLastCalledWith({ child: '', noun: '', id: '' }, form))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('a picture is shown by its id once its bytes were checked', async () => {
  const picture = row('a', { name: 'scan.png', show: 'image' })
  let answer: (sheet: PaperSheet) => void = () => undefined
  const Look = () => new Promise<PaperSheet>((done) => (answer = done))
  show({ View: () => view({ rows: [picture] }), Look }, '#/papers/show/a')
  expect(await screen.findByText('Looking at the file…')).toBeTruthy()
  expect(screen.queryByRole('img')).toBeNull()
  answer({ show: 'image', trouble: '', whole: true })
  const shown = await screen.findByRole('img', { name: 'scan.png' })
  expect(shown.getAttribute('src')).toBe('/paper/a')
  await userEvent.click(screen.getByRole('button', { name: 'Larger' }))
  expect(shown.style.width).toBe('125%')
  await userEvent.keyboard('0')
  expect(shown.style.width).toBe('100%')
})

test.each([
  ['', 'This kind of file is kept, not shown', 'it is kept'],
  ['pdf', 'This file cannot be shown', 'It is damaged.'],
])('a file of the kind "%s" that cannot be shown says so', async (kind, title, trouble) => {
  show(
    {
      View: () => view({ rows: [row('a', { show: kind })] }),
      Look: () => ({ show: '', trouble, whole: !kind }),
    },
    '#/papers/show/a',
  )
  expect(await screen.findByRole('heading', { level: 2, name: title })).toBeTruthy()
  if (kind) expect(screen.getByText(trouble)).toBeTruthy()
  expect(screen.queryAllByRole('button', { name: 'Save a copy…' })).toHaveLength(kind ? 0 : 1)
})

test('what is dropped on the window is taken, also before the list was open', async () => {
  expect(drops.fell()).toBe(false)
  const go = show({ View: () => view(), TakeDropped: () => view({ rows: [row('a')] }) })
  expect(await screen.findByRole('link', { name: 'a.pdf' })).toBeTruthy()
  expect(go.TakeDropped).toHaveBeenCalledTimes(1)
  expect(drops.fell()).toBe(true)
  await waitFor(() => expect(go.TakeDropped).toHaveBeenCalledTimes(2))
})
