import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { frame } from '$lib/frame.svelte'
import { router } from '$lib/router.svelte'
import type { FillQuery } from '$lib/views/year'
import { bind, refusal } from '../../dev/go'
import { fillView, year as answers } from '../../dev/year'
import Year from './Year.svelte'

const query: FillQuery = { child: '', calendar: 'y1', state: '', text: '' }

beforeEach(() => {
  frame.reset()
  router.replace('year', 'y1')
})

const shown = async (way = 'usual') => {
  router.replace('year', 'y1', way)
  const go = bind('Year', answers)
  render(Year)
  await screen.findByRole('heading', { level: 1, name: 'Fill in the school year' })
  await screen.findByRole('group', { name: 'How to fill it in' })
  return go
}

test('nothing is ticked at the start, and what is ticked is added in one deed', async () => {
  const go = await shown()
  const boxes = screen.getAllByRole<HTMLInputElement>('checkbox')
  expect(boxes.map((box) => box.checked)).toEqual([false, false])
  await userEvent.click(screen.getByRole('checkbox', { name: /Columbus Day/ }))
  await userEvent.click(screen.getByRole('button', { name: 'Add the 1 ticked entry' }))
  expect(go.AddUsual).toHaveBeenCalledWith(query, [{ id: '2024-10-14', first: '', last: '' }])
  const heading = await screen.findByRole('heading', { name: 'This therapy date changed' })
  await waitFor(() => expect(document.activeElement?.contains(heading)).toBe(true))
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /Columbus Day/ }).checked).toBe(false)
})

test('a day that is closed already cannot be ticked', async () => {
  await shown()
  expect(screen.queryByRole('checkbox', { name: /Thanksgiving/ })).toBeNull()
  expect(screen.getByText('closed already: Fall break')).toBeTruthy()
})

test('a break that asks for its days is refused at its field, and stays ticked', async () => {
  await shown()
  bind('Year', {
    ...answers,
    AddUsual: () => {
      throw refusal('missing', 'first', 'this is missing; add it')
    },
  })
  await userEvent.click(screen.getByRole('checkbox', { name: /Spring break/ }))
  await userEvent.click(screen.getByRole('button', { name: 'Add the 1 ticked entry' }))
  expect(await screen.findByText('this is missing; add it')).toBeTruthy()
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('First day off')))
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /Spring break/ }).checked).toBe(true)
})

test('pasted text is read line by line, and only what is ticked is added', async () => {
  const go = await shown('text')
  await fireEvent.input(screen.getByLabelText('Dates from the school'), { target: { value: 'Nov 11' } })
  expect(go.View).toHaveBeenCalledTimes(1)
  await userEvent.click(screen.getByRole('button', { name: 'Read the dates' }))
  expect(go.View).toHaveBeenLastCalledWith({ ...query, text: 'Nov 11' })
  expect(await screen.findByText(/Line 3: no day was found/)).toBeTruthy()
  const kinds = screen.getAllByRole('combobox', { name: /What is it/ })
  await userEvent.selectOptions(kinds[0]!, 'Short day')
  await userEvent.click(screen.getByRole('button', { name: 'Add these days' }))
  expect(go.AddText).toHaveBeenCalledWith({ ...query, text: 'Nov 11' }, [
    { id: '1/2024-11-11/2024-11-11', kind: 'short', from: '', until: '' },
  ])
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Add these days' })).toBeNull())
  expect(screen.getByLabelText<HTMLTextAreaElement>('Dates from the school').value).toBe('Nov 11')
})

test('a plan follows the guess only when it is ticked', async () => {
  const go = await shown('next')
  const row = screen.getByRole('row', { name: /Labor Day/ })
  expect(within(row).getByText('last year Mon Sep 2, 2024')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Add this guess' }))
  expect(go.Guess).toHaveBeenLastCalledWith(query, [])
  await userEvent.click(screen.getByRole('checkbox', { name: /IEP/ }))
  await userEvent.click(screen.getByRole('button', { name: 'Add this guess' }))
  expect(go.Guess).toHaveBeenLastCalledWith(query, ['p1'])
})

test('a guess says so and can become the real year', async () => {
  const go = bind('Year', {
    ...answers,
    View: () => fillView({}, { guess: 'This year is a guess, made from 2023-24' }),
  })
  render(Year)
  await userEvent.click(await screen.findByRole('button', { name: 'These are the real days now' }))
  expect(go.Real).toHaveBeenCalledWith(query)
  await waitFor(() => expect(screen.queryByText(/is a guess, made/)).toBeNull())
})

test('without a school year the page says what comes first', async () => {
  bind('Year', { ...answers, View: () => fillView({}, { label: '', years: [] }) })
  render(Year)
  await userEvent.click(await screen.findByRole('button', { name: 'Go to School years' }))
  await waitFor(() => expect(location.hash).toBe('#/family/years'))
})
