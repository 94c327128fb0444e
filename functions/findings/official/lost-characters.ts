import type { BeijingDate } from '../../time.ts';
import type { DoubtedAct } from '../doubt.ts';
import type { MeasureId, Provision, Reading } from '../finding.ts';
import type { Act } from './act.ts';
import { isAboutForeignAct } from './actors.ts';
import { findingOf } from './announcement.ts';
import type { Official } from './identity.ts';
import { otherRegimes } from './phrases.ts';
import { aimsOf, reachOf } from './reach.ts';

const lost = '\ufffd';

/** Whether characters of a text could not be decoded, so that a name, a day or a word that denies may be missing. */
export const losesCharacters = ({ title, text }: Official): boolean =>
  title.text.includes(lost) || text.text.includes(lost);

// What is left of 出口管制, 两用物项, 管控名单 where one character of it is lost.
const remains = /管制|两用|管控|关注名单|\ufffd用物项|出\ufffd|禁止|许可|日\ufffd|\ufffd本|日本/;

/** A text with lost characters is unclear, with what could be read, unless it is plainly of another regime. */
export function unclearForLoss(official: Official, reading: Reading): Reading {
  const doubt = { kind: 'characters-lost' } as const;
  const quote = official.document.title;
  const words = `${official.title.text}\n${official.text.text}`;
  if (reading.kind === 'silent') {
    const other = otherRegimes.some(([, pattern]) => pattern.test(official.title.text));
    const elsewhere = reachOf(aimsOf(words)) === 'elsewhere' || isAboutForeignAct(official.title.text);
    if (other || elsewhere || official.number === undefined || !remains.test(words)) return reading;
    return findingOf(official, [
      { reach: reachOf(aimsOf(words)), rule: 'characters are lost', provision: { action: 'unclear', doubt, quote } },
    ]);
  }
  const [first] = reading.finding.provisions;
  const measure = first.action === 'impose' || first.action === 'unclear' ? first.measure : undefined;
  const provision: Provision = {
    action: 'unclear',
    doubt,
    quote: first.quote,
    ...(measure ? { measure } : doubted(first)),
  };
  const { reach } = reading.finding;
  const others = reading.finding.provisions.slice(1).flatMap((one): readonly Act[] => {
    const act = doubted(one);
    if (!act) return [];
    return [{ reach, rule: 'characters are lost', provision: { action: 'unclear', doubt, quote: one.quote, ...act } }];
  });
  return findingOf(official, [{ reach, rule: 'characters are lost', provision }, ...others]);
}

/** What an act plainly does to which announcement, from when; nothing, where it names none. */
function doubted(one: Provision): { act: DoubtedAct; target: MeasureId; on?: BeijingDate } | undefined {
  if (one.action === 'impose' || one.action === 'clarify' || one.action === 'report' || one.action === 'unclear')
    return undefined;
  const on = one.action === 'suspend' ? one.from : one.on;
  return one.measure && { act: one.action, target: one.measure, ...(on && { on }) };
}
