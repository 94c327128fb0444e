import type { Effect } from '../register/change.ts';
import { cited } from '../lexicon/law.ts';
import { standingOn } from '../register/restriction.ts';
import { newsDay } from '../register/stories.ts';
import { isAny, ownKinds } from '../screening/own.ts';
import { beijingDay } from '../time.ts';
import { announcementNames } from './announcement-name.ts';
import { conditionsOf, coversOf } from './covers.ts';
import { guidanceOf } from './guidance.ts';
import { field, type Letter, namer, pageIn } from './letter.ts';
import { changeIn, headlineIn } from './lines.ts';
import type { Matter } from './matters.ts';
import { groupsOf } from './names.ts';
import { notListed } from './not-listed.ts';
import { phrase } from './phrases.ts';
import { operative } from './quote.ts';
import { excerpt, plain } from './safe-text.ts';
import { evidenceOf, outletsOf, seenBy, statusOf } from './status.ts';
import type { Label } from './text/text.ts';

const QUOTE = 300;
const DOUBT = 300;
const GROUPS = 8;
const STAGES = 4;

type Line = readonly [label: Label, words: string | undefined];

/**
 * The first screen: what changed, for whom, from when, who says so and how sure it is, in whose words, what it means and
 * what to do.
 */
export function leadBlock(matter: Matter, letter: Letter): string {
  const { text } = letter;
  const lines: readonly Line[] = [
    ...whatChanged(matter, letter),
    ['status', statusIn(matter, letter)],
    ['quote', quoteIn(matter, letter)],
    ...whatToDo(matter, letter),
    ['page', pageIn(letter)],
  ];
  const warning = notListed(letter);
  return [
    headlineIn(matter, clockOf(letter), text),
    ...printed([['ours', oursIn(letter)]], letter),
    '',
    ...printed(lines, letter),
    ...(warning ? [warning] : []),
  ].join('\n');
}

const OWN_IDS = 12;

/** What of the reader's own is touched, by their ids: `3 customers (C1, C3, C9?)`. */
function oursIn({ surroundings: { ours }, text }: Letter): string | undefined {
  const { body, marks } = text;
  if (ours === undefined || ours === 'unread') return ours && body.oursUnread;
  if (!isAny(ours)) return undefined;
  const each = ownKinds.flatMap((kind) => {
    const hits = ours[kind];
    const ids = hits.slice(0, OWN_IDS).map(({ id, certain }) => `${excerpt(plain(id), 60)}${certain ? '' : '?'}`);
    const more = hits.length > OWN_IDS ? ['…'] : [];
    return hits.length > 0 ? [`${body.own[kind](hits.length)}${marks.aside([...ids, ...more].join(', '))}`] : [];
  });
  const unsure = ownKinds.some((kind) => ours[kind].some(({ certain }) => !certain));
  return `${each.join(marks.comma)}${unsure ? `${marks.semicolon}${body.ownUnsure}` : ''}`;
}

/** Another matter of the same Change: what the first block has said already is not said again. */
export function furtherBlock(matter: Matter, lead: Matter, letter: Letter): string {
  const { text } = letter;
  const said = new Set(whatToDo(lead, letter).map(([, words]) => words));
  const lines = [...whatChanged(matter, letter), ...whatToDo(matter, letter).filter(([, words]) => !said.has(words))];
  const title = `${text.body.labels.also}${text.marks.colon}${headlineIn(matter, clockOf(letter), text)}`;
  return [title, ...printed(lines, letter)].join('\n');
}

const printed = (lines: readonly Line[], { text }: Letter): readonly string[] =>
  lines.flatMap(([label, words]) => (words ? [field(text, label, words)] : []));

/** When a letter is read, and whether an extension would have been seen. */
export const clockOf = ({ change, surroundings }: Letter) => ({
  news: newsDay(change),
  today: beijingDay(surroundings.at),
  seen: seenBy(surroundings),
  seenOn: beijingDay(change.observedAt),
});

