import { announcementNumbers } from '../../lexicon/announcement-numbers.ts';
import { fold } from '../../lexicon/fold.ts';
import { controlCodes, controlCodesNamed } from '../control-codes.ts';
import { hsCodesIn } from '../item-list.ts';
import type { Alteration, Item, MeasureId, Party, Provision } from '../finding.ts';
import type { Act } from './act.ts';
import { aliasesIn } from './aliases.ts';
import type { Sentence } from './clauses.ts';
import { partiesOfEntry, partiesUnderSentence } from './opened-list.ts';
import { listsIn } from './instruments.ts';
import { namesIn } from './names-in.ts';
import { partyOf } from './party-entry.ts';
import { looksLikeName, mayBeName, tidy } from './party-names.ts';
import { itemListActs, itemListChanges } from './list-amendments.ts';
import { codeChanges, partiesAtPlaces, placesDeleted } from './list-changes.ts';
import { entriesOf } from './list-entries.ts';
import { aimsOf, isKnownOfJapan, reachOf, reachOfParties } from './reach.ts';
import { renameTableActs } from './rename-table.ts';
import type { Text } from './text.ts';
import { ofEntry } from './verbs.ts';

/**
 * What a correction (更正), a change of names (更名, 替换) or an amendment puts in place of what, in the announcement that
 * it names: parties added, replaced or renamed, codes and figures, or the announcement's own number.
 */
export function correctionActs(text: Text): readonly Act[] {
  const tabled = renameTableActs(text);
  if (tabled.length > 0) return tabled;
  const target = targetOf(text);
  const title = text.title.text;
  const says =
    correcting.test(title) ||
    namesTarget(text) ||
    text.propositions.some(
      ({ act, actor, cites, bare }) =>
        actor === 'china' &&
        (act === 'correct' ||
          act === 'replace' ||
          (act === 'amend' && cites.length > 0) ||
          (act === 'list' && cites.length > 0 && listsIn(bare).length === 0)),
    );
  if (!target) return [...itemListActs(text), ...renamingActs(text)].slice(0, 1);
  if (!says) return itemListActs(text);
  const alters = alterationOf(text);
  const parties = [
    ...(alters.aliases ?? []).map(({ party }) => party),
    ...(alters.added ?? []),
    ...(alters.removed ?? []),
    ...(alters.renamed ?? []).map(({ to }) => to),
  ];
  const words = `${title}\n${text.text.text.slice(0, 20_000)}`;
  const reach =
    parties.length > 0
      ? (reachOfParties(words, parties) ?? 'japan')
      : isKnownOfJapan(target)
        ? 'japan'
        : reachOf(aimsOf(words));
  const quote =
    (
      text.propositions.find(({ act }) => ['correct', 'replace', 'amend', 'list'].includes(act))?.sentence ??
      text.sentences[0]
    )?.quote ?? text.document.title;
  const provision: Provision = {
    action: 'amend',
    measure: target,
    quote,
    ...(text.effect.from && { on: text.effect.from }),
    ...(Object.keys(alters).length > 0 && { alters }),
  };
  return [{ reach, rule: 'a correction or amendment', provision }];
}

const correcting = /更正|勘误|更名|变更|替换|增补|补列/;
/** 关于调整商务部公告2025年第61号有关规定的公告: the title names what is amended. */
const amending = /修改|修订|调整|补充|更新|增列|增加|删除|删减/;
const namesTarget = ({ title, number }: Text): boolean =>
  amending.test(title.text) && announcementNumbers(title.text).some((one) => one.number !== number);

/** 关注名单中“甲”更名为“乙”: of a list, where no announcement is named; the register knows who holds the party. */
function renamingActs(text: Text): readonly Act[] {
  const renamed = pairsIn(text).flatMap(renaming);
  const instrument = listsIn(`${text.title.text}\n${text.sentences.map(({ bare }) => bare).join('\n')}`)[0];
  const sentence = text.sentences.find(({ text: words }) => /更名|变更|改为|应为/.test(words));
  if (renamed.length === 0 || !instrument || !sentence) return [];
  const parties = renamed.map(({ from }) => from);
  const reach = reachOfParties(text.title.text, parties) ?? 'japan';
  const provision: Provision = {
    action: 'amend',
    instrument,
    parties,
    quote: sentence.quote,
    ...(text.effect.from && { on: text.effect.from }),
    alters: { renamed },
  };
  return [{ reach, rule: 'a change of names on a list', provision }];
}

/** The announcement that is corrected: the first that title or text names, its own number apart. */
function targetOf(text: Text): MeasureId | undefined {
  const all = [
    ...announcementNumbers(text.title.text),
    ...text.propositions.flatMap(({ cites }) => cites),
    ...announcementNumbers(text.text.text.slice(0, 3_000)),
  ];
  return all.find(({ number }) => number !== text.number)?.number as string as MeasureId | undefined;
}

