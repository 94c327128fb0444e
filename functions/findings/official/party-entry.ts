import { cleanName, folded } from '../../lexicon/fold.ts';
import { japaneseName } from '../../lexicon/names.ts';
import type { Party } from '../finding.ts';
import { han, latinOnly, splitNames, tidy, unquoted } from './party-names.ts';

const latin = /\p{Script=Latin}/u;
const fields =
  /(?<label>地\s*址|住\s*所|所在地|注册地|邮\s*编|邮政编码|常用名称?|别\s*[名称]|又称|又名|亦称|也称|曾用名|旧称|旧名|原名|原称|前身|(?:以?下)?简称|以下称|下称|英文名?称?|日文名?称?|公告所列英文名|address|aliases|alias|also known as|a\.k\.a\.?|f\.k\.a\.?|formerly)\s*[:：为]?\s*/gi;
const otherName = /常用名|别[名称]|[又亦也旧]称|[又旧]名|原[名称]|前身|曾用名|简称|下称|alias|also|[af]\.k\.a|formerly/;

/** One entry's words → a party; undefined when nothing in it is a name. */
export function partyOf(entry: string): Party | undefined {
  const words = joined(cleanName(entry.length > 600 ? entry.slice(0, 600) : entry));
  const labels = [...words.matchAll(fields)].filter(
    (match) =>
      /[:：为]\s*$/.test(match[0]) ||
      /^[\s\t(（,，;；、]/.test(words[match.index - 1] ?? ' ') ||
      /[“「]/.test(words[match.index + match[0].length] ?? ''),
  );
  // 银河台通信系统株式会社（银河台通信系统曾用名“…”）: whose other name it is stands before the label once more.
  const head = words.slice(0, labels[0]?.index ?? words.length).replace(/[（(][一-鿿]{1,20}$/, '');
  const detail = labels.map((match, i) => ({
    label: match.groups?.['label']?.replace(/\s/g, '').toLowerCase() ?? '',
    value: unquoted(
      tidy(words.slice(match.index + match[0].length, labels[i + 1]?.index ?? words.length).replace(/[）)]+\s*$/, '')),
    ),
  }));
  const valueOf = (label: RegExp): string | undefined =>
    detail.find((field) => label.test(field.label) && field.value)?.value;
  const names = splitLanguages(ownName(head.replace(/[（(，,、]\s*$/, '')));
  const en = names.en ?? valueOf(/英文/);
  if (!names.zh && !en) return undefined;
  const ja = valueOf(/^日文/) ?? japaneseAside(tidy(head)) ?? japaneseName(names.zh, en);
  const address = valueOf(/地址|住所|所在地|注册地|address/);
  const aliases = detail.filter(({ label }) => otherName.test(label)).flatMap(({ value }) => aliasesIn(value));
  return {
    ...(names.zh && { zh: names.zh }),
    ...(en && { en }),
    ...(ja && { ja }),
    ...(address && { address }),
    ...(aliases.length > 0 && { aliases: [...new Set(aliases)] }),
  };
}

/** 甲株式会社的关联企业乙株式会社, 甲株式会社代表取缔役大西健一: whose it is, or what somebody is, stands before the name. */
const ownName = (head: string): string =>
  head
    .replace(/^[^（(]{2,40}的(?:关联|全资|控股|下属|附属)?(?:企业|公司|子公司|分公司|机构)(?=[^（(]{3,})/, '')
    .replace(
      /^(?:[^（(]{2,40}?(?:会社|公司|研究所|大学)|前?[一-鿿]{0,8}?)(?:代表取缔役|董事长|总裁|总经理|社长|部长|所长|教授|研究员)(?=[一-鿿]{2,5}(?:[（(]|$))/,
      '',
    );

/** Without the blanks that typesetting puts into a name (菊川 精 密 株式会社, ABK 御前崎), and footnote marks. */
const joined = (words: string): string =>
  words
    .replace(/(?<=[一-鿿）)])[①-⑳](?=$|[\s（(，,、])/g, '')
    .replace(/(?<=[一-鿿々ァ-ヶー]) +(?=[一-鿿々ァ-ヶー（])/g, '')
    .replace(/(?<=(?:^|[^A-Za-z\d])[A-Z\d]{1,6}) +(?=[一-鿿])/g, '');

/** The names in a field of aliases, without what is said of them (木曾铸造株式会社（2019年更名）). */
export const aliasesIn = (field: string): readonly string[] =>
  splitNames(field.replace(/^(?:旧|原|别|又|亦|曾用|常用)[称名][:：]/, ''))
    .map((one) => unquoted(one.replace(/^.*[“"「](?=[^“”"「」]+[”"」]$)/, '').replace(/[（(].*$/s, '')))
    .filter((one) => one !== '' && !place.test(one) && !/^(?:无|同上|[-—–])$|\d{4}年|更名/.test(one));

/** 商务部公告2026年第12号附件第9项: where somebody is listed, and no name. */
const place = /公告|附件|第[^）)]{1,6}[项号]|序号|编号/;

interface Names {
  readonly zh?: string;
  readonly en?: string;
}

/** `三菱造船株式会社（Mitsubishi Shipbuilding Co.）`, a table row, or two names with only a space between. */
function splitLanguages(head: string): Names {
  const cells = head
    .split(/\t|\n/)
    .map(tidy)
    .filter((cell) => !/^\d*$/.test(cell));
  if (cells.length > 1) {
    const zh = cells.find((cell) => han.test(cell));
    const en = cells.find((cell) => !han.test(cell) && latin.test(cell));
    return zh && !en ? splitLanguages(zh) : { ...(zh && { zh: stripBrackets(zh) }), ...(en && { en }) };
  }
  const words = unquoted(cells[0] ?? '');
  const bracketed = namesAroundBracket(words);
  if (bracketed) return bracketed;
  const firstLatin = /^(?<en>\p{Script=Latin}[^一-鿿]{2,100}?)\s*[/／|｜]\s*(?<zh>[一-鿿].*)$/u.exec(words)?.groups;
  if (firstLatin) return { zh: tidy(firstLatin['zh'] ?? ''), en: tidy(firstLatin['en'] ?? '') };
  const pair = /^(?<zh>[^\n]*[一-鿿）)])[\s,，/]+(?<en>[A-Za-z][^一-鿿]{3,})$/.exec(words);
  if (pair?.groups) return { zh: tidy(pair.groups['zh'] ?? ''), en: tidy(pair.groups['en'] ?? '') };
  if (han.test(words)) return { zh: stripAside(words) };
  return latin.test(words) ? { en: words } : {};
}

/** A name of one language, and in a bracket behind it that of the other; a bracket that is part of a name（日本）stays. */
function namesAroundBracket(words: string): Names | undefined {
  for (const { index: open } of words.matchAll(/[（(]/g)) {
    const before = tidy(words.slice(0, open));
    const inner = balanced(words, open);
    if (han.test(before) && latin.test(inner)) {
      const parts = inner.split(/[;；/，]|(?<=[一-鿿])[，,]\s*(?=\p{Script=Latin})/u).map(tidy);
      const en = han.test(inner) ? parts.find((part) => latinOnly.test(part)) : tidy(inner);
      if (en !== undefined) return { zh: before, en };
    } else if (!han.test(before) && latin.test(before)) {
      if (han.test(inner)) return latinOnly.test(before) ? { zh: tidy(inner), en: before } : undefined;
      return { en: words };
    }
  }
  return undefined;
}

/** What stands in the bracket that opens there, whole. */
export function balanced(words: string, open: number): string {
  let depth = 0;
  for (let i = open; i < words.length; i++) {
    if (/[（(]/.test(words[i] ?? '')) depth++;
    if (/[）)]/.test(words[i] ?? '') && --depth === 0) return words.slice(open + 1, i);
  }
  return words.slice(open + 1);
}

const stripBrackets = (name: string): string => {
  const open = name.search(/[（(]/);
  return open > 0 && latin.test(name.slice(open)) ? tidy(name.slice(0, open)) : stripAside(name);
};

const legalForm = /^[（(](?:株|有|合|资|名|财|社|独|国|学)[）)]$/;

/** 摩拉瓦弹药股份公司（捷克）, 村上船外机株式会社（含其子公司）: what is said of a name is no part of it; a legal form is. */
const stripAside = (name: string): string =>
  tidy(
    name
      .replace(/\*+$/, '')
      .replace(/(?<=[一-鿿）)])[（(][^（()）]*[）)]$/, (aside) => (legalForm.test(aside) ? aside : '')),
  );

/** 小林飞行艇株式会社（小林飛行艇株式会社；总部：…）: the same name in a bracket, as Japan writes it. */
function japaneseAside(head: string): string | undefined {
  const aside = /^(?<name>[^（()）]+)[（(](?<inside>[^（()）]+)[）)]?$/.exec(head)?.groups;
  if (!aside) return undefined;
  const parts = (aside['inside'] ?? '').split(/[，,；;]/).map(tidy);
  const name = folded(aside['name'] ?? '');
  return parts.find(
    (part) => (/[ぁ-ヿ]/.test(part) || (folded(part) === name && part !== aside['name'])) && !/^同社/.test(part),
  );
}
