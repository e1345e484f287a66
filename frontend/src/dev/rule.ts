/** Made-up answers of the screen rule. `?bare` has no plan. */
import type { RuleForm, RuleQuestion, RuleView } from '../lib/views/rule'
import { asked, frame, name } from './common'

const reasons = ['provider_absent', 'student_absent']

function form(change: Partial<RuleForm> = {}): RuleForm {
  return {
    dated: false,
    was: '',
    from: '',
    pack: 'tx-hcde',
    name: name('Handbook, page 3'),
    judged: '',
    days: null,
    note: '',
    answers: reasons.map((reason) => ({ reason, answer: '' })),
    ...change,
  }
}

function question(reason: string, text: string, answer: string, words: string): RuleQuestion {
  return {
    reason,
    text,
    answer,
    words,
    whose: 'Harris County, Texas (HCDE), school therapy guidance',
    note: '',
    source: 'School Based Therapy Services',
    evidence: 'the text itself was seen',
    seen: 'Sources last seen Sat Nov 21, 2026.',
    byWhen: '',
    document: 'Each time, the missed session and why it was missed.',
    rests: '3 lines, 90 minutes, in the ledger so far',
  }
}

export function ruleView(change: Partial<RuleView> = {}): RuleView {
  return {
    frame: frame(),
    lead: 'Which missed minutes are asked back is for your team and your school.',
    plans: [{ id: 'p1', text: name('IEP, Mon Aug 12, 2024 to Wed Jun 4, 2025') }],
    plan: 'p1',
    policy: 'a1',
    kind: 'IEP',
    phases: [
      {
        form: form(),
        from: 'From the beginning',
        now: false,
        says: ['Answers of Harris County, Texas (HCDE), school therapy guidance'],
        caution: '',
        source: 'Sources last seen Sat Nov 21, 2026.',
      },
      {
        form: form({
          dated: true,
          was: '2025-01-06',
          from: '2025-01-06',
          pack: '',
          note: name('agreed at the meeting'),
        }),
        from: 'From Mon Jan 6, 2025',
        now: true,
        says: ['Child was out: yes'],
        caution: '',
        source: '',
      },
    ],
    questions: [
      question(
        'provider_absent',
        'When the therapist is out, are the minutes made up?',
        'yes',
        'Yes, to make up',
      ),
      question('student_absent', 'When the child is out, are the minutes made up?', 'ask', 'Ask the team'),
    ],
    judged: [{ id: '', text: 'As the plan’s words have it' }],
    sets: [
      {
        id: '',
        name: 'this program’s starting answers',
        caution: '',
        note: '',
        paste: [],
        answers: [
          { code: 'yes', own: true },
          { code: 'ask', own: true },
        ],
      },
      {
        id: 'tx-hcde',
        name: 'Harris County, Texas (HCDE), school therapy guidance',
        caution: '',
        note: 'Guidance of one regional service agency.',
        paste: [],
        answers: [
          { code: 'yes', own: true },
          { code: 'no', own: true },
        ],
      },
      {
        id: 'md',
        name: 'Baltimore County',
        caution: 'a template',
        note: '',
        paste: ['By when a missed session is made up.'],
        answers: [
          { code: 'yes', own: true },
          { code: 'no', own: false },
        ],
      },
    ],
    clause: {
      form: {
        text: '',
        page: '',
        answers: reasons.map((reason) => ({ reason, answer: '' })),
        others: '',
      },
      page: '',
      says: [],
    },
    asks: [
      {
        reason: 'student_absent',
        text: 'Child was out',
        count: '2 sessions, 60 minutes',
        lines: ['2025-01-07', '2025-01-09'].map((iso, at) => ({
          key: `sp:${iso}`,
          entry: `sp:${iso}`,
          on: { iso, text: at === 0 ? 'Tue Jan 7, 2025' : 'Thu Jan 9, 2025' },
          text: name('Speech, 30 minutes'),
        })),
      },
    ],
    whole: '',
    decided: [],
    papers: 0,
    ...change,
  }
}

const view = () =>
  Promise.resolve(
    ruleView(asked.has('bare') ? { plans: [], plan: '', phases: [], questions: [], asks: [] } : {}),
  )
const would = () =>
  Promise.resolve({
    text: '2 lines would be answered otherwise.',
    sums: ['Speech: 90 minutes left to make up instead of 30 minutes.'],
    lines: ['Thu Sep 10, 2026, Speech, 30 minutes: ask the team, would be to make up'],
    before: '',
    reopens: '',
  })

export const rule = {
  View: view,
  Undo: view,
  Redo: view,
  Save: view,
  Would: would,
  RemoveChange: view,
  SaveClause: view,
  Decide: view,
  Withdraw: view,
}