function alterationOf(text: Text): Alteration {
  const pairs = pairsIn(text);
  const numbers = pairs.flatMap(({ after }) => numberIn(after));
  const names = pairs.flatMap(renaming);
  const ofList = itemListChanges(text);
  const listed = ofList ?? codeChanges(text.sentences);
  const given = ofList ? [] : [...pairs.flatMap(itemAltered), ...addedItems(text)];
  const known = new Set(given.flatMap(({ controlCodes: some }) => some));
  const named = [...given, ...listed.items.filter(({ controlCodes: some }) => !some.every((one) => known.has(one)))];
  const codes = named.length + listed.ended.length > 0 ? named : entriesCorrected(text);
  const other = pairs.filter((pair) => numberIn(pair.after).length + renaming(pair).length === 0);
  const added = addedIn(text);
  const deleted = placesDeleted(text.sentences);
  const at = deleted.length > 0 ? partiesAtPlaces(text.sentences) : new Map<number, Party>();
  const removed = [...replacedIn(text), ...deleted.flatMap((place) => at.get(place) ?? [])];
  const places = deleted.filter((place) => !at.has(place));
  const [number] = numbers;
  const aliases = aliasesIn(text.sentences);
  return {
    ...(added.length > 0 && { added }),
    ...(removed.length > 0 && { removed }),
    ...(places.length > 0 && { removedPlaces: places }),
    ...(names.length > 0 && { renamed: names }),
    ...(aliases.length > 0 && { aliases }),
    ...(codes.length > 0 && { items: codes }),
    ...(ofList ? listed.ended.length > 0 && { endedItems: listed.ended } : endedIn(text, listed.ended)),
    ...(other.length > 0 && { replaced: other }),
    ...(number && { number }),
  };
}

interface Pair {
  readonly before: string;
  readonly after: string;
  /** What stands in its sentence before it. */
  readonly lead: string;
}

const becomes = '(?:[^"。;\\n]{0,16})?(?:应为|更正为|改为|变更为|修改为|调整为|更名为)[:]?';
const quoted = new RegExp(`"(?<before>[^"\\n]{1,200})"${becomes}\\s*"(?<after>[^"\\n]{1,200})"`, 'g');
const byLine = /(?:^|\n)原文[:]?(?<before>[^\n"]{1,300})\n(?:现)?(?:更正为|改为|应为)[:]?(?<after>[^\n"]{1,300})/g;

/** “A”更正为“B”, and 原文：A 更正为：B on two lines. */
function pairsIn({ text }: Text): readonly Pair[] {
  return [...text.text.matchAll(quoted), ...text.text.matchAll(byLine)].map((match) => {
    const { before = '', after = '' } = match.groups ?? {};
    const words = (part: string, from: number): string =>
      text.quote(from, from + part.length).replace(/^[“"]|[”"]$/g, '');
    const first = match.index + match[0].indexOf(before);
    const lead =
      /(?:[^。\n]*。)?[^。\n]*$/.exec(text.text.slice(Math.max(0, match.index - 300), match.index))?.[0] ?? '';
    return {
      before: tidy(words(before, first)),
      after: tidy(words(after, match.index + match[0].lastIndexOf(after))),
      lead: lead === '' ? '' : text.quote(match.index - lead.length, match.index),
    };
  });
}

const withoutMark = (words: string): string => words.replace(/^(?:[（(][^（）()]{1,6}[）)]|\d{1,5}[.、．])\s*/, '');

function renaming({ before, after, lead }: Pair): readonly { readonly from: Party; readonly to: Party }[] {
  const [was, is] = [withoutMark(before), withoutMark(after)];
  if (!looksLikeName(was) || !looksLikeName(is)) return [];
  const [from, to] = [partyOf(was), partyOf(is)];
  if (!from || !to) return [];
  // 第7项“甲（A）”的英文名称应为“B”
  if (from.zh ?? to.zh) return [{ from, to: { ...(from.zh && { zh: from.zh }), ...to } }];
  // “甲株式会社”的英文名称“A”更正为“B”: whose English name it is stands before it.
  const quotedLead = [...lead.matchAll(/[“"](?<name>[^“”"]*[一-鿿][^“”"]*)[”"]/g)].at(-1)?.groups?.['name'];
  const owner = quotedLead ? partyOf(withoutMark(quotedLead)) : namesIn(lead).at(-1);
  return owner ? [{ from: { ...owner, ...from }, to: { ...owner, ...to } }] : [];
}

const numberIn = (words: string): ReturnType<typeof announcementNumbers>[number]['number'][] =>
  announcementNumbers(fold(words).text).map(({ number }) => number);

/** What a pair says of an entry: by the codes in it, else by the code that stands last before it (3C911.b项…有误。该项“…”应为“…”). */
function itemAltered(pair: Pair): readonly Item[] {
  const own = itemIn(pair.after);
  if (own.length > 0 || numberIn(pair.after).length + renaming(pair).length > 0) return own;
  const code = controlCodesNamed(fold(pair.lead).text).at(-1);
  return code ? [{ text: pair.after.slice(0, 300), controlCodes: [code], hsCodes: [] }] : [];
}