function whatChanged(matter: Matter, letter: Letter): readonly Line[] {
  const { text } = letter;
  const { marks, body } = text;
  const { effect, parties, abouts } = matter;
  const groups = groupsOf(parties, text.language);
  const named = groups.slice(0, GROUPS).map(({ name, count }) => `${name}${marks.aside(String(count))}`);
  const staged = abouts.flatMap((about) => about.staged ?? []).slice(0, STAGES);
  const clause = clauseOf(effect);
  const joined = (parts: readonly string[]): string | undefined => parts.join(marks.semicolon) || undefined;
  return [
    ['change', changeIn(matter, clockOf(letter), text)],
    ['measures', measuresIn(matter, letter)],
    ['clause', clause === undefined ? undefined : excerpt(clause, 80)],
    ['stillPaused', joined(stillPaused(matter, letter))],
    ['covers', joined(coversOf(matter).map((part) => phrase(body.covers, part)))],
    ['groups', joined([...named, ...(groups.length > GROUPS ? ['…'] : [])])],
    ['conditions', joined(conditionsOf(matter).map((part) => phrase(body.conditions, part)))],
    ['stages', joined(staged.map(({ on, part }) => `${text.days.day(on)}${marks.colon}${excerpt(part, 80)}`))],
  ];
}

/** Of what is back in force, the parts whose own pause goes on: whoever ships must not take them for back. */
function stillPaused({ effect, abouts }: Matter, letter: Letter): readonly string[] {
  if (effect.kind !== 'lapsed' && effect.kind !== 'resumed') return [];
  const { today } = clockOf(letter);
  const { days, marks } = letter.text;
  const pauses = abouts.flatMap((about) => {
    const standing = 'suspensions' in about ? standingOn(about, today) : undefined;
    return standing?.kind === 'in-force' ? (standing.partly ?? []) : [];
  });
  return pauses.flatMap(({ clause, until }) =>
    clause === undefined ? [] : [`${excerpt(clause, 80)}${until ? marks.aside(days.day(until)) : ''}`],
  );
}

/** The part that is moved, in the announcement's words. */
function clauseOf(effect: Effect): string | undefined {
  if (effect.kind === 'took-effect' && effect.stage) return effect.stage.part;
  if ('suspension' in effect) return effect.suspension?.clause;
  return 'clause' in effect ? effect.clause : undefined;
}

/** The measures that are moved; one that is imposed is named by its text. */
function measuresIn({ effect, announcements, abouts }: Matter, { text }: Letter): string | undefined {
  if (!('restriction' in effect) || effect.kind === 'imposed') return undefined;
  const [only, ...more] = abouts;
  const title = only && more.length === 0 ? excerpt(only.title, 80) : undefined;
  return announcementNames(announcements, text.language) || title;
}

function statusIn(matter: Matter, letter: Letter): string {
  const { change, surroundings, text } = letter;
  const status = phrase(text.body.statuses, statusOf(matter, change, surroundings), namer(text), surroundings.at);
  const { report } = surroundings;
  if (!report || change.confirms !== report.number) return status;
  const outlets = outletsOf(surroundings, report);
  return `${status}${text.marks.stop}${text.body.confirms(report.number, newsDay(report), outlets)}`;
}

function quoteIn({ effect, quotes }: Matter, { change, surroundings, text }: Letter): string | undefined {
  const [quote] = quotes;
  if (quote === undefined) return undefined;
  const official = evidenceOf(change, surroundings.register.told);
  const of = official === 'official-text' ? 'text' : official === 'official-statement' ? 'statement' : 'report';
  return text.body.quotes[effect.kind === 'reported' && of === 'text' ? 'statement' : of](
    text.marks.quoted(of === 'report' ? excerpt(quote, QUOTE) : operative(quote, QUOTE)),
  );
}

function whatToDo(matter: Matter, { text }: Letter): readonly Line[] {
  const { body, marks } = text;
  const { meaning, supposing, law, doings } = guidanceOf(matter);
  const statements = law.map((id) => cited(id, text.language)).join(marks.space);
  const meant = [...(meaning ? [body.meanings[meaning]] : []), ...(statements ? [statements] : [])].join(marks.space);
  const { effect } = matter;
  return [
    ['means', supposing && statements ? body.supposing[supposing](meant) : meant],
    ['doNow', doings.map((doing) => body.doings[doing]).join(marks.space)],
    [
      'doubt',
      effect.kind === 'unclear' ? excerpt(plain(phrase(text.doubts, effect.doubt, namer(text))), DOUBT) : undefined,
    ],
  ];
}
