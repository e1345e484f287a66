import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { frame } from '$lib/frame.svelte'
import type { CopiesView, CopyPreview, CopyRow } from '$lib/views/copies'
import { frame as framed } from '../../dev/common'
import { bind, refusal } from '../../dev/go'
import Copies from './Copies.svelte'

const row = (name: string, change: Partial<CopyRow> = {}): CopyRow => ({
  name,
  when: `Sun Nov 22, 2026, ${name} pm`,
  why: 'You asked for it',
  where: 'On this computer',
  holds: '12 entries and changes',
  size: '272 KB',
  checked: 'Read back at once and found whole',
  stays: false,
  trouble: '',
  ...change,
})

const none = { title: '', text: '', advice: [] }

const view = (change: Partial<CopiesView> = {}): CopiesView => ({
  frame: framed(),
  lead: 'The last safe copy was made today.',
  sample: '',
  trouble: '',
  undo: '',
  left: '',
  cloud: none,
  rows: [row('6:40'), row('6:10')],
  lies: 'They lie in the data folder.',
  second: { folder: '', says: 'none so far', late: false, away: '', failed: '', cloud: none },
  drill: 'No copy was read back as a trial so far.',
  untaken: [],
  ...change,
})

const preview: CopyPreview = {
  row: row('6:40'),
  entries: ['Session: 212'],
  first: 'Tue Sep 1, 2026',
  last: 'Fri Nov 20, 2026',
  missing: ['Note: 1'],
  says: ['Not in this copy: 1 entry of what stands here now.'],
}

/** Opens the screen on answers of Go. */
function show(answers: Record<string, (...args: never[]) => unknown>) {
  const go = bind('Copies', answers)
  render(Copies, { target: document.body.appendChild(document.createElement('main')) })
  return go
}

beforeEach(() => {
  frame.reset()
  document.body.replaceChildren()
  vi.stubGlobal('scrollTo', vi.fn())
})

test('a copy is looked at, brought back, and the way back has the focus', async () => {
  const go = show({
    View: () => view(),
    Preview: () => preview,
    Restore: () => view({ undo: 'You brought back the copy.' }),
    Unrestore: () => view(),
  })
  await userEvent.click(
    await screen.findByRole('button', { name: 'Restore the copy of Sun Nov 22, 2026, 6:40 pm…' }),
  )
  const dialog = await screen.findByRole('dialog')
  for (const text of ['Session: 212', 'Note: 1', 'Tue Sep 1, 2026 to Fri Nov 20, 2026'])
    expect(within(dialog).getByText(text)).toBeTruthy()
  expect(go.Restore).not.toHaveBeenCalled()
  await userEvent.click(within(dialog).getByRole('button', { name: 'Restore' }))
  expect(go.Restore).toHaveBeenCalledWith('', '6:40', '')
  const undo = await screen.findByRole('button', { name: 'Undo the restore' })
  await waitFor(() => expect(document.activeElement).toBe(undo))
  await userEvent.keyboard('{Enter}')
  expect(go.Unrestore).toHaveBeenCalledWith('', '')
})

test('a copy from before a new key asks for the secret of its time, and goes on with it', async () => {
  const go = show({
    View: () => view(),
    Preview: (_name: string, secret: string) => {
      if (secret === '') throw refusal('copy_key', '', 'locked with an earlier key')
      if (secret !== 'orbit maple') throw refusal('wrong_passphrase', 'secret', 'this does not open it')
      return preview
    },
    Restore: () => view(),
  })
  const [first] = await screen.findAllByRole('button', { name: /^Restore the copy/ })
  await userEvent.click(first as HTMLElement)
  const field = await screen.findByLabelText('Passphrase or recovery key')
  expect(field.getAttribute('type')).toBe('password')
  await userEvent.type(field, 'orbit{Enter}')
  expect(await screen.findByText('this does not open it')).toBeTruthy()
  await userEvent.type(field, ' maple{Enter}')
  await userEvent.click(await screen.findByRole('button', { name: 'Restore' }))
  expect(go.Restore).toHaveBeenCalledWith('', '6:40', 'orbit maple')
})

test('a damaged copy says so and cannot be brought back', async () => {
  show({ View: () => view({ rows: [row('6:40', { trouble: 'this safe copy is damaged' })] }) })
  expect(await screen.findByText(/this safe copy is damaged/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: /^Restore the copy/ })).toBeNull()
})

test('many copies stand behind a button, which moves the focus on', async () => {
  show({ View: () => view({ rows: Array.from({ length: 9 }, (_, at) => row(`${at}`)) }) })
  expect(await screen.findAllByRole('button', { name: /^Restore the copy/ })).toHaveLength(6)
  await userEvent.click(screen.getByRole('button', { name: 'Show all 9' }))
  const all = await screen.findAllByRole('button', { name: /^Restore the copy/ })
  expect(all).toHaveLength(9)
  await waitFor(() => expect(document.activeElement).toBe(all[6]))
})

test('a passphrase that is refused says so at its field, and is not kept once it is used', async () => {
  let tries = 0
  const go = show({
    View: () => view(),
    Portable: () => {
      if (tries++ === 0) throw refusal('not_the_same', 'again', 'this is not the same as above')
      return view()
    },
  })
  await userEvent.click(await screen.findByRole('button', { name: 'Take everything with you…' }))
  await userEvent.type(screen.getByLabelText('Passphrase for this file'), 'orbit maple seventeen')
  await userEvent.click(screen.getByRole('button', { name: 'Choose where to save…' }))
  const again = screen.getByLabelText('The same once more')
  await waitFor(() => expect(document.activeElement).toBe(again))
  await userEvent.type(again, 'orbit maple seventeen')
  await userEvent.click(screen.getByRole('button', { name: 'Choose where to save…' }))
  expect(go.Portable).toHaveBeenLastCalledWith('', {
    passphrase: 'orbit maple seventeen',
    again: 'orbit maple seventeen',
  })
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  screen.getByRole('button', { name: 'Take everything with you…', hidden: true }).click()
  expect((await screen.findByLabelText<HTMLInputElement>('Passphrase for this file')).value).toBe('')
})

test('a stick that is not there is said calmly, and nothing is tried', async () => {
  const second = {
    folder: '/media/stick',
    says: '12 days ago',
    late: false,
    away: 'Plug it in.',
    failed: '',
    cloud: none,
  }
  show({ View: () => view({ second }) })
  expect(await screen.findByText('Plug it in.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Copy there now' })).toBeNull()
  expect(screen.queryByRole('alert')).toBeNull()
})

test('the sample family has no copies, and can be taken along', async () => {
  show({ View: () => view({ sample: 'It is made up.', rows: [] }) })
  expect(await screen.findByText('It is made up.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Make a copy now' })).toBeNull()
  expect(screen.getByRole('button', { name: 'Take everything with you…' })).toBeTruthy()
})
