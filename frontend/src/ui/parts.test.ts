import { render, screen } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { Failure, Refusal } from '$lib/trouble'
import { markup } from '../dev/snippet'
import Banner from './Banner.svelte'
import Bar from './Bar.svelte'
import Button from './Button.svelte'
import Card from './Card.svelte'
import Facts from './Facts.svelte'
import FailureLine from './FailureLine.svelte'
import Fold from './Fold.svelte'
import Glyph, { states } from './Glyph.svelte'
import Table from './Table.svelte'
import Typed from './Typed.svelte'

test('a button that waits for an answer keeps the focus and does nothing', async () => {
  const onclick = vi.fn()
  const { rerender } = render(Button, { busy: true, onclick, children: markup('<span>Happened</span>') })
  const button = screen.getByRole('button', { name: 'Happened' })
  await userEvent.click(button)
  expect(onclick).not.toHaveBeenCalled()
  expect(document.activeElement).toBe(button)
  await rerender({ busy: false })
  await userEvent.click(button)
  expect(onclick).toHaveBeenCalledTimes(1)
})

test('a card is named by its heading', () => {
  render(Card, { title: 'Next dates', children: markup('<p>none</p>') })
  expect(screen.getByRole('region', { name: 'Next dates' })).toBeTruthy()
})

test('a very long name is cut, and all of it can be had', async () => {
  const text = 'x'.repeat(10_000)
  render(Typed, { text, limit: 20, more: true })
  expect(screen.getByText('x'.repeat(20) + '…').tagName).toBe('BDI')
  await userEvent.click(screen.getByRole('button', { name: 'Show all of it' }))
  expect(screen.getByText(text)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Show less' }))
  expect(screen.queryByText(text)).toBeNull()
})

test('markup in a name is text', () => {
  render(Typed, { text: '<img src=x onerror=alert(1)>' })
  expect(screen.getByText('<img src=x onerror=alert(1)>')).toBeTruthy()
  expect(document.querySelector('img')).toBeNull()
})

test('trouble is read out at once, information is not', () => {
  render(Banner, { tone: 'trouble', title: 'Nothing was changed.' })
  render(Banner, { tone: 'info', title: 'Sample family' })
  expect(screen.getAllByRole('alert')).toHaveLength(1)
})

test('what was refused is said with what it left alone', async () => {
  const { rerender } = render(FailureLine, { failure: undefined })
  expect(screen.queryByRole('alert')).toBeNull()
  await rerender({ failure: new Refusal('no_such', '', {}, 'there is no such service') })
  expect(screen.getByRole('alert').textContent).toMatch(/Nothing was changed\..*there is no such service/s)
  await rerender({ failure: new Failure('Nothing was changed. Please try again.') })
  expect(screen.getByRole('alert').textContent?.match(/Nothing was changed/g)).toHaveLength(1)
})

test('more is behind a fold', async () => {
  render(Fold, { title: 'More reasons', children: markup('<p>no room</p>') })
  const fold = screen.getByRole('group') as HTMLDetailsElement
  expect(fold.open).toBe(false)
  await userEvent.click(screen.getByText('More reasons'))
  expect(fold.open).toBe(true)
})

test('facts without words are left out', () => {
  render(Facts, {
    facts: [
      { name: 'School', text: 'Maple' },
      { name: 'Grade', text: '' },
    ],
  })
  expect(screen.getByText('Maple')).toBeTruthy()
  expect(screen.queryByText('Grade')).toBeNull()
})

test('a table scrolls by itself and has a name', () => {
  render(Table, { caption: 'Sessions of March', children: markup('<tr><td>30</td></tr>') })
  expect(screen.getByRole('region', { name: 'Sessions of March' }).tabIndex).toBe(0)
})

test.each([
  [0, 0, '0%'],
  [30, 120, '25%'],
  [200, 100, '100%'],
])('a bar of %i out of %i is %s wide', (value, of, width) => {
  const { container } = render(Bar, { value, of })
  expect(container.querySelector<HTMLElement>('.bar div')!.style.width).toBe(width)
})

test('every state but none has a picture of its own, hidden from the ear', () => {
  const pictures = states.map((state) => render(Glyph, { state }).container.querySelector('svg')!)
  expect(pictures.every((picture) => picture.getAttribute('aria-hidden') === 'true')).toBe(true)
  expect(new Set(pictures.map((picture) => picture.innerHTML.replaceAll(/<!--.*?-->/g, ''))).size).toBe(
    states.length,
  )
})
