import { namedDays } from '../../lexicon/dates.ts';
import { numeral, parseNumeral } from '../../lexicon/numerals.ts';
import { addDays, beijingDate, type BeijingDate } from '../../time.ts';

/** From when, and until when, as a text says; undefined where it does not. */
export interface Period {
  readonly from?: BeijingDate;
  readonly until?: BeijingDate;
}

const force = '(?:正式)?(?:实施|施行|执行|生效|适用|停止|暂停|恢复|废止|失效|起算|不再)';
const atOnce = new RegExp(
  `(?:自|从)(?:本(?:公告|决定|规定|令|办法|条例))?(?:公布|发布|公告|签发|印发)之日起|即日起|立即(?:生效|实施|施行)|(?:公布|发布)之日起${force}`,
);
const duration = new RegExp(
  `(?:暂停|为期|期限为?|有效期为?|延长|恢复)[^。;\\n]{0,60}?(?<count>${numeral}|半)(?<unit>年|个月|天|日)(?!第|\\d|[一-鿿]{0,2}月)`,
);

/**
 * The day from which an announcement binds. `自公布之日起` is the day of publication; `自2025年11月8日起` that day. Where
 * several days open a period, the one of "本公告" counts, then the first that says 实施.
 */
export function effectiveDay(text: string, publishedOn: BeijingDate | undefined): BeijingDate | undefined {
  const own = sentences(text).filter((sentence) => /本(?:公告|决定|令|规定|办法|条例)|上述|以上/.test(sentence));
  for (const scope of [own.filter((sentence) => /起|生效|施行/.test(sentence)), sentences(text)]) {
    for (const sentence of scope) {
      const day = openingDay(sentence);
      if (day) return day;
      if (atOnce.test(sentence)) return publishedOn;
    }
  }
  return undefined;
}

/** The period that one sentence sets: `自…起至…`, `至2026年11月10日`, `暂停…一年`. */
export function periodOf(sentence: string, publishedOn: BeijingDate | undefined): Period {
  const from = openingDay(sentence) ?? (atOnce.test(sentence) ? publishedOn : undefined);
  const closing = namedDays(sentence).findLast((named) =>
    /(?:至|到|截至|截止到?|延长至|延至)$/.test(sentence.slice(0, named.from)),
  );
  if (closing) return { from, until: closing.day };
  const span = duration.exec(sentence)?.groups;
  const start = from ?? publishedOn;
  return span && start ? { from, until: lastDay(start, span['count'] ?? '', span['unit'] ?? '') } : { from };
}

function openingDay(sentence: string): BeijingDate | undefined {
  return namedDays(sentence).find((named) => {
    const before = sentence.slice(Math.max(0, named.from - 3), named.from);
    const after = sentence.slice(named.to, named.to + 14);
    const opens = /^(?:\d{1,2}时|零时)?(?:\([^)]{1,12}\))?(?:起|开始)/.test(after) && !/^起?施行的/.test(after);
    return opens || (/[于自从]$/.test(before) && new RegExp(`^${force}`).test(after));
  })?.day;
}

/**
 * The last day of a period counted from a day: the day itself does not count, and a month without the corresponding day
 * ends with its last (Civil Code arts. 201-203). So 90 days from 14 May end on 12 August.
 */
function lastDay(start: BeijingDate, count: string, unit: string): BeijingDate | undefined {
  const amount = parseNumeral(count) ?? 0;
  if (unit === '天' || unit === '日') return addDays(start, amount);
  const [year = 0, month = 0, day = 0] = start.split('-').map(Number);
  const index = year * 12 + month - 1 + (count === '半' ? 6 : unit === '年' ? amount * 12 : amount);
  const ends = [day, 30, 29, 28].map((last) =>
    beijingDate(Math.floor(index / 12), (index % 12) + 1, Math.min(day, last)),
  );
  return ends.find((end) => end !== undefined);
}

const sentences = (text: string): readonly string[] => text.split(/[。;\n]/);
