import type { StartView } from '../lib/views/frame'
import { asked, frame } from './common'

const none = { code: '', text: '', advice: '', folder: '', anyway: '' }
const rest = { door: { keys: [] }, typed: '', frame: frame() }
const open = (): Promise<StartView> => Promise.resolve({ state: 'open', rescue: none, ...rest })
const fresh = (): Promise<StartView> => Promise.resolve({ state: 'fresh', rescue: none, ...rest })

const rescue = (): Promise<StartView> =>
  Promise.resolve({
    state: 'rescue',
    ...rest,
    rescue: {
      code: 'damaged',
      text: 'The file of your record is damaged, so it was not opened.',
      advice: 'If you have a copy of the record, put it in this folder under the same name.',
      folder: '/home/maria/.config/midweek/data',
      anyway: '',
    },
  })

const refuse = (field: string, text: string) =>
  Promise.reject(new Error(JSON.stringify({ code: 'missing', field, args: {}, text })))

export const start = {
  View: () =>
    asked.get('state') === 'fresh' ? fresh() : asked.get('state') === 'rescue' ? rescue() : open(),
  Begin: (form: { author: string; child: string }) =>
    form.child
      ? form.author
        ? open()
        : refuse('author', 'this is missing; add it')
      : refuse('child', 'this is missing; add it'),
  Sample: open,
  Own: fresh,
  OpenFile: open,
  ShowFolder: rescue,
}
