import { type AnnouncementNumber, announcementNumbers } from '../../lexicon/announcement-numbers.ts';
import { amendment, extension, lifting, resumption, suspension } from './phrases.ts';
import { numeral } from '../../lexicon/numerals.ts';
import type { BeijingDate } from '../../time.ts';
import type { Act } from './act.ts';
import { aimsOf, reachOf } from './reach.ts';
import { periodOf, type Period } from './effect-dates.ts';
import type { MeasureId, Party } from '../finding.ts';
import { type Sentence, withoutTitles } from './sentences.ts';

type Verb = 'suspend' | 'resume' | 'lift' | 'amend';

/**
 * Suspensions, extensions, resumptions, liftings and amendments of announcements named by number: whole announcements or
 * one clause, in one sentence or as a list under it. A number that only lends its authority (根据…) is no act.
 */
export function citedActs(
  sentences: readonly Sentence[],
  own: AnnouncementNumber | undefined,
  publishedOn: BeijingDate | undefined,
  effectiveOn: BeijingDate | undefined,
  parties: readonly Party[],
): readonly Act[] {
  const acts: Act[] = [];
  let carried: { act: Verb; period: Period } | undefined;
  for (const sentence of sentences) {
    const lent = authority.exec(sentence.text)?.[0].length ?? 0;
    const cited = announcementNumbers(sentence.text).filter(({ number, from }) => number !== own && from >= lent);
    const said = actOf(sentence.text);
    const period = periodOf(sentence.text, publishedOn);
    if (said && sentence.opensList) carried = { act: said, period };
    const act = said ?? (cited.length > 0 ? carried?.act : undefined);
    if (act === undefined) continue;
    const { from = effectiveOn, until } = said ? { ...carried?.period, ...period } : (carried?.period ?? period);
    for (const [i, citation] of cited.entries()) {
      const words = sentence.text.slice(citation.to, cited.find((next) => next.from >= citation.to)?.from);
      const reach = reachOf(aimsOf(cited.length > 1 && i > 0 ? words : sentence.text));
      const clause = clauseAfter(words);
      const common = {
        measure: citation.number as string as MeasureId,
        quote: sentence.quote,
        ...(clause && { clause }),
      };
      const some = parties.length > 0 && act !== 'amend' ? { parties } : {};
      const rule = `${act} by number`;
      if (act === 'suspend') {
        acts.push({
          reach,
          rule,
          provision: { action: act, ...common, ...some, ...(from && { from }), ...(until && { until }) },
        });
      } else {
        acts.push({
          reach,
          rule,
          provision: {
            action: clause && act === 'lift' ? 'amend' : act,
            ...common,
            ...some,
            ...(from && { on: from }),
          },
        });
      }
    }
  }
  return acts;
}

/** The act of a sentence by its verbs; titles in 《》 are left out, because they quote other announcements' verbs. */
export function actOf(sentence: string): Verb | undefined {
  const words = withoutTitles(sentence);
  if (extension.test(words)) return 'suspend';
  if (resumption.test(words)) return 'resume';
  if (suspension.test(words)) return 'suspend';
  if (lifting.test(words)) return 'lift';
  return amendment.test(words) && announcementNumbers(words).length > 0 ? 'amend' : undefined;
}

/** 根据…, what lends its authority is not what is acted on. */
const authority = /^(?:根据|依据|按照|依照)[^,]*(?:,|$)/;

/** 第二款 right behind the number and its title, or the part that 所附…相关内容 names. */
function clauseAfter(words: string): string | undefined {
  const bare = words.replace(/^(?:\([^)]*\)|《[^》]*》)+/, '');
  const clause = new RegExp(
    `^(?:中)?(?<clause>第${numeral}(?:条|款|项|点)(?:第?[(]?${numeral}[)]?(?:条|款|项|点))*)`,
  ).exec(bare);
  if (clause?.groups) return clause.groups['clause'];
  return /^(?:所附|附件|中|关于)[^,;]{2,40}/.exec(bare)?.[0];
}
