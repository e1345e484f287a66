/** The frame around every screen, kept from the newest answer: children, undo and redo, today, what was saved. */
import { said } from '$ui/toast'
import { m } from '$words'
import { sentence } from './format'
import type { Frame } from './views/frame'

const none: Frame = {
  today: { iso: '', text: '' },
  sample: false,
  child: '',
  children: [],
  undo: '',
  redo: '',
  did: '',
  saved: '',
  notices: [],
  seconds: 0,
  hidden: false,
  begin: '',
  locked: false,
  reading: false,
}

/** What the screen that is open does when the frame asks for it. */
export interface Current {
  load(): unknown
  undo(): unknown
  redo(): unknown
}

class FrameState {
  now = $state.raw<Frame>(none)
  /** When the record was last written in this sitting, such as 2:14 pm; empty when it was not. */
  saved = $state('')
  #current: Current | undefined

  /** Takes the frame of an answer; what it did is said in a toast, with Undo when it was written in the record. */
  take(frame: Frame): void {
    this.now = frame
    if (frame.saved) this.saved = frame.saved
    if (!frame.did) return
    const back = frame.undo && frame.saved ? { label: m.frame_undo(), act: this.undo } : undefined
    void said(sentence(frame.did), frame.seconds || 10, back)
  }

  /** Takes a frame that no screen asked for, and has the screen that is open ask again. */
  again(frame: Frame): void {
    this.take(frame)
    this.#current?.load()
  }

  /** The screen is open until the returned function is called. */
  enter(screen: Current): () => void {
    this.#current = screen
    return () => {
      if (this.#current === screen) this.#current = undefined
    }
  }

  undo = (): void => {
    if (this.now.undo) this.#current?.undo()
  }

  redo = (): void => {
    if (this.now.redo) this.#current?.redo()
  }

  /** Looks at one child, or at all with an empty id. */
  choose(child: string): void {
    this.now = { ...this.now, child }
    this.#current?.load()
  }

  /** Another record lies open: nothing of the one before stays. */
  reset(): void {
    this.now = none
    this.saved = ''
  }
}

export const frame = new FrameState()
