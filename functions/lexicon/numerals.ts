const digits: Readonly<Record<string, number>> = {
  ...{ 〇: 0, 零: 0, 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 两: 2 },
  ...{ o: 0, '○': 0 }, // the site's typists put a letter or a circle where 〇 belongs
};

/** Characters of a number on folded text, for patterns: Arabic or Chinese. */
export const numeral = '[0-9〇零○一二三四五六七八九十百千两]+';

/** A whole number in Arabic or Chinese figures (`20`, `二十`, `一百零三`, `二〇二六`), or undefined. */
export function parseNumeral(text: string): number | undefined {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  if (/^\d{1,3}(?:,\d{3})+$/.test(text)) return Number(text.replaceAll(',', ''));
  if (/[十百千]/.test(text)) return parsePlaces(text);
  const figures = [...text].map((character) => digits[character] ?? (/\d/.test(character) ? Number(character) : NaN));
  const value = figures.length > 0 && figures.length < 10 ? Number(figures.join('')) : NaN;
  return Number.isNaN(value) ? undefined : value;
}

const places: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 二十 · 十一 · 一百零三: figures before a place count that many of it. */
function parsePlaces(text: string): number | undefined {
  let total = 0;
  let pending: number | undefined;
  for (const character of text) {
    const place = places[character];
    if (place !== undefined) {
      total += (pending ?? 1) * place;
      pending = undefined;
    } else if (digits[character] !== undefined) pending = digits[character];
    else return undefined;
  }
  return total + (pending ?? 0);
}
