import { html, type Part } from '../html.ts';
import { bounded, type Page, type Pen, table } from '../layout.ts';
import type { Row } from '../view.ts';
import { measureLink, stateOf } from './lines.ts';

const NAME = 'goods';
// A catalogue has thousands of lines; they stand on its own page and in items.csv.
const MOST_A_MEASURE = 150;
const MOST_ITEMS = 250;
const MOST_OF_A_FAMILY = 20;

/** Families of goods with their measures, then every item with its codes. */
export function goodsPage(rows: readonly Row[], pen: Pen): Page {
  const { text, words } = pen;
  const { heads } = text;
  const families = [...new Set(rows.flatMap(({ measure }) => measure.goods))];
  const all = rows.flatMap((row) => row.measure.items.slice(0, MOST_A_MEASURE).map((item) => ({ row, item })));
  const { shown: items, rest } = bounded(all, MOST_ITEMS, 'items.csv', NAME, pen);
  return {
    name: NAME,
    heading: text.pages.goods,
    content: html`${table(
      heads.goods,
      [heads.goods, heads.measure],
      families.map((family) => [words.goods([family]), ofFamily(family, rows, pen)]),
      text.none,
    )}
    ${table(
      heads.item,
      [heads.codes, heads.customs, heads.item, heads.measure, heads.standing],
      items.map(({ row, item }) => [
        item.controlCodes.join(', '),
        item.hsCodes.join(', '),
        html`<span lang="zh">${item.text}</span>`,
        measureLink(row, NAME, pen),
        stateOf(row, pen),
      ]),
      text.none,
    )}
    ${rest}`,
  };
}

function ofFamily(family: string, rows: readonly Row[], pen: Pen): Part {
  const all = rows.filter(({ measure }) => measure.goods.includes(family));
  const { shown, rest } = bounded(all, MOST_OF_A_FAMILY, 'register.json', NAME, pen);
  return [shown.map((row) => html`<div>${measureLink(row, NAME, pen)} ${stateOf(row, pen)}</div>`), rest];
}
