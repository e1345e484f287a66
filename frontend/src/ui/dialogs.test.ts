import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { markup } from '../dev/snippet'
import ConfirmDialog from './ConfirmDialog.svelte'
import Dialog from './Dialog.svelte'
import Help from './Help.svelte'

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

test('a term is explained on the spot', async () => {
  render(Help, { term: 'IEP', text: 'The plan that the school and you agreed on.' })
  await userEvent.click(screen.getByRole('button', { name: 'What is IEP?' }))
  expect(await screen.findByText('The plan that the school and you agreed on.')).toBeTruthy()
})
