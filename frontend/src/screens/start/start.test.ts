import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { frame } from '$lib/frame.svelte'
import type { StartView } from '$lib/views/frame'
import { bind, refusal } from '../../dev/go'
import First from './Start.svelte'
import { Start } from './start.svelte'

const rescue = {
  code: 'damaged',
  text: 'The file is damaged.',
  advice: 'Put a copy there.',
  folder: '/home/maria/midweek',
  anyway: '',
}
const view = (state: StartView['state']): StartView => ({
  state,
  rescue,
  door: { keys: [] },
  typed: '',
  frame: frame.now,
})

beforeEach(() => void bind('Copies', { Lying: () => ({ rows: [], chosen: { name: '', done: false } }) }))

async function open(state: StartView['state']): Promise<Start> {
  const start = new Start()
  await start.load()
  expect(start.view?.state).toBe(state)
  render(First, { start })
  return start
}

test('two names begin a record', async () => {
  const go = bind('Start', { View: () => view('fresh'), Begin: () => view('open') })
  const start = await open('fresh')
  await userEvent.type(screen.getByLabelText('Your child’s name'), ' María ')
  await userEvent.type(screen.getByLabelText('Your name'), 'Ana')
  await userEvent.click(screen.getByLabelText('Do not lock it'))
  await userEvent.click(screen.getByRole('button', { name: 'Start the record' }))
  expect(go.Begin).toHaveBeenCalledWith({ author: 'Ana', child: 'María' })
  await waitFor(() => expect(start.view?.state).toBe('open'))
})

test('a name that is missing is said at its field', async () => {
  bind('Start', {
    View: () => view('fresh'),
    Begin: () => {
      throw refusal('missing', 'child', 'this is missing; add it')
    },
  })
  await open('fresh')
  await userEvent.click(screen.getByLabelText('Do not lock it'))
  await userEvent.click(screen.getByRole('button', { name: 'Start the record' }))
  await waitFor(() =>
    expect(screen.getByLabelText('Your child’s name').getAttribute('aria-invalid')).toBe('true'),
  )
})

test('the sample family is one click away', async () => {
  const go = bind('Start', { View: () => view('fresh'), Sample: () => view('open') })
  const start = await open('fresh')
  await userEvent.click(screen.getByRole('button', { name: 'Use the sample family' }))
  expect(go.Sample).toHaveBeenCalled()
  await waitFor(() => expect(start.opened).toBe(1))
})

test('a file dialog that was closed is no trouble', async () => {
  bind('Start', { View: () => view('fresh'), OpenFile: () => view('fresh') })
  const start = await open('fresh')
  await userEvent.click(screen.getByRole('button', { name: 'Open a record file…' }))
  await userEvent.click(screen.getByRole('button', { name: 'Choose the file…' }))
  expect(start.failure).toBeUndefined()
  expect(screen.queryByRole('alert')).toBeNull()
})

test('a record that does not open says why, where, and that nothing was changed', async () => {
  const go = bind('Start', { View: () => view('rescue'), ShowFolder: () => view('rescue') })
  await open('rescue')
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Your record was not opened')
  for (const text of [rescue.text, rescue.advice, rescue.folder, 'Nothing will be written over it.'])
    expect(screen.getByText(text)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Show the folder' }))
  expect(go.ShowFolder).toHaveBeenCalled()
  expect(screen.queryByRole('button', { name: 'Start the record' })).toBeNull()
})
