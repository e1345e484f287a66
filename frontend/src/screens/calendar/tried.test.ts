import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { router } from '$lib/router.svelte'
import type { CalendarQuery } from '$lib/views/calendar'
import { schoolYear } from '../../dev/calendar'
import { bind } from '../../dev/go'
import Calendar from './Calendar.svelte'

test('a try is asked for by the address, said above the year, and ended', async () => {
  vi.stubGlobal('scrollTo', vi.fn())
  location.hash = '#/calendar/2024-25/month?days=TU,WE'
  const stop = router.start(() => null)
  const go = bind('Calendar', {
    View: ({ tried }: CalendarQuery) => ({
      ...schoolYear(),
      months: schoolYear().months.slice(0, 1),
      tried: { text: tried.length > 0 ? 'Shown: Tuesday and Wednesday, as a try.' : '', lead: '' },
    }),
  })
  render(Calendar, { target: document.body.appendChild(document.createElement('main')) })
  expect(await screen.findByText('Shown: Tuesday and Wednesday, as a try.')).toBeTruthy()
  expect(go.View).toHaveBeenLastCalledWith({ child: '', year: '2024-25', tried: ['TU', 'WE'] })
  await userEvent.click(screen.getByRole('radio', { name: 'Week' }))
  expect(location.hash).toMatch(/^#\/calendar\/2024-25\/week.*\?days=TU,WE$/)
  await userEvent.click(screen.getByRole('button', { name: 'Stop showing' }))
  await waitFor(() => expect(screen.queryByText(/^Shown/)).toBeNull())
  expect(document.activeElement?.tagName).toBe('H1')
  expect(location.hash).toMatch(/^#\/calendar\/2024-25\/week[^?]*$/)
  stop()
})

test('the planner is one click away', async () => {
  location.hash = '#/calendar/2024-25/year?days=MO'
  const stop = router.start(() => null)
  bind('Calendar', {
    View: () => ({
      ...schoolYear(),
      months: schoolYear().months.slice(0, 1),
      tried: { text: 'Shown: Monday', lead: '' },
    }),
  })
  render(Calendar)
  await userEvent.click(await screen.findByRole('button', { name: 'Back to the planner' }))
  await waitFor(() => expect(router.screen).toBe('planner'))
  stop()
})
