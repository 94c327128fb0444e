import { styleText } from 'node:util';
import type { Answer, How, Match, Verdict } from '../screening/answer.ts';
import { standingIn } from './register-table.ts';
import type { Cells } from './spreadsheet.ts';

/** The columns that an answer adds to the row of its question. */
export const answerColumns = [
  'question',
  'asked for day',
  'known by',
  'verdict',
  'measure',
  'instrument',
  'how',
  'matched',
  'listed party',
  'since',
  'until',
  'standing',
  'link',
  'duty',
  'all measures',
  'also applies',
] as const;

/** One row an answer: its first match, and the others by name. */
export function answerCells({ question, on, knownBy, verdict, matches, alsoApplies }: Answer): Cells {
  const [first] = matches;
  return {
    question,
    'asked for day': on,
    'known by': knownBy,
    verdict,
    measure: first?.measure,
    instrument: first?.instrument,
    how: first?.how,
    matched: first?.matched,
    'listed party': first && partyOf(first),
    since: first && (first.since ?? 'not stated'),
    until: first?.until,
    standing: first && standingOf(first),
    link: first?.link,
    duty: first?.duty,
    'all measures': [...new Set(matches.map(({ measure, how }) => `${measure} (${how})`))].join('; '),
    'also applies': alsoApplies.map(({ measure, rule }) => `${measure} (${rule})`).join('; '),
  };
}

const partyOf = ({ party }: Match): string => (party ? [party.zh, party.en, party.ja].filter(Boolean).join(' / ') : '');

const standingOf = ({ standing, continuedBy }: Match): string =>
  continuedBy === undefined ? standingIn(standing) : `notice ended, duty goes on under ${continuedBy}`;

const words: Readonly<Record<Verdict, string>> = {
  listed: 'LISTED',
  covered: 'COVERED',
  possible: 'POSSIBLE: check',
  'no-match': 'no match in what we have read',
};
/** The ways of meeting, for people. */
const howIn: Readonly<Record<How, string>> = {
  exact: 'the name as the notice prints it',
  folded: 'the same name, written otherwise',
  'other-name': 'another name of it',
  'former-name': 'a former name of it',
  code: 'the code, or a finer one',
  item: 'the list names it',
  'code-prefix': 'a broader code than those listed',
  'other-legal-form': 'the same name under another legal form',
  abbreviation: 'an abbreviation of two or three letters',
  contains: 'a listed name stands within the question',
  'part-of': 'part of a listed name',
  parent: 'a parent, or holder of one half or more, of what is listed',
  near: 'a near spelling',
  family: 'goods of the same family, which the list does not name so',
};
const colours = { listed: 'red', covered: 'red', possible: 'yellow', 'no-match': 'dim' } as const;
const MOST = 8;
const QUOTE = 160; // characters; --json gives all

/** Prints answers for people; what they share stands once, at the end. */
export function printAnswers(answers: readonly Answer[]): void {
  for (const answer of answers) {
    const { question, verdict, on, matches, later = [] } = answer;
    console.log(`\n${styleText('bold', question)} on ${on}: ${styleText(colours[verdict], words[verdict])}`);
    const told = new Set<string>();
    for (const group of grouped(matches).slice(0, MOST)) printMatches(group, told);
    const more = grouped(matches).slice(MOST);
    if (more.length > 0) console.log(`  and ${more.length} more: ${more.map(([first]) => first?.measure).join(', ')}`);
    for (const [first, ...others] of grouped(later))
      if (first) console.log(`  Published later: ${summaryOf(first, others.length)}`);
  }
  printOnce(
    'Applies whatever is listed',
    answers.flatMap(({ alsoApplies }) => alsoApplies.map(({ measure, text }) => `${measure}: ${text}`)),
  );
  printOnce(
    'Not read, or not known',
    answers.flatMap(({ unread }) => unread.map(({ text, link }) => (link ? `${text}\n      ${link}` : text))),
  );
  console.log('\nNo match is not clear: only what was read was asked. Information, not legal advice.');
}

function printOnce(title: string, lines: readonly string[]): void {
  const each = [...new Set(lines)];
  if (each.length === 0) return;
  console.log(styleText('bold', `\n${title}`));
  for (const line of each) console.log(`  - ${line}`);
}

/** Matches of one measure by one way are shown together: a parent of five listed parties. */
const grouped = (matches: readonly Match[]): readonly (readonly Match[])[] => [
  ...Map.groupBy(matches, ({ measure, how }) => `${measure} ${how}`).values(),
];

const summaryOf = ({ measure, instrument, since, how, matched }: Match, others: number): string =>
  `${measure}, ${instrument}, since ${since ?? 'a day not stated'} (${how}: ${matched}${others > 0 ? ` and ${others} more` : ''})`;

function printMatches(group: readonly Match[], told: Set<string>): void {
  const [first] = group;
  if (!first) return;
  const { measure, instrument, how, since, until, certain, duty, link, quote, archived, compiled, items = [] } = first;
  const last = until ? ` to ${until}` : '';
  console.log(`  ${measure}  ${instrument}, ${standingOf(first)}, since ${since ?? 'a day not stated'}${last}`);
  const parties = group.map(partyOf).filter(Boolean);
  const shown = parties.length > 0 ? parties : items.map(itemLine);
  console.log(`    ${certain ? '' : 'perhaps: '}${howIn[how]}${parties.length > 0 ? ` (${first.matched})` : ''}`);
  for (const line of shown.slice(0, MOST)) console.log(`      ${line}`);
  if (shown.length > MOST) console.log(`      and ${shown.length - MOST} more`);
  if (told.has(measure)) return;
  told.add(measure);
  console.log(`    ${duty}`);
  if (quote) console.log(styleText('dim', `    “${quote.slice(0, QUOTE)}${quote.length > QUOTE ? '…' : ''}”`));
  const basis = compiled
    ? `compiled from public sources to ${compiled.completeTo}, confidence ${compiled.confidence}; not read by this watch`
    : `read; archived as SHA-256 ${archived?.slice(0, 16) ?? ''}…`;
  console.log(styleText('dim', `    ${link || 'no official address known'} · ${basis}`));
}

const itemLine = ({ text, controlCodes, hsCodes }: NonNullable<Match['items']>[number]): string =>
  [text, controlCodes.join(' '), hsCodes.length > 0 ? `HS ${hsCodes.join(' ')}` : ''].filter(Boolean).join(' · ');
