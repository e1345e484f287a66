/**
 * What was typed and not saved, of every form, by the name of a shelf and a key. It stays while the window is open; when
 * the record is locked all of it goes into the record in one call, and comes back when it is unlocked.
 */
const shelves = new Map<string, Map<string, unknown>>()
const keepers = new Set<() => unknown>()

/** The drafts of one kind of form. */
export function shelf<Form>(name: string): Map<string, Form> {
  const known = shelves.get(name) ?? new Map<string, unknown>()
  shelves.set(name, known)
  return known as Map<string, Form>
}

/** While a form is open: `keep` puts what is typed in it on its shelf. Returns what is called when the form closes. */
export function whileOpen(keep: () => unknown): () => void {
  keepers.add(keep)
  return () => void keepers.delete(keep)
}

/** All drafts and where the person is, as text. A form that fails to tell what is typed in it takes none of the others along. */
export async function gather(address: string): Promise<string> {
  await Promise.allSettled([...keepers].map(async (keep) => keep()))
  const kept = [...shelves]
    .map(([name, forms]) => [name, [...forms]] as const)
    .filter(([, forms]) => forms.length > 0)
  return JSON.stringify({ address, forms: Object.fromEntries(kept) })
}

/** Lays back what was gathered, and tells where the person was. A text that is none of ours is let be. */
export function lay(text: string): string {
  try {
    const { address, forms } = JSON.parse(text) as {
      address: unknown
      forms: Record<string, [string, unknown][]>
    }
    for (const [name, kept] of Object.entries(forms))
      for (const [key, form] of kept) shelf(name).set(key, form)
    return typeof address === 'string' && address.startsWith('#/') ? address : ''
  } catch {
    return ''
  }
}

/** Nothing that was typed is kept: the words of a child may be among it that was erased. */
export function forget(): void {
  for (const forms of shelves.values()) forms.clear()
}
