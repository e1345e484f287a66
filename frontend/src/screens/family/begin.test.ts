import { configure, render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { frame } from '$lib/frame.svelte'
import { router } from '$lib/router.svelte'
import type { ChildView, FamilyView } from '$lib/views/family'
import { stepsOf } from '../../dev/begin'
import { familyView } from '../../dev/family'
import { bind } from '../../dev/go'
import Begin from './Begin.svelte'
import { beside, childOf, reached } from './begin/begin'
import { drafts, keyOf } from './drafts'

configure({ asyncUtilTimeout: 5000 })
const user = userEvent.setup()
const whole = familyView()
const [nora, theo] = whole.children as [ChildView, ChildView]
const plan = nora.plans[0]!
const bare = { ...nora, plans: [] }

/** A record at a step, with so much of it as is given. */
function at(step: string, child: ChildView = bare, calendars: FamilyView['calendars'] = []): FamilyView {
  const begin = stepsOf(child, calendars, step)
  return familyView({
    frame: { ...frame.now, begin: step && `c1/${step}` },
    children: [{ ...child, begin }],
    calendars,
  })
}

const button = (name: string | RegExp) => screen.findByRole('button', { name })

beforeEach(() => {
  frame.reset()
  router.replace('begin')
  for (const place of ['school/c1', 'plan/new/c1', 'service/new/p1', 'request/new/c1'])
    drafts.drop(keyOf(place))
})

test('each step is saved at once, and the next one opens', { timeout: 30_000 }, async () => {
  const years = whole.calendars
  let view = at('child')
  const go = bind('Family', {
    View: () => view,
    SaveSchool: () => (view = at('child', bare, years)),
    SavePlan: () => (view = at('kind', { ...bare, plans: [{ ...plan, services: [] }] }, years)),
    SaveService: () => (view = at('services', nora, years)),
    Reach: (_child: string, _of: string, step: string) => (view = at(step, view.children[0], view.calendars)),
  })
  render(Begin)
  expect((await screen.findByRole('heading', { level: 1 })).textContent).toContain('About')
  await user.type(screen.getByLabelText(/^First day of school/), '2024-08-12')
  await user.type(screen.getByLabelText(/^Last day of school/), '2025-06-04')
  await user.click(await button('Next: the plan'))
  const [, school] = go.SaveSchool!.mock.calls[0] as [string, { child: object; year: object }]
  expect(school.child).toMatchObject({ id: 'c1', state: 'TX' })
  expect(school.year).toMatchObject({ id: '', first: '2024-08-12', last: '2025-06-04' })

  await user.click(await screen.findByRole('radio', { name: 'IEP' }))
  expect(screen.getByLabelText(/^First day of the plan/)).toHaveProperty('value', '8/12/2024')
  await user.click(await button('Next: what it promises'))
  expect(go.SavePlan!.mock.calls[0]![1]).toMatchObject({ kind: 'IEP', calendars: ['y1'], child: 'c1' })

  await user.click(await screen.findByRole('radio', { name: 'Speech' }))
  await user.type(screen.getByLabelText('How many sessions'), '2')
  await user.type(screen.getByLabelText('Minutes of one session'), '30')
  await user.click(screen.getByRole('checkbox', { name: 'Tuesday' }))
  await user.click(await button('Save and go on'))
  expect(await screen.findByRole('heading', { name: 'When is school closed?' })).toBeTruthy()
  await user.click(await button('Next: what was understood'))
  expect(await screen.findByText('77 sessions, 2,310 minutes')).toBeTruthy()
  await user.click(await button('Go to Today'))
  expect(go.Reach!.mock.calls.map(([, , step]) => step)).toEqual([
    'kind',
    'services',
    'calendar',
    'understood',
    '',
  ])
})

test('one more service can be added without leaving the step', async () => {
  let view = at('services', { ...bare, plans: [{ ...plan, services: [] }] })
  const go = bind('Family', { View: () => view, SaveService: () => (view = at('services', nora)) })
  render(Begin)
  await user.click(await screen.findByRole('radio', { name: 'Speech' }))
  await user.click(screen.getByRole('radio', { name: 'It names no amount' }))
  await user.click(await button('Save and add another'))
  expect(go.SaveService).toHaveBeenCalledTimes(1)
  await waitFor(() => expect(screen.getByRole('radio', { name: 'Speech' })).toHaveProperty('checked', false))
  expect(screen.getByText(/^3 sessions of 20 minutes a week/)).toBeTruthy()
})

test('a plan is chosen, or the record begins with dates', async () => {
  let view = at('kind')
  const go = bind('Family', { View: () => view, Reach: () => (view = at('child')) })
  render(Begin)
  await user.click(await button('Next: what it promises'))
  expect(await screen.findByText('Choose one of these. It can be changed later.')).toBeTruthy()
  await user.click(screen.getByRole('radio', { name: /the school said no/ }))
  await user.click(await button('Next: the dates'))
  expect(go.Reach).toHaveBeenCalledWith('', 'c1', 'dates')
})

test('the steps that were come by can be gone back to, those ahead not', () => {
  const begin = stepsOf({ ...bare, plans: [plan] }, whole.calendars, 'services')
  expect(begin.steps.map(({ id }) => reached(begin, id))).toEqual([true, true, true, true, false])
  expect([beside(begin, -1), beside(begin, 1)]).toEqual(['kind', 'calendar'])
  expect(beside({ ...begin, at: 'child' }, -1)).toBe('')
})

test('the child of the address comes before the one that was left, and that before a new one', () => {
  const fresh = { ...theo, plans: [] }
  const view = familyView({ children: [nora, fresh], frame: { ...frame.now, begin: 'c1/kind' } })
  expect(childOf(view, 'c2')?.form.id).toBe('c2')
  expect(childOf(view, '')?.form.id).toBe('c1')
  expect(childOf({ ...view, frame: frame.now }, '')?.form.id).toBe('c2')
})
