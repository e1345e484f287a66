import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import Toasts from './Toasts.svelte'
import { said } from './toast'

test('what was done is said, with a way back', async () => {
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: vi.fn(),
    removeEventListener: vi.fn(),
  }))
  render(Toasts, { theme: 'light' })
  const back = vi.fn()
  said('Marked 2 sessions given', 10, { label: 'Undo', act: back })
  await waitFor(() => expect(screen.getByText('Marked 2 sessions given')).toBeTruthy())
  expect(screen.getByRole('button', { name: 'Close this message' })).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
  expect(back).toHaveBeenCalledTimes(1)

  said('Marked 3 sessions missed', 10)
  await waitFor(() => expect(screen.queryByText('Marked 2 sessions given')).toBeNull())
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
})
