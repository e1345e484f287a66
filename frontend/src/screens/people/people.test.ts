import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { frame } from '$lib/frame.svelte'
import { bind, refusal } from '../../dev/go'
import { peopleView } from '../../dev/people'
import People from './People.svelte'

const user = userEvent.setup()
const last = (calls: unknown[][] | undefined) => calls?.at(-1)?.[1]
const button = (name: string | RegExp) => screen.findByRole('button', { name })

beforeEach(() => frame.reset())

test('who is here now stands apart from who was before', { timeout: 20_000 }, async () => {
  bind('People', { View: () => peopleView() })
  render(People)
  expect(await screen.findByRole('heading', { name: 'Luis' })).toBeTruthy()
  expect(screen.getByText('until Fri Sep 13, 2024', { exact: false })).toBeTruthy()
  expect(screen.queryAllByRole('link').every((link) => link.getAttribute('href')?.startsWith('#/'))).toBe(
    true,
  )
})

test('who left and who came next are one form', { timeout: 20_000 }, async () => {
  const go = bind('People', { View: () => peopleView(), Leave: () => peopleView() })
  render(People)
  await user.click(await button(/Luis.*left/))
  await user.type(screen.getByLabelText('Last day'), '2024-11-30')
  expect(screen.queryByLabelText('Name of who came')).toBeNull()
  await user.selectOptions(screen.getByLabelText('Who came next?'), 'new')
  await user.click(await button('Save'))
  expect(await screen.findByText(/Write a name, or choose/)).toBeTruthy()
  expect(go.Leave).not.toHaveBeenCalled()
  await user.type(screen.getByLabelText('Name of who came'), 'Ann')
  await user.click(await button('Save'))
  expect(last(go.Leave?.mock.calls)).toEqual({
    contact: 'luis',
    role: 0,
    last: '2024-11-30',
    next: '',
    name: 'Ann',
    organization: '',
    first: '',
  })
  await waitFor(() => expect(screen.queryByLabelText('Last day')).toBeNull())
})

test('a refusal stands at the field of its role', { timeout: 20_000 }, async () => {
  const refused = refusal('backwards', 'roles[0].last', 'ends before it begins')
  bind('People', { View: () => peopleView(), Save: () => Promise.reject(refused) })
  render(People)
  await user.click(await button('Add a person'))
  await user.click(await button('Save'))
  expect(await screen.findByText(/Write a name, or the organization/)).toBeTruthy()
  await user.type(screen.getByLabelText('Name'), 'Ann')
  await user.click(await button('Save'))
  const until = screen.getByLabelText(/^Until/)
  await waitFor(() => expect(until.getAttribute('aria-invalid')).toBe('true'))
  expect(document.activeElement).toBe(until)
})
