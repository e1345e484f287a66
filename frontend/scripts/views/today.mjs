// What is looked at: a name, what is asked of the made-up answers (at), where (hash), what is done first (act).
import { all, click, press } from './act.mjs'

export const views = [
  { name: 'today' },
  { name: 'today-dark', scheme: 'dark' },
  { name: 'today-after', act: click('Yes, all 3 happened') },
  { name: 'today-done', at: '?done' },
  { name: 'today-bare', at: '?done&bare' },
  { name: 'today-missed', act: click('Missed…') },
  { name: 'today-missed-dark', scheme: 'dark', act: click('Missed…') },
  {
    name: 'today-other',
    act: all(click('Other…'), click('Write it down')),
  },
  { name: 'today-two', at: '?two' },
  { name: 'today-long', at: '?long&two' },
  { name: 'today-long-narrow', at: '?long&two', width: 320 },
  { name: 'today-narrow', width: 320 },
  { name: 'today-narrow-menu', width: 320, act: click('Menu') },
  { name: 'today-missed-narrow', width: 320, height: 640, act: click('Missed…') },
  { name: 'today-large', at: '?zoom=200' },
  { name: 'today-forced', more: { forcedColors: 'active' } },
  { name: 'today-keys', act: press('Control+/') },
  { name: 'today-help', act: press('F1') },
  { name: 'today-find', act: press('Control+k') },
  { name: 'today-print', act: (page) => page.emulateMedia({ media: 'print' }) },
]
