// The languages whose feeds and servers have been seen to write a month in words, English first.
// prettier-ignore
const locales = ['en', 'fr', 'de', 'es', 'it', 'pt', 'nl', 'pl', 'ru', 'uk', 'cs', 'hr', 'tr', 'id', 'ms', 'sv', 'da', 'nb', 'fi', 'vi', 'ko', 'zh', 'ja'];

const english = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The month that a word names, 1 to 12: English from its first three letters, other languages by the Unicode locale data
 * that the platform holds, whole or shortened. A word that is one month here and another there (`listopad`) names none.
 */
export function monthNamed(word: string): number | undefined {
  const name = plainName(word);
  const short = english.indexOf(name.slice(0, 3));
  if (short >= 0 && longEnglish[short]?.startsWith(name)) return short + 1;
  if (name === 'sept') return 9;
  if (englishDays.has(name)) return undefined;
  others ??= namesOfMonths();
  return others.has(name) ? others.get(name) : begunBy(name, others);
}

// Shorter beginnings are weekdays as often.
const SHORTEST = 3;

function begunBy(beginning: string, names: ReadonlyMap<string, number | undefined>): number | undefined {
  if (beginning.length < SHORTEST || /\d/.test(beginning)) return undefined;
  const months = new Set([...names].flatMap(([name, month]) => (name.startsWith(beginning) ? [month] : [])));
  return months.size === 1 ? [...months][0] : undefined;
}

// In front of every date of RFC 822; names of months begin with none.
const englishDays = new Set(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);

const longEnglish = 'january february march april may june july august september october november december'.split(' ');

const plainName = (word: string): string => word.toLowerCase().replace(/\.$/, '');

let others: ReadonlyMap<string, number | undefined> | undefined;

function namesOfMonths(): ReadonlyMap<string, number | undefined> {
  const found = new Map<string, number | undefined>();
  for (const locale of locales) {
    for (const format of formats(locale)) {
      for (let month = 1; month <= 12; month++) {
        const name = plainName(format(month));
        if (/^\d*$/.test(name)) continue;
        found.set(name, found.has(name) && found.get(name) !== month ? undefined : month);
      }
    }
  }
  return found;
}

/** A month alone, and as it stands beside a day: many languages inflect it there. */
function formats(locale: string): readonly ((month: number) => string)[] {
  const day = (month: number): Date => new Date(Date.UTC(2026, month - 1, 15));
  return (['long', 'short'] as const).flatMap((month) => {
    const alone = new Intl.DateTimeFormat(locale, { month, timeZone: 'UTC' });
    const beside = new Intl.DateTimeFormat(locale, { month, day: 'numeric', timeZone: 'UTC' });
    return [
      (number: number) => alone.format(day(number)),
      (number: number) => beside.formatToParts(day(number)).find(({ type }) => type === 'month')?.value ?? '',
    ];
  });
}
