import { configure, render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { frame } from '$lib/frame.svelte'
import { router } from '$lib/router.svelte'
import type { ChildView, RequestView } from '$lib/views/family'
import { beginView } from '../../dev/begin'
import { familyView } from '../../dev/family'
import { bind, refusal } from '../../dev/go'
import { blankRequest } from './blank'
import { drafts, keyOf } from './drafts'
import Family from './Family.svelte'

configure({ asyncUtilTimeout: 5000 })
const user = userEvent.setup()
const [nora] = familyView().children as [ChildView]

const spoken: RequestView = {
  form: {
    ...blankRequest('c1'),
    id: 'r1',
    sent: '2026-09-03',
    received: '2026-09-03',
    way: 'oral',
    text: 'at the gate',
  },
  title: 'An evaluation for special education',
  when: 'Asked on Thu Sep 3, 2026, by word of mouth',
  answer: 'No answer is written down yet',
  spoken: true,
  counts: [
    {
      what: 'Evaluation done',
      on: 'Sun Nov 22, 2026',
      in: 'in 59 days',
      how: '60 calendar days from Wed Sep 23, 2026',
      source: '34 CFR 300.301(c)(1). Confirm with your state.',
      open: 'A state may set its own time instead.',
    },
  ],
}

function view(requests: RequestView[], plans: ChildView['plans'] = []) {
  const child = { ...nora, plans, begin: beginView({ before: true }), dates: { requests, meetings: [] } }
  return familyView({ frame: { ...frame.now }, children: [child] })
}

beforeEach(() => {
  frame.reset()
  router.replace('family', 'dates')
  for (const place of ['request/new/c1', 'request/confirm/r1', 'meeting/new/c1']) drafts.drop(keyOf(place))
})

test('a count stands with its rule, and what that leaves open', async () => {
  bind('Family', { View: () => view([spoken]) })
  render(Family)
  const said = (await screen.findByText('Evaluation done')).closest('li')!
  for (const text of [
    /counted to Sun Nov 22, 2026/,
    /in 59 days/,
    /^60 calendar days/,
    /Confirm with your state/,
    /^Left open:/,
  ])
    expect(within(said).getAllByText(text).length).toBeGreaterThan(0)
})

test('a request by word of mouth can be put in writing, with the same words', async () => {
  const go = bind('Family', {
    View: () => view([spoken]),
    SaveRequest: () => view([{ ...spoken, spoken: false }]),
  })
  render(Family)
  await user.click(await screen.findByRole('button', { name: 'We put it in writing' }))
  await user.type(screen.getByLabelText('Day you asked'), '2026-09-08')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(go.SaveRequest!.mock.calls[0]![1]).toMatchObject({
    id: '',
    kind: 'evaluation',
    way: 'written',
    sent: '2026-09-08',
    text: 'at the gate',
  })
})

test('a consent is signed, and asks whether it was followed', async () => {
  bind('Family', { View: () => view([]) })
  render(Family)
  await user.click(await screen.findByRole('button', { name: 'Add a request' }))
  expect(screen.getByRole('group', { name: 'How did you ask?' })).toBeTruthy()
  await user.click(screen.getByRole('radio', { name: 'No' }))
  expect(screen.getByLabelText(/^On which day\?/)).toBeTruthy()
  await user.click(screen.getByRole('radio', { name: 'By word of mouth' }))
  expect(screen.queryByLabelText(/^Day it arrived/)).toBeNull()
})

test('a day that is refused is said at its field', async () => {
  const refused = refusal('not_yet', 'received_on', 'that day has not come yet')
  bind('Family', { View: () => view([]), SaveRequest: () => Promise.reject(refused) })
  render(Family)
  await user.click(await screen.findByRole('button', { name: 'Add a request' }))
  await user.click(screen.getByRole('button', { name: 'Save' }))
  const day = await screen.findByLabelText(/^Day it arrived/)
  expect(day.getAttribute('aria-invalid')).toBe('true')
})

test('when the plan comes, its step opens', async () => {
  const go = bind('Family', { View: () => view([spoken]), Reach: () => view([spoken]) })
  render(Family)
  await user.click(await screen.findByRole('button', { name: 'The plan is here' }))
  expect(go.Reach).toHaveBeenCalledWith('', 'c1', 'kind')
  expect(location.hash).toBe('#/begin/c1')
})
