import { render, screen, within } from '@testing-library/svelte'
import { expect, test } from 'vitest'
import type { ChartView, Mark } from '$lib/views/charts'
import Chart from './Chart.svelte'
import ChartTable from './ChartTable.svelte'

const mark = (more: Partial<Mark>): Mark => ({
  shape: 'rectangle',
  role: 'gap',
  x: 1,
  y: 2,
  width: 3,
  height: 4,
  points: '',
  text: '',
  anchor: '',
  ...more,
})

const chart: ChartView = {
  id: 'months',
  title: 'Month by month',
  caption: '30 minutes were planned.',
  pictures: [
    {
      id: 'narrow',
      box: '0 0 240 100',
      size: '15rem',
      marks: [
        mark({}),
        mark({ role: 'yes' }),
        mark({ shape: 'polyline', role: 'planned', points: '0,1 2,3' }),
        mark({ shape: 'polygon', role: 'made_up', points: '0,1 2,3 4,5' }),
        mark({ shape: 'text', role: 'name', text: '<b>planned</b>', anchor: 'end' }),
      ],
    },
  ],
  columns: [
    { name: 'Month', number: false },
    { name: 'Planned', number: true },
  ],
  rows: [
    { cells: ['May', '30'], strong: false, blank: false },
    { cells: ['Together', '30'], strong: true, blank: false },
  ],
}

test('marks are painted as they came, and a text is text', () => {
  const { container } = render(Chart, { chart })
  const picture = screen.getByRole('img', { name: 'Month by month' })
  const drawn = picture.querySelector('.drawn.narrow')!
  expect(drawn.getAttribute('viewBox')).toBe('0 0 240 100')
  expect([...drawn.children].map((node) => `${node.localName} ${node.classList[0]}`)).toEqual([
    'rect gap',
    'rect yes',
    'polyline planned',
    'polygon made_up',
    'text name',
  ])
  expect(drawn.querySelector('rect')?.getAttribute('fill')).toMatch(/^url\(#.+-hatch\)$/)
  expect(drawn.querySelector('rect.yes')?.getAttribute('fill')).toBeNull()
  expect(drawn.querySelector('text')?.textContent).toBe('<b>planned</b>')
  expect(container.querySelector('figcaption')?.textContent).toBe('30 minutes were planned.')
})

test('the table has the rows by name, and the sum', () => {
  render(ChartTable, { chart })
  const rows = screen.getAllByRole('row')
  expect(rows).toHaveLength(3)
  expect(within(rows[2]!).getByRole('rowheader').textContent).toBe('Together')
  expect(within(rows[1]!).getByRole('cell').textContent).toBe('30')
})