/** Codes as they now read; a figure may be parted by spaces (8479 8999 16). */
function itemIn(words: string): readonly Item[] {
  const folded = fold(words).text.replace(/(?<=\d) (?=\d)/g, '');
  const [control, hs] = [controlCodes(folded), hsCodesIn(folded)];
  return control.length + hs.length > 0 ? [{ text: words, controlCodes: control, hsCodes: hs }] : [];
}

const adds = /(?:增加|增列|增补|补列|补充|替换为)(?:以下|下列)?(?:[^:。\n"]{0,10}:|[^:。\n"]{0,10}(?="))?\s*/;

/** 附件增加：“（二十）…”, 末尾增补：, 替换为以下两项：: the names that come in, in the sentence or in the lines under it. */
function addedIn({ sentences, text }: Text): readonly Party[] {
  const at = sentences.findIndex(({ bare }) => adds.test(bare) && !ofEntry.test(bare));
  const sentence = sentences[at];
  if (!sentence) return [];
  const under = sentence.opensList ? partiesUnderSentence(text, sentence) : [];
  if (under.length > 0) return under;
  const start = sentence.from + (adds.exec(sentence.bare)?.index ?? 0);
  const next = sentences
    .slice(at + 1)
    .find(({ text: words }) => /^[一二三四五六七八九十]、|^正文|^原|^上述|^本公告/.test(words) && !sentence.opensList);
  const end = sentence.opensList ? endOfList(text.text, start) : (next?.from ?? sentence.from + sentence.text.length);
  const words = text.quote(start, end);
  const head = fold(words);
  const inline = head.quote(adds.exec(head.text)?.[0].length ?? 0, head.text.length);
  const entries = entriesOf(fold(words).text).map(({ from, to }) => fold(words).quote(from, to));
  const lines = words.split('\n').slice(1).map(withoutMarkLoose);
  const some = entries.length > 0 ? entries : lines.length > 0 ? lines : [inline];
  return some
    .map((entry) => withoutMark(entry.replace(/[”"。]+$/, '').replace(/^[“"]/, '')))
    .filter((entry) => (sentence.opensList ? mayBeName(entry) : looksLikeName(entry)))
    .flatMap(partiesOfEntry);
}

const withoutMarkLoose = (line: string): string => line.trim().replace(/^\d{1,5}[.、．]/, '');

/** The lines under a sentence that opens a list, up to the first that is none. */
function endOfList(text: string, from: number): number {
  let end = text.indexOf('\n', from);
  while (end >= 0) {
    const line = text.slice(end + 1, end + 200).split('\n', 1)[0] ?? '';
    if (!/^(?:\d{1,5}[.、)]|[(][^()]{1,6}[)])/.test(line)) return end;
    end = text.indexOf('\n', end + 1);
  }
  return text.length;
}

/** “甲”一项替换为以下两项: the name that goes. */
function replacedIn({ text }: Text): readonly Party[] {
  const name = /"(?<name>[^"\n]{2,100})"[^"。\n]{0,6}替换为以下/.exec(text.text)?.groups?.['name'];
  const party = name ? partyOf(name) : undefined;
  return party ? [party] : [];
}

/** 附件所列3C911.b项技术指标有误: the entries whose words are corrected, where no code is. */
const entriesCorrected = ({ sentences }: Text): readonly Item[] =>
  sentences
    .filter(({ bare, text }) => /有误|错误|错漏|应为|更正为|修改为|调整为|改为/.test(bare) && text.length < 1_000)
    .map((sentence) => itemOf({ ...sentence, text: sentence.text.replace(/"[^"]*"/g, '') }))
    .filter(({ controlCodes: codes }) => codes.length > 0);

const itemOf = ({ quote, text }: Sentence): Item => ({
  text: quote,
  controlCodes: controlCodes(text),
  hsCodes: hsCodesIn(text),
});

/** 新增核级石墨粉，纳入管制: goods that come in, with codes or without. */
const addedItems = ({ sentences }: Text): readonly Item[] =>
  // 管控名单…增列别名: a list of parties, and no goods.
  (sentences.some(({ bare }) => listsIn(bare).length > 0) ? [] : sentences)
    .filter(
      ({ bare, text }) =>
        /新增.{1,80}(?:纳入|实施|列入).{0,12}(?:管制|清单)|增列(?!.{0,20}(?:实体|公司|会社)).{1,80}/.test(bare) &&
        text.length < 400,
    )
    .map(itemOf);

/** 天然鳞片石墨制品…不再实施管制: goods that are free again. */
function endedIn({ sentences }: Text, listed: readonly Item[]): { readonly endedItems?: readonly Item[] } {
  const ended = sentences.filter(
    ({ bare, text }) =>
      /不再(?:实施|列入)|取消管制|移出.{0,10}清单/.test(bare) && text.length < 400 && !/号/.test(bare),
  );
  const items = [...ended.map(itemOf), ...listed];
  return items.length > 0 ? { endedItems: items } : {};
}
