import { expect, test } from 'vitest'
import { icons } from './icons.mjs'

const id = '/node_modules/@lucide/svelte/dist/icons/house.svelte'
const source = (node: string) => `<script>\nconst iconData = { "name": "house", "node": ${node} };\n</script>`

test('an icon becomes a fixed drawing', () => {
  const drawn = icons.transform(
    source('[["path", { "d": "M3 4" }], ["circle", { "cx": "12", "r": "3" }]]'),
    id,
  )
  expect(drawn?.code).toContain('<path d="M3 4" /><circle cx="12" r="3" /></svg>')
  expect(drawn?.code).not.toContain('iconData')
})

test('other components are left alone, and a new way of writing icons is noticed', () => {
  expect(icons.transform(source('[]'), '/src/ui/House.svelte')).toBeUndefined()
  expect(() => icons.transform('<script></script>', id)).toThrow('another way')
})
