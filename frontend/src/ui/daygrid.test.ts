import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import './DayGrid.svelte'
import DayInput from './DayInput.svelte'

// Nothing has a place here, and what floats without one is hidden: hence no roles.

/** The field with its calendar open. */
async function calendar(props: {
  value: string
  min?: string
  max?: string
  onpick?: (iso: string) => void
}) {
  render(DayInput, { label: 'On', ...props })
  await userEvent.click(screen.getByRole('textbox'))
  await userEvent.keyboard('{ArrowDown}')
  return within(await screen.findByLabelText('On', { selector: '[role=dialog]' }))
}

test('a day is chosen from the calendar by keyboard, and the field has the focus again', async () => {
  const onpick = vi.fn()
  const grid = await calendar({ value: '3/11/2025', onpick })
  const day = grid.getByLabelText(/March 11, 2025/)
  await waitFor(() => expect(document.activeElement).toBe(day))
  await userEvent.keyboard('{ArrowDown}{Enter}')
  expect(onpick).toHaveBeenLastCalledWith('2025-03-18')
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox')))
  expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('3/18/2025')
  await waitFor(() => expect(document.querySelector('[role=dialog]')).toBeNull())
})

test('Escape closes the calendar and changes nothing', async () => {
  const onpick = vi.fn()
  await calendar({ value: '2025-03-11', onpick })
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(document.querySelector('[role=dialog]')).toBeNull())
  expect(document.activeElement).toBe(screen.getByRole('textbox'))
  expect(onpick).not.toHaveBeenCalled()
})

test('the calendar offers the days between the first and the last, and opens there', async () => {
  const onpick = vi.fn()
  const grid = await calendar({ value: 'soon', min: '2024-08-12', max: '2024-08-20', onpick })
  await userEvent.click(grid.getByLabelText(/August 9, 2024/))
  await userEvent.click(grid.getByLabelText(/August 21, 2024/))
  expect(onpick).not.toHaveBeenCalled()
  await userEvent.click(grid.getByLabelText(/August 12, 2024/))
  expect(onpick).toHaveBeenCalledExactlyOnceWith('2024-08-12')
})
