import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { pageNames, pages, wordsPage } from '$lib/help'
import { helping } from '$lib/helping.svelte'
import { router } from '$lib/router.svelte'
import { termList } from '$lib/terms'
import Help from './Help.svelte'

let stop: () => void
beforeEach(() => {
  vi.stubGlobal('scrollTo', vi.fn())
  location.hash = '#/log'
  stop = router.start(() => null)
  document.body.append(document.createElement('nav')) // a record is open
  helping.show()
})
afterEach(() => {
  stop()
  helping.close()
  document.body.replaceChildren()
})

/** Sets how wide the window is, in pixels; text is 16 of them. */
function wide(width: number) {
  vi.stubGlobal('innerWidth', width)
}

test('every page can be chosen, is named, and says something', () => {
  expect([...Object.keys(pages), wordsPage].filter((name) => name !== 'terms').toSorted()).toEqual(
    pageNames.toSorted(),
  )
  for (const name of pageNames.filter((each) => each !== wordsPage)) {
    const page = pages[name]
    expect(
      page?.title && page.lead && page.parts.every((part) => part.title && part.text.length > 0),
    ).toBeTruthy()
    expect(new Set(page?.parts.map((part) => part.title)).size).toBe(page?.parts.length)
    expect(new Set(page?.keys.map(({ key }) => key)).size).toBe(page?.keys.length)
  }
})

test('every term says in two sentences what it is, and where that comes from', () => {
  expect(new Set(termList.map((term) => term.id)).size).toBe(termList.length)
  for (const term of termList) {
    expect(term.from).not.toBe('')
    expect(term.text.match(/\.(\s|$)/g)?.length, term.id).toBeLessThanOrEqual(2)
    expect(term.text.endsWith('.')).toBe(true)
  }
})

test('where there is room, help stands beside the screen and goes along with it', async () => {
  wide(1280)
  const onkeys = vi.fn()
  render(Help, { onkeys })
  const heading = { selector: 'h3' }
  const panel = screen.getByLabelText('Help')
  expect(panel.localName).toBe('aside')
  expect(screen.getByText('Session log', heading)).toBeTruthy()
  expect(panel.contains(document.activeElement)).toBe(true)
  router.go('family', 'years')
  expect(await screen.findByText('Child & services', heading)).toBeTruthy()
  await userEvent.click(screen.getByText('All keys'))
  expect(onkeys).toHaveBeenCalledTimes(1)
  await userEvent.keyboard('{F1}')
  expect(helping.open).toBe(false)
})

test('in a narrow window it is a dialog', async () => {
  wide(700)
  render(Help, { onkeys: vi.fn() })
  expect((await screen.findByLabelText('About')).closest('[role=dialog]')).toBeTruthy()
  await userEvent.selectOptions(screen.getByLabelText('About'), wordsPage)
  expect(screen.getByText('ESY')).toBeTruthy()
  expect(screen.getAllByText(/known from memory/).length).toBe(
    termList.filter((term) => !term.checked).length,
  )
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(helping.open).toBe(false))
})
