import type { Doubt, DoubtedAct } from '../findings/doubt.ts';
import type { Instrument, MeasureId, Provision, Reach } from '../findings/finding.ts';
import type { AnnouncementNumber } from '../lexicon/announcement-numbers.ts';
import { type BeijingDate, parseBeijingDate } from '../time.ts';
import type { Change, Effect, Term } from './change.ts';

/** The form in which Changes are written now. A row without a form is of the first. */
export const FORM = 2;

/**
 * A Change as a row holds it, in the form of today. Rows never change, so a journal holds every form there ever was.
 * @param form the row's; 1: doubts and changed terms were English sentences
 * @throws Error for a form of a later version: an older function must not guess at it
 */
export function upcast(row: unknown, form: number): Change {
  if (form > FORM)
    throw new Error(`journal: a row of form ${form}; this version reads up to ${FORM}: deploy the newer one`);
  const change = row as Change;
  if (form === FORM) return change;
  return {
    ...change,
    provisions: change.provisions.map((provision) => withDoubt(provision) as Provision),
    effects: change.effects.map(effectOfForm1),
  };
}

function effectOfForm1(effect: Effect): Effect {
  if (effect.kind === 'unclear') return withDoubt(effect) as Effect;
  if (effect.kind === 'amended')
    return { ...effect, terms: (effect.terms as readonly unknown[]).flatMap((term) => termOfForm1(String(term))) };
  return effect;
}

function withDoubt(row: object): object {
  if (!('because' in row)) return row;
  const { because, ...rest } = row;
  return { ...rest, doubt: doubtOfForm1(String(because)) };
}

const acts: Readonly<Record<string, DoubtedAct>> = {
  suspends: 'suspend',
  resumes: 'resume',
  lifts: 'lift',
  amends: 'amend',
  'takes parties off': 'remove-parties',
};

const files = String.raw`(?: \(attachments not read: (?<files>.*)\))?$`;
type Groups = Readonly<Record<string, string | undefined>>;

const act = ({ does }: Groups): 'list' | 'move' => (does === 'puts' ? 'list' : 'move');
const unread = ({ files }: Groups): readonly string[] => files?.split(', ') ?? [];

/** The sentences of form 1, as the code of that form composed them. */
const sentences: readonly (readonly [sentence: RegExp, doubt: (groups: Groups) => Doubt])[] = [
  [/^it speaks of export control, but what it does/, () => ({ kind: 'clause-not-understood' })],
  [
    new RegExp(`^it (?<does>\\w+) (?<stated>\\d+|unnamed) parties, and no name could be read${files}`),
    (g) => ({
      kind: 'count',
      act: act(g),
      ...(g['stated'] !== 'unnamed' && { stated: Number(g['stated']) }),
      read: 0,
      unread: unread(g),
    }),
  ],
  [
    new RegExp(`^it states (?<stated>\\d+) parties, and (?<read>\\d+) names could be read${files}`),
    (g) => ({ kind: 'count', act: 'list', stated: Number(g['stated']), read: Number(g['read']), unread: unread(g) }),
  ],
  [/^it (?<does>\w+) parties without saying of which country/, (g) => ({ kind: 'no-country', act: act(g) })],
  [
    /^its page has changed and no longer says what it said on (?<since>.*)$/,
    (g) => {
      const since = parseBeijingDate(g['since'] ?? '');
      return { kind: 'page-changed', ...(since && { since }) };
    },
  ],
  [
    /^two copies of (?<text>.+?) differ; the other is (?<other>.*)$/s,
    (g) => ({
      kind: 'copies-differ',
      ...(g['text'] !== 'one text' && { announcement: g['text'] as AnnouncementNumber }),
      other: g['other'] ?? '',
      facts: [],
    }),
  ],
  [
    /^it (?<does>suspends|resumes|lifts|amends|takes parties off|names) (?<target>.+), which this journal does not hold$/,
    (g) => ({ kind: 'unknown-target', act: acts[g['does'] ?? ''] ?? 'amend', target: g['target'] as MeasureId }),
  ],
  [/^it names parties that no list in this journal holds$/, () => ({ kind: 'unknown-parties', names: [] })],
  [
    /^it takes off a list what this journal holds on none, or on several: (?<names>.*)$/s,
    (g) => ({ kind: 'unknown-parties', names: g['names']?.split(', ') ?? [] }),
  ],
];

function doubtOfForm1(because: string): Doubt {
  for (const [sentence, doubt] of sentences) {
    const match = sentence.exec(because);
    if (match) return doubt(match.groups ?? {});
  }
  return { kind: 'other', words: because };
}

/** `name: before → after`; a value that was missing was written `none`. */
function termOfForm1(term: string): readonly Term[] {
  const { name, before = '', after = '' } = /^(?<name>\w+): (?<before>.*) → (?<after>.*)$/s.exec(term)?.groups ?? {};
  switch (name) {
    case 'effectiveOn':
    case 'until': {
      const [was, is] = [before, after].map((day) => (day === 'none' ? undefined : (day as BeijingDate)));
      return [{ name, ...(was && { before: was }), ...(is && { after: is }) }];
    }
    case 'extraterritorial':
      return [{ name, before: before === 'true', after: after === 'true' }];
    case 'codes': {
      const [was = [], is = []] = [before, after].map((codes) => (codes === 'none' ? [] : codes.split(' ')));
      return [
        { name, added: is.filter((code) => !was.includes(code)), removed: was.filter((code) => !is.includes(code)) },
      ];
    }
    case 'reach':
      return [{ name, before: before as Reach, after: after as Reach }];
    case 'instrument':
      return [{ name, before: before as Instrument, after: after as Instrument }];
    case undefined:
    default:
      return [];
  }
}
