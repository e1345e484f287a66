import type { Component, Snippet } from 'svelte'

/** Something to choose, with its words. */
export interface Choice {
  id: string
  text: string
  /** How many there are behind it, shown beside the words. */
  count?: number
}

export type Icon = Component<{ size?: number | string; 'aria-hidden'?: 'true' }>

export type Content = Snippet
