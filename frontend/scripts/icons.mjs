// Icons as what they draw. The library's own component puts every icon together anew from data, with a part for each
// attribute; of the first screen's work that was the most. Here each becomes one fixed drawing as the page is built.

const parts = /@lucide\/svelte\/dist\/icons\/[\w-]+\.svelte$/

/** The plugin; it stands before the compiler's. */
export const icons = {
  name: 'icons',
  enforce: 'pre',
  transform: (code, id) => (parts.test(id) ? { code: drawing(code), map: null } : undefined),
}

/** A component of one drawing: `size` is its only choice, and beside a word it says nothing. */
function drawing(code) {
  const data = code.match(/const iconData = (\{.*\});/)
  if (!data) throw new Error('the icons of the library are written in another way now')
  const { node } = JSON.parse(data[1])
  const shapes = node.map(([tag, attributes]) => `<${tag}${written(attributes)} />`)
  return `<script>
  let { size = '1em' } = $props()
</script>

<svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${shapes.join('')}</svg>
`
}

const written = (attributes) =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('')
