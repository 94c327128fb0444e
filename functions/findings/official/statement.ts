import { announcementNumbers } from '../../lexicon/announcement-numbers.ts';
import { announcing, clarifying, foreignAct, instrumentsByPhrase, otherRegimes, subject } from './phrases.ts';
import type { Act } from './act.ts';
import { aimsOf, reachOf } from './reach.ts';
import { findingOf } from './announcement.ts';
import { citedActs } from './cited-acts.ts';
import type { Instrument, Reach, Reading, Report } from '../finding.ts';
import type { Official } from './identity.ts';
import { endUsesIn } from '../end-uses-in.ts';
import { goodsNamed } from '../item-list.ts';
import { listActs } from './list-acts.ts';
import { type Sentence, sentencesOf } from './sentences.ts';

/**
 * Reads what a spokesperson says beside an announcement: usually its companion, sometimes a clarification, and now and
 * then the only word on a suspension or a removal (as in 2025). It imposes nothing by itself.
 */
export function readStatement(official: Official): Reading {
  const { title, document } = official;
  const silent = (rule: string): Reading => ({ kind: 'silent', why: [{ rule, span: document.title }] });
  if (otherRegimes.some(([, pattern]) => pattern.test(title.text))) return silent('another regime');
  if (foreignAct.test(title.text)) return silent('about another country’s act');
  const said = [...sentencesOf(official.text).filter(({ text }) => !question.test(text)), ...sentencesOf(title)];
  const ours = said.filter(({ text }) => subject.test(text) && !foreignAct.test(text));
  if (ours.length === 0) return silent('no word of China’s export control');
  const words = ours.map(({ text }) => text).join('\n');
  const reach = reachOfStatement(`${title.text}\n${words}`);
  if (reach === 'elsewhere') return silent('aimed elsewhere');
  if (reach === undefined) return silent('a list of parties without a country');
  const [first, ...rest] = actsOf(official, ours, words, reach);
  return first ? findingOf(official, [first, ...rest]) : silent('says nothing that alters or explains a measure');
}

const question = /^(?:问|有?记者(?:问|提问)?|[^:]{2,14}记者):/;

function actsOf(official: Official, ours: readonly Sentence[], words: string, reach: Reach): readonly Act[] {
  const moves = [
    ...listActs(official, ours),
    ...citedActs(ours, undefined, official.publishedOn, undefined, []),
  ].filter(({ provision }) => ['suspend', 'resume', 'lift', 'remove-parties'].includes(provision.action));
  if (moves.length > 0) return moves;
  const saying = (pattern: RegExp): string | undefined => ours.find(({ text }) => pattern.test(text))?.quote;
  const announced = saying(announcing);
  const clarified = saying(clarifying);
  const about: Report = {
    action: 'impose',
    instrument: instrumentOf(words),
    reach,
    goods: goodsNamed(words),
    endUses: endUsesIn(official.text),
    announcements: announcementNumbers(words).map((citation) => citation.number),
  };
  return [
    ...(announced
      ? [
          {
            reach,
            rule: 'statement beside a measure',
            provision: { action: 'report', report: about, quote: announced },
          } as const,
        ]
      : []),
    ...(clarified
      ? [
          {
            reach,
            rule: 'statement that explains a measure',
            provision: { action: 'clarify', about: { ...about, action: 'clarify' }, quote: clarified },
          } as const,
        ]
      : []),
  ];
}

const instrumentOf = (words: string): Instrument =>
  instrumentsByPhrase.find(([, phrase]) => phrase.test(words))?.[0] ??
  (aimsOf(words).has('jp')
    ? 'country-ban'
    : /许可/.test(words) && !/实施.{0,6}管制/.test(words)
      ? 'licensing-rule'
      : 'item-control');

/** Goods and licences bind everybody unless a country is named; a list of parties binds the parties of its country. */
function reachOfStatement(words: string): Reach | undefined {
  const aims = aimsOf(words);
  if (aims.size > 0) return reachOf(aims);
  return instrumentsByPhrase.some(([, phrase]) => phrase.test(words)) ? undefined : 'all-destinations';
}
