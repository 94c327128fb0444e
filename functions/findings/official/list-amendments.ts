import {
  controlCodes,
  controlCodesNamed,
  listedCodes,
  mentionsIn,
  withoutLeftOut,
  withoutReferences,
} from '../control-codes.ts';
import { hsCodesIn } from '../item-list.ts';
import type { Item, Provision } from '../finding.ts';
import type { Act } from './act.ts';
import type { CodeChanges } from './list-changes.ts';
import { aimsOf, reachOf } from './reach.ts';
import { tablesIn } from './tables.ts';
import type { Text } from './text.ts';

/** The item list itself, or the customs codes beside its entries, as what is amended: no announcement is named. */
const amendsList =
  /(?:修改|修订|调整|更新|变更|删减|增补|补充|完善|优化|拆分|移出|退出|列入|纳入)[^。]{0,40}(?:两用物项(?:和技术)?出口管制清单|(?:海关)?商品编[号码])|(?:两用物项(?:和技术)?出口管制清单|管制编码)[^。]{0,80}(?:修改|修订|调整|更新|变更|删减|增补|补充|拆分|移出|删除|新增)/;

const goes = /删除|删去|删减|取消|移出|移除|退出|调出|解除|不再(?:列入|列为|实施|纳入|作为|属于)|停止(?:对|实施)/;
const comes = /增加|新增|增列|增补|补充|列入/;
const alters = /修改|修订|调整|变更|更新|改为|拆分|合并|替换/;
/** 取消对3A951项所列电容器的出口管制, 2C902.c项不再列为管制物项: goods that are free again. */
const frees =
  /(?:取消|解除|停止|移出|退出|调出|不再(?:列为|列入|实施|纳入|作为|属于))[^。;]{0,80}(?:管制|管控)|(?:管制|管控)[^。;]{0,12}(?:取消|解除|停止)/;
const aCode = /\d[a-e]\d{3}/;

/** Whether a text amends the list of controlled items, by its title and the sentence that says so. */
const amendsItemList = ({ title, sentences }: Text): boolean =>
  [title.text, ...sentences.slice(0, 12).map(({ text }) => text)].some((words) =>
    amendsList.test(words.replace(followed, '')),
  );
/** 《…清单》同步予以更新: what follows from a control, and no amendment of its own. */
const followed = /(?:两用物项(?:和技术)?出口管制清单)[》"]?(?:将)?(?:同步|相应|同时)(?:予以|进行)?(?:更新|调整|修订)/g;

/** What a text changes in the list of controlled items; undefined: it is not about that list. */
export const itemListChanges = (text: Text): CodeChanges | undefined =>
  amendsItemList(text) ? listAmendments(text) : undefined;

/** A sentence, or as many as a quotation spans. */
interface Unit {
  readonly text: string;
  readonly quote: string;
}

/** A quotation of several lines (“2B915．…：\n a．…”) belongs to the sentence that opens it. */
function unitsOf({ sentences, text }: Text): readonly Unit[] {
  const units: Unit[] = [];
  let from: number | undefined;
  let marks = 0;
  for (const sentence of sentences) {
    from ??= sentence.from;
    marks += sentence.text.split('"').length - 1;
    const to = sentence.from + sentence.text.length;
    if (marks % 2 === 1 && to - from < 4_000) continue;
    units.push({ text: text.text.slice(from, to).replaceAll('\n', ' '), quote: text.quote(from, to) });
    [from, marks] = [undefined, 0];
  }
  return units;
}

/** What a sentence does with the entries that it names. */
const kindOf = (words: string): 'goes' | 'comes' | undefined =>
  comes.test(words) || alters.test(words) ? 'comes' : goes.test(words) ? 'goes' : undefined;

/**
 * The entries that an amendment of the item list adds, alters and takes out, one sentence at a time, or one a line under the
 * sentence that says so. The code outside quotation marks is the entry that is spoken of (将3A904.b项中的“…”修改为“…”), one
 * at the head of a quotation the entry that comes in, and one before 项后 only says where.
 */
function listAmendments(text: Text): CodeChanges {
  const items: Item[] = [];
  const ended: Item[] = [];
  let carried: 'goes' | 'comes' | undefined;
  for (const { text: words, quote } of unitsOf(text)) {
    const outside = words.replace(/"[^"]*"/g, (quoted) => '·'.repeat(quoted.length));
    const own = kindOf(outside);
    const entry = own === undefined && lineOfCode.test(words);
    if (own !== undefined) carried = own;
    else if (!entry) carried = undefined;
    const kind = own ?? (entry ? carried : undefined);
    if (kind === undefined || words.length > 4_000) continue;
    const found = namedIn(words, quote);
    // 删除：3A902；增加：6A908: one sentence with verbs of both kinds, each in a part of its own.
    for (const { before, item } of found) ((verbBefore(before) ?? kind) === 'goes' ? ended : items).push(item);
  }
  return { items: [...items, ...(amendsList.test(text.title.text) ? tabled(text) : [])], ended };
}

const lineOfCode = /^(?:[^\da-z]{0,6}|\d{1,3}[.、)])\d[a-e]\d{3}/;

