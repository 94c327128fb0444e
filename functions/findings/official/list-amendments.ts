import { controlCodesNamed, hsCodesIn } from '../item-list.ts';
import type { Item, Provision } from '../finding.ts';
import type { Act } from './act.ts';
import type { Sentence } from './clauses.ts';
import type { CodeChanges } from './list-changes.ts';
import { aimsOf, reachOf } from './reach.ts';
import type { Text } from './text.ts';

/** The item list itself, or the customs codes beside its entries, as what is amended: no announcement is named. */
const amendsList =
  /(?:修改|修订|调整|更新|变更|删减|增补|补充|完善|优化|拆分|移出|列入|纳入)[^。]{0,40}(?:两用物项(?:和技术)?出口管制清单|(?:海关)?商品编[号码])|(?:两用物项(?:和技术)?出口管制清单|管制编码)[^。]{0,80}(?:修改|修订|调整|更新|变更|删减|增补|补充|拆分|移出|删除|新增)/;

const goes = /删除|删去|删减|取消|移出|移除|不再列入/;
const comes = /增加|新增|增列|增补|补充|列入/;
const alters = /修改|修订|调整|变更|更新|改为|拆分|合并|替换/;

/** Whether a text amends the list of controlled items, by its title and the sentence that says so. */
const amendsItemList = (title: string, sentences: readonly Sentence[]): boolean =>
  [title, ...sentences.slice(0, 12).map(({ text }) => text)].some((words) => amendsList.test(words));

/**
 * The entries that an amendment of the item list adds, alters and takes out, one sentence at a time. The code outside
 * quotation marks is the entry that is spoken of (将3A904.b项中的“…”修改为“…”), one at the head of a quotation the entry
 * that comes in, and one before 项后 only says where.
 */
function listAmendments(sentences: readonly Sentence[]): CodeChanges {
  const items: Item[] = [];
  const ended: Item[] = [];
  for (const sentence of sentences) {
    const { text, quote } = sentence;
    if (text.length > 2_000 || !(goes.test(text) || comes.test(text) || alters.test(text))) continue;
    const outside = text.replace(/"[^"]*"/g, (quoted) => '·'.repeat(quoted.length));
    const spoken = controlCodesNamed(outside.replace(/\d[a-e]\d{3}(?:\.[a-z\d]{1,2})*项?(?:之|以)?[后前]/g, ''));
    const quoted = [...text.matchAll(/"(?<head>\d[a-e]\d{3}[^"]{0,600})"/g)].flatMap(({ groups }) =>
      controlCodesNamed((groups?.['head'] ?? '').slice(0, 12)).slice(0, 1),
    );
    const codes = [...new Set([...spoken, ...quoted])];
    if (codes.length === 0) continue;
    const into = goes.test(outside) && !comes.test(outside) && !alters.test(outside) ? ended : items;
    into.push({ text: quote.slice(0, 300), controlCodes: codes, hsCodes: hsCodesIn(newCustomsWords(text)) });
  }
  return { items, ended };
}

/** 由8907900010调整为8907900020: the customs codes as they now read. */
const newCustomsWords = (text: string): string =>
  /(?:调整|变更|更改|修改|改|更新)为(?<after>(?!.*(?:调整|变更|更改|修改|改|更新)为).*)$/.exec(text)?.groups?.[
    'after'
  ] ?? text;

/** Entries of the item list that come in, change and go, where no announcement is named. */
export function itemListActs(text: Text): readonly Act[] {
  if (!amendsItemList(text.title.text, text.sentences)) return [];
  const { items, ended } = listAmendments(text.sentences);
  const first = text.sentences.find(({ text: words }) => /清单|编[号码]/.test(words)) ?? text.sentences[0];
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
