/** Mirrors app/lock.go, app/lock_setup.go and app/lock_keys.go. */
import type { Picture } from './charts'
import type { Frame } from './frame'

export interface LockView {
  frame: Frame
  state: 'plain' | 'locked' | 'sample'
  keys: LockKey[]
  spare: boolean
  minutes: number
  kept: boolean
  word: string
}

export interface LockKey {
  id: string
  name: string
  recovery: boolean
}

export interface KeyForm {
  id: string
  name: string
  present: string
  passphrase: string
}

export interface PlainForm {
  present: string
  word: string
}

/** What keys are made for. */
export type Purpose = 'begin' | 'lock' | 'recovery' | 'new_key'

export interface SetupForm {
  for: Purpose
  child: string
  author: string
  present: string
  passphrase: string
}

export interface SetupView {
  groups: string[]
  code: Picture
  asked: number[]
  saved: string
}

export interface Suggested {
  text: string
}