interface Found {
  readonly item: Item;
  /** The words of its sentence before it, without quotations. */
  readonly before: string;
}

/** The entries that words name, each with the words up to the next. */
function namedIn(words: string, quote: string): readonly Found[] {
  const outside = words.replace(/"[^"]*"/g, (quoted) => '·'.repeat(quoted.length));
  const spoken = new Set(controlCodesNamed(withoutLeftOut(withoutReferences(outside).replace(onlyPlace, ''))));
  const quoted = [...words.matchAll(/"(?=\d ?[a-e] ?\d{3})/g)].map(({ index }) => index + 1);
  const all = mentionsIn(words);
  const named = all.filter(({ code, from }) => (outside[from] === '·' ? quoted.includes(from) : spoken.has(code)));
  const firsts = named.filter(({ code }, i) => named.findIndex((one) => one.code === code) === i);
  return firsts.map(({ code, from }, i) => {
    const to = firsts[i + 1]?.from ?? words.length;
    const piece = firsts.length === 1 ? words : words.slice(from, to);
    const text = firsts.length === 1 ? quote : piece.replace(/["、,;。]+$/, '').toUpperCase();
    return {
      before: outside.slice(0, from),
      item: { text: text.slice(0, 300), controlCodes: [code], hsCodes: hsCodesIn(newCustomsWords(piece)) },
    };
  });
}
const onlyPlace = /\d[a-e]\d{3}(?:\.[a-z\d]{1,2})*项?(?:之|以)?[后前]/g;

/** The verb that governs a code: the last before it. */
function verbBefore(before: string): 'goes' | 'comes' | undefined {
  const last = [...before.matchAll(new RegExp(`(?<goes>${goes.source})|(?:${comes.source}|${alters.source})`, 'g'))].at(
    -1,
  );
  return last && (last.groups?.['goes'] === undefined ? 'comes' : 'goes');
}

/** The rows of a table of codes, with the customs codes of its column of new ones where there is one. */
function tabled({ text }: Text): readonly Item[] {
  return tablesIn(text).flatMap(({ heading, rows }) => {
    const after = heading.findIndex((cell) => /新|调整后|现/.test(cell));
    return rows.flatMap((cells): readonly Item[] => {
      const codes = listedCodes([cells.map((cell) => cell.folded)])[0] ?? [];
      const hs = hsCodesIn((after < 0 ? cells : cells.slice(after, after + 1)).map((cell) => cell.folded).join('\n'));
      if (codes.length + hs.length === 0) return [];
      return [{ text: cells.map((cell) => cell.words).join(' '), controlCodes: codes, hsCodes: hs }];
    });
  });
}

/** 由8907900010调整为8907900020: the customs codes as they now read. */
const newCustomsWords = (text: string): string =>
  /(?:调整|变更|更改|修改|改|更新)为(?<after>(?!.*(?:调整|变更|更改|修改|改|更新)为).*)$/.exec(text)?.groups?.[
    'after'
  ] ?? text;

/** Entries of the item list that come in, change and go, where no announcement is named. */
export function itemListActs(text: Text): readonly Act[] {
  const { items, ended } = itemListChanges(text) ?? freed(text);
  const first = text.sentences.find(({ text: words }) => /清单|编[号码]|管制/.test(words)) ?? text.sentences[0];
  if (items.length + ended.length === 0) return [];
  const reach = reachOf(aimsOf(`${text.title.text}\n${text.text.text.slice(0, 20_000)}`));
  const provision: Provision = {
    action: 'amend',
    instrument: 'item-list',
    quote: first?.quote ?? text.document.title,
    ...(text.effect.from && { on: text.effect.from }),
    alters: { ...(items.length > 0 && { items }), ...(ended.length > 0 && { endedItems: ended }) },
  };
  return [{ reach, rule: 'an amendment of the item list', provision }];
}

/** Goods that are free again by their codes, where a text does nothing else with codes. */
function freed({ sentences }: Text): CodeChanges {
  const coded = sentences.filter(({ text: words }) => aCode.test(words));
  const ended = coded
    .filter(({ text: words }) => frees.test(words))
    .map(({ text: words, quote }) => ({
      text: quote.slice(0, 300),
      controlCodes: controlCodes(words),
      hsCodes: hsCodesIn(words),
    }))
    .filter(({ controlCodes: codes }) => codes.length > 0);
  const known = new Set(ended.flatMap(({ controlCodes: codes }) => codes));
  const others = coded.flatMap(({ text: words }) => controlCodes(words)).filter((code) => !known.has(code));
  return { items: [], ended: others.length === 0 ? ended : [] };
}
