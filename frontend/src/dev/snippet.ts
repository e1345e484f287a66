import { createRawSnippet, type Snippet } from 'svelte'

/** A snippet of plain markup, for the tests of parts that take children. */
export const markup = (html: string): Snippet => createRawSnippet(() => ({ render: () => html }))
