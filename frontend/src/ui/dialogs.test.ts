import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { markup } from '../dev/snippet'
import ConfirmDialog from './ConfirmDialog.svelte'
import Dialog from './Dialog.svelte'
import Terms from './Terms.svelte'
import './TermText.svelte'

test('a dialog puts the focus in its first field and closes with Escape', async () => {
  const onclose = vi.fn()
  const children = markup('<p><a href="#/today">back</a><input aria-label="Note" /></p>')
  render(Dialog, { open: true, title: 'Why was it missed?', lead: 'Speech', onclose, children })
  const dialog = screen.getByRole('dialog', { name: 'Why was it missed?' })
  expect(dialog.getAttribute('aria-describedby')).toBeTruthy()
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Note')))
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(onclose).toHaveBeenCalledTimes(1)
})

test('of several radio buttons the chosen one has the focus', async () => {
  const radios = '<p><input type="radio" name="r" /><input type="radio" name="r" checked id="b" /></p>'
  render(Dialog, { open: true, title: 'Why?', children: markup(radios) })
  await waitFor(() => expect(document.activeElement?.id).toBe('b'))
})

test('a question is answered by what the button does, or left alone', async () => {
  const onyes = vi.fn()
  const props = { open: true, title: 'Strike this row?', text: 'It stays readable.', yes: 'Strike it', onyes }
  render(ConfirmDialog, props)
  await userEvent.click(screen.getByRole('button', { name: 'Strike it' }))
  expect(onyes).toHaveBeenCalledTimes(1)
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(onyes).toHaveBeenCalledTimes(1)
})

test('a term is explained on the spot, with where it comes from, and gives the focus back', async () => {
  render(Terms, {
    text: 'A summer program (ESY), not an ESY for make-ups',
    of: { esy: 'ESY', makeup: 'make-ups' },
  })
  expect(document.body.textContent).toContain('A summer program (ESY), not an ESY for make-ups')
  expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['ESY', 'make-ups'])
  const word = screen.getByRole('button', { name: 'ESY' })
  await userEvent.click(word)
  const told = await screen.findByLabelText('ESY')
  expect(told.role).toBe('dialog')
  expect(word.getAttribute('aria-expanded')).toBe('true')
  expect(told.textContent).toMatch(/Extended school year.*Source: 34 CFR 300\.106/s)
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByLabelText('ESY')).toBeNull())
  expect(document.activeElement).toBe(word)
})

test('a word that the text does not have is left out', () => {
  render(Terms, { text: 'A private plan', of: { iep: 'IEP' } })
  expect(screen.queryByRole('button')).toBeNull()
  expect(document.body.textContent).toContain('A private plan')
})
