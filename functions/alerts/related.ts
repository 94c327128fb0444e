import { type Restriction, type Standing, standingOn } from '../register/restriction.ts';
import { type BeijingDate, beijingDay, compareDays } from '../time.ts';
import { announcementNames } from './announcement-name.ts';
import { type Letter, section } from './letter.ts';
import { excerpt } from './safe-text.ts';
import type { Text } from './text/text.ts';
import { familiesIn } from './topic.ts';
import { firstDay } from './when.ts';

const LINES = 6;
const GOODS = 3;

/** Measures of one kind that stand alike. */
interface Group {
  readonly standing: Standing;
  readonly restrictions: readonly [Restriction, ...Restriction[]];
}

/** What else stands: what is aimed at Japan or controls the same goods by name, the rest in numbers. */
export function relatedSection({ matters, surroundings, text, most }: Letter): string {
  const today = beijingDay(surroundings.at);
  const own = new Set(matters.flatMap(({ abouts }) => abouts.map(({ id }) => id)));
  const goods = new Set(matters.flatMap((matter) => matter.goods));
  const others = [...surroundings.register.restrictions.values()].filter(
    ({ id, reach }) => !own.has(id) && reach !== 'elsewhere',
  );
  const isNear = (one: Restriction): boolean => one.reach === 'japan' || one.goods.some((family) => goods.has(family));
  const groups = groupsOf(others.filter(isNear), today);
  const lines = groups.slice(0, Math.min(LINES, most)).map((group) => `- ${groupLine(group, text)}`);
  const rest = others.filter((one) => !isNear(one)).map((one) => standingOn(one, today).kind);
  const counted = (kind: Standing['kind']): number => rest.filter((stands) => stands === kind).length;
  const [inForce, suspended] = [counted('in-force'), counted('suspended')];
  return section(text, text.body.labels.related, [
    ...lines,
    ...(inForce + suspended > 0 ? [text.body.otherMeasures(inForce, suspended)] : []),
  ]);
}

/** Standing measures by instrument and standing, Japan's first, then the newest. */
export function groupsOf(restrictions: readonly Restriction[], today: BeijingDate): readonly Group[] {
  const sorted = restrictions.toSorted(
    (a, b) => Number(b.reach === 'japan') - Number(a.reach === 'japan') || compareDays(b.effectiveOn, a.effectiveOn),
  );
  const groups = new Map<
    string,
    { readonly standing: Standing; readonly restrictions: [Restriction, ...Restriction[]] }
  >();
  for (const restriction of sorted) {
    const standing = standingOn(restriction, today);
    if (standing.kind === 'lifted' || standing.kind === 'expired') continue;
    const { instrument, reach, compiled } = restriction;
    const until = 'until' in standing ? standing.until : undefined;
    const from = standing.kind === 'announced' ? standing.from : undefined;
    const key = JSON.stringify([instrument, reach, standing.kind, from, until, compiled?.completeTo]);
    const group = groups.get(key);
    if (group) group.restrictions.push(restriction);
    else groups.set(key, { standing, restrictions: [restriction] });
  }
  return [...groups.values()];
}

/** `export licences for goods (rare earths, superhard materials): MOFCOM Announcements Nos. 55, 56 of 2025, suspended to 10 Nov 2026`. */
export function groupLine({ standing, restrictions }: Group, { nouns, marks, body, language, days }: Text): string {
  const [first, ...more] = restrictions;
  const families = familiesIn(restrictions.flatMap((one) => one.goods));
  const goods = families.slice(0, GOODS).map((family) => nouns.goods[family]);
  const onJapan = first.instrument === 'country-ban' && first.reach === 'japan';
  const what = onJapan ? nouns.banOnJapan : nouns.instruments[first.instrument];
  const named = `${goods.join(marks.comma)}${families.length > GOODS ? `${marks.comma}…` : ''}`;
  const numbers = restrictions.flatMap(({ announcement }) => announcement ?? []).toSorted();
  const title = announcementNames(numbers, language) || excerpt(first.title, 80);
  const stands = body.standing(standing, more.length > 0 ? undefined : firstDay(first));
  const unread = first.compiled ? marks.aside(body.compiled(days.day(first.compiled.completeTo))) : '';
  return `${what}${named ? marks.aside(named) : ''}${marks.colon}${title}${marks.comma}${stands}${unread}`;
}
