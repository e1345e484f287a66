/** What stands around every screen; every view carries it. Mirrors app/frame.go and app/start.go. */
export interface Frame {
  today: Day
  sample: boolean
  child: string
  children: Choice[]
  undo: string
  redo: string
  did: string
  saved: string
  notices: Notice[]
  seconds: number
  /** names are first letters */
  hidden: boolean
  /** the first steps are open, and how far: c1/services; empty when not */
  begin: string
  /** the record can be locked now */
  locked: boolean
  /** nothing can be changed */
  reading: boolean
}

/** A civil day with its words, or none: both texts are empty then. */
export interface Day {
  iso: string
  text: string
}

export interface Choice {
  id: string
  text: string
}

export interface Notice {
  code: string
  text: string
  rows: string[]
}

export interface StartView {
  state: 'fresh' | 'door' | 'renew' | 'open' | 'rescue'
  rescue: Rescue
  door: Door
  frame: Frame
  /** what was typed and not saved when the record was locked */
  typed: string
}

export interface Rescue {
  code: string
  text: string
  advice: string
  folder: string
  /** how it can be opened after all; or empty */
  anyway: string
}

/** What stands before a locked record. */
export interface Door {
  /** of the state renew: whose passphrase the new one replaces */
  keys: Choice[]
}

export interface DoorForm {
  passphrase: string
  recovery: string
}

export interface RenewForm {
  key: string
  passphrase: string
}

export interface StartForm {
  author: string
  child: string
}

/** Mirrors app/settings.go: how the window looks on this computer. */
export interface SettingsView {
  /** Text size in percent, 80 to 200. */
  zoom: number
  theme: 'system' | 'light' | 'dark'
  /** Single letters in a list. */
  keys: boolean
}
