import { cleanName } from '../../lexicon/fold.ts';
import { issuersInARow } from '../../lexicon/issuers.ts';
import { japaneseName } from '../../lexicon/names.ts';
import type { Party } from '../finding.ts';

/** The ends of the names of organisations, in Chinese as announcements write them. */
const forms =
  '株式会社|有限会社|合同会社|合资会社|合名会社|公司|会社|大学|学院|研究所|研究院|研究中心|研究机构|实验室|试验场|中心|集团|机构|协会|财团|法人|制作所|工作所|工业所|造船所|工房|工厂|工程部|事业部|防卫省|自卫队|联盟|联合会|基金会|委员会|银行|商会|事务所|技研|分所|支所|总部|本部|[厂院所局署社校]';
const endsAsName = new RegExp(`(?:${forms})$`);
/** 株式会社喜多方回路: the legal form stands before the name. */
const beginsAsName =
  /^(?:日本)?(?:株式会社|有限会社|合同会社|一般财团法人|公益财团法人|一般社团法人|独立行政法人|国立研究开发法人|国立大学法人)[^,，。；;]{2,}$/;
const latinForms =
  /\b(?:co|ltd|inc|corp|llc|gmbh|limited|corporation|company|university|institute|agency|academy|laborator\w*|technolog\w*|industr\w*|systems?|group|s\.a|plc|kk|k\.k|y\.k|ab|ag|b\.v|pty)\b/i;
// A sentence, not a name: duties, procedure, things done.
const speaks =
  /应当|不得|可以|禁止|按照|根据|依据|申请|提交|出口经营者|上述|下列|以下|有关|本公告|许可证|办理|撤回|筛查|负责|适用|实施|包括但不限于|物项|货物|技术资料|列入|移出|该公司|海关总署|主管部门|年度|目录|条例|管制|措施|企业应|第三方|补充|增列|删除|更正|(?:变更|调整|修改)为/;

export const speaksOf = (words: string): boolean => speaks.test(words);

const han = /[一-鿿]/;
const latin = /\p{Script=Latin}/u;
/** A name of one language in a bracket behind that of another. */
const latinOnly = /^\p{Script=Latin}[\p{L}\p{M}\p{N}\s.&,'’()/+-]{1,120}$/u;

/** Whether words are a name by their own look. */
export function looksLikeName(words: string): boolean {
  const head = tidy(words.split(/[（(\t\n]/)[0] ?? '');
  if (words.length > 400 || /[。！？!?]/.test(head)) return false;
  if (/[（(]株[）)]|㈱/.test(words) && head.length <= 60 && !speaks.test(head)) return true;
  if (!han.test(head)) return latinForms.test(words) || latinOnly.test(head);
  return head.length <= 60 && (endsAsName.test(head) || beginsAsName.test(head)) && !speaks.test(head);
}

/** Whether words can be a name where a list says that they are: 音威子府低温技研, 海军第三补给处. */
export function mayBeName(words: string): boolean {
  const head = tidy(words.split(/[（(\t\n]/)[0] ?? '');
  return (
    head.length >= 2 &&
    head.length <= 60 &&
    !/[。！？；!?;]/.test(head) &&
    !speaks.test(head) &&
    /[一-鿿A-Za-zァ-ヶ]/.test(head)
  );
}

export const fieldLabel =
  /^(?:地址|住所|所在地|注册地|邮编|邮政编码|常用名称|别名|又称|又名|亦称|曾用名|简称|英文(?:名称?)?|日文(?:名称?)?|中文(?:名称?)?|官网|网址|电话|法定代表人|address|alias|also known as|a\.k\.a)/;
const fields =
  /(?<label>地\s*址|住\s*所|所在地|注册地|邮\s*编|邮政编码|常用名称?|别\s*[名称]|又称|又名|亦称|也称|曾用名|(?:以?下)?简称|以下称|下称|英文名?称?|日文名?称?|公告所列英文名|address|aliases|alias|also known as|a\.k\.a\.?|f\.k\.a\.?)\s*[:：为]?\s*/gi;

/** One entry's words → a party; undefined when nothing in it is a name. */
export function partyOf(entry: string): Party | undefined {
  const words = cleanName(entry.length > 600 ? entry.slice(0, 600) : entry);
  const labels = [...words.matchAll(fields)].filter(
    (match) => /[:：]\s*$/.test(match[0]) || /^[\s\t(（,，;；、]/.test(words[match.index - 1] ?? ' '),
  );
  const head = words.slice(0, labels[0]?.index ?? words.length);
  const detail = labels.map((match, i) => ({
    label: match.groups?.['label']?.replace(/\s/g, '').toLowerCase() ?? '',
    value: unquoted(
      tidy(words.slice(match.index + match[0].length, labels[i + 1]?.index ?? words.length).replace(/[）)]+\s*$/, '')),
    ),
  }));
  const valueOf = (label: RegExp): string | undefined =>
    detail.find((field) => label.test(field.label) && field.value)?.value;
  const names = splitLanguages(head.replace(/[（(，,、]\s*$/, ''));
  const en = names.en ?? valueOf(/英文/);
  if (names.zh === undefined && en === undefined) return undefined;
  const ja = valueOf(/^日文/) ?? japaneseName(names.zh, en);
  const address = valueOf(/地址|住所|所在地|注册地|address/);
  const alias = valueOf(/常用名|别[名称]|[又亦也]称|又名|曾用名|简称|下称|alias|also|[af]\.k\.a/);
  const aliases = splitNames(alias ?? '')
    .map((one) => unquoted(one.replace(/^.*[“"「](?=[^“”"「」]+[”"」]$)/, '')))
    .filter((one) => one !== '' && !place.test(one));
  return {
    ...(names.zh && { zh: names.zh }),
    ...(en && { en }),
    ...(ja && { ja }),
    ...(address && { address }),
    ...(aliases.length > 0 && { aliases }),
  };
}

/** 商务部公告2026年第12号附件第9项: where somebody is listed, and no name. */
const place = /公告|附件|第[^）)]{1,6}[项号]|序号|编号/;

/** `三菱造船株式会社（Mitsubishi Shipbuilding Co.）`, a table row, or two names with only a space between. */
function splitLanguages(head: string): { zh?: string; en?: string } {
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
  const open = words.search(/[（(]/);
  const inner = open < 0 ? undefined : balanced(words, open);
  if (inner && latin.test(inner) && !han.test(inner)) {
    const zh = tidy(words.slice(0, open));
    return han.test(zh) ? { zh, en: tidy(inner) } : { en: words };
  }
  if (inner && han.test(inner) && latinOnly.test(tidy(words.slice(0, open)))) {
    return { zh: tidy(inner), en: tidy(words.slice(0, open)) };
  }
  if (inner && han.test(inner) && latin.test(inner)) {
    const parts = inner.split(/[;；/]|(?<=[一-鿿])[，,]\s*(?=\p{Script=Latin})/u).map(tidy);
    const en = parts.find((part) => latinOnly.test(part));
    if (en !== undefined) return { zh: tidy(words.slice(0, open)), en };
  }
  const firstLatin = /^(?<en>\p{Script=Latin}[^一-鿿]{2,100}?)\s*[/／|｜]\s*(?<zh>[一-鿿].*)$/u.exec(words)?.groups;
  if (firstLatin) return { zh: tidy(firstLatin['zh'] ?? ''), en: tidy(firstLatin['en'] ?? '') };
  const pair = /^(?<zh>[^\n]*[一-鿿）)])[\s,，/]+(?<en>[A-Za-z][^一-鿿]{3,})$/.exec(words);
  if (pair?.groups) return { zh: tidy(pair.groups['zh'] ?? ''), en: tidy(pair.groups['en'] ?? '') };
  if (han.test(words)) return { zh: stripCountry(words) };
  return latin.test(words) ? { en: words } : {};
}

function balanced(words: string, open: number): string {
  let depth = 0;
  for (let i = open; i < words.length; i++) {
    if (/[（(]/.test(words[i] ?? '')) depth++;
    if (/[）)]/.test(words[i] ?? '') && --depth === 0) return words.slice(open + 1, i);
  }
  return words.slice(open + 1);
}

const stripBrackets = (name: string): string => {
  const open = name.search(/[（(]/);
  return open > 0 && latin.test(name.slice(open)) ? tidy(name.slice(0, open)) : name;
};

/** 摩拉瓦弹药股份公司（捷克）: the country behind a name is no part of it. */
const stripCountry = (name: string): string =>
  name.replace(/[（(][^（()）]*[）)]$/, (aside) => (/^.[一-鿿]{2,6}.$/.test(aside) || place.test(aside) ? '' : aside));

const unquoted = (words: string): string => words.replace(/^[“"「『]+|[”"」』]+$/g, '');

/** Names parted by 、 ， ； and 和, but never inside brackets. Linear. */
export function splitNames(list: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i <= list.length; i++) {
    const character = list[i] ?? '、';
    if (character === '（' || character === '(') depth++;
    else if (character === '）' || character === ')') depth--;
    else if ((depth <= 0 && /[、，；;,]/.test(character)) || i === list.length) {
      parts.push(list.slice(from, i));
      from = i + 1;
    }
  }
  return parts
    .flatMap((part) => part.split(/(?<=公司|会社|大学|研究所|研究院|中心|）|\)|”|")(?:以及|[和及与])/))
    .map(tidy)
    .filter(Boolean);
}

/** 名寄光电株式会社中止适用…: what follows a Japanese legal form, and is no part of a name, is another word. */
const endedAtForm = (words: string): string => {
  const name = unquoted(words);
  if (looksLikeName(name)) return name;
  return /^.{2,50}?(?:株式会社|有限会社|合同会社)/.exec(name)?.[0] ?? name;
};

/** Phrases that stand before a name without being it: 参与提升…的, 即, 向, 对. */
const before =
  /^(?:[^、，（(“"]{0,60}?(?:实体|企业)[，,]?即|[^、，（(“"]{0,60}?(?:不再|继续|暂停|停止|恢复|解除|决定|现|起|禁止|商务部|中方|同意|已|依法|并|同时|另|经营者|后|还|再次)(?:对|向|将|把)|即|以及|和|及|与|鉴于|由于|因为?|考虑到|经查(?:实|明)?|经核查|(?:[^、，（(“"]{0,40}号)?(?:附件|公告)?(?:中)?所列(?:的)?|位于[^、，（(“"]{2,12}的|总部(?:设|位)?(?:在|于)[^、，（(“"]{2,12}的|将|把|对|向|从|名为|包括|分别为|其中|此前列入[^的]{0,20}的)+/;
const attribute = /^[^（(“"]{2,80}的(?=[^的]{2,60}$)/;

/** The names that words of a sentence give, each freed of the phrase glued before it and of 等N家 behind. */
export function namesIn(words: string): readonly Party[] {
  const named = splitNames(cleanName(words)).flatMap((piece) => {
    const given = quotedName(piece);
    if (given) return [given];
    // 日本防卫装备厅（ATLA）舰艇装备研究所: a short form inside a name.
    const part = piece.replace(
      /(?<=[一-鿿])[（(][A-Za-z.&\s-]{1,20}[）)](?=[一-鿿]{2,}[^、，,]{0,30}(?:所|部|厅|院|公司|会社|中心|列入|移出))/g,
      '',
    );
    const head = part.split(/[（(]/)[0] ?? '';
    const rest = part.slice(head.length);
    const listed = tidy(head).replace(/^[^：:（(]{0,60}(?:答|问|发言人|记者|名单|实体|机构|企业|如下)[：:]/, '');
    const glued = cutBehind(listed).replace(attribute, '');
    const name = endedAtForm(
      tidy(glued)
        .replace(/^.{0,60}?(?:部|会|起|日|已|经|现|后)(?:将|把)(?=.{4,})/s, '')
        .replace(before, '')
        .replace(/等?(?:[\d０-９一二三四五六七八九十百千两]+)(?:家|户|个|名)[一-鿿]{0,20}$/, '')
        .replace(/等(?:有关|相关)?[一-鿿]{0,8}$/, ''),
    );
    if (!looksLikeName(name) || generic.test(name) || authority.test(name)) return [];
    const party = partyOf(name + bracketAt(rest));
    return party ? [party] : [];
  });
  // 留萌船用机械株式会社等3家实体…，对留萌船用机械株式会社、…: named twice, and one party.
  const once = new Map<string, Party>();
  for (const party of named) {
    const key = party.zh ?? party.en ?? '';
    once.set(key, { ...party, ...once.get(key) });
  }
  return [...once.values()];
}

/** 国立研究机构“屋久岛无人潜航研究中心”: quotation marks tell where a name begins and ends; a legal form before them is its. */
function quotedName(piece: string): Party | undefined {
  const {
    kind = '',
    name = '',
    rest = '',
  } = /^(?<kind>[^“”"「」『』]{1,60})[“"「『](?<name>[^“”"「」『』]{2,60})[”"」』](?<rest>.*)$/s.exec(piece)?.groups ??
  {};
  if (!looksLikeName(name) || /(?:别名|别称|简称|又称|又名|曾用名|常用名称?|称)(?:为|是)?[:：]?$/.test(kind))
    return undefined;
  const form =
    /(?:独立行政|国立研究开发|国立大学|一般财团|公益财团|一般社团|公益社团|学校|医疗)法人$/.exec(kind)?.[0] ?? '';
  return partyOf(form + name + bracketAt(rest));
}

/** The bracket that words open with, whole; what follows it belongs to the sentence. */
const bracketAt = (words: string): string =>
  /^\s*[（(]/.test(words) ? `（${balanced(words, words.search(/[（(]/))}）` : '';

/** Who issues announcements is no party to them. */
const authority = new RegExp(`^(?:中华人民共和国|中国)?${issuersInARow}$`);

/** X株式会社出口两用物项, X株式会社未按照…: a name ends where what is done begins. */
const cutBehind = (words: string): string =>
  (whole.exec(words)?.[0] ?? words).replace(
    /(?<=[所院厅部社司学队厂])(?:列入|纳入|移出|调出)[^、，,]{0,12}(?:名单|清单).*$/s,
    '',
  );
const whole =
  /^.{0,80}?(?:株式会社|有限会社|合同会社|公司|研究所|研究院|大学|制作所|研究中心|研究机构|实验室|中心|机构)(?=(?:等|出口|列入|纳入|移出|采取|实施|暂停|恢复|继续|从|由|于|未|已|提供|进行|转移|销售|不|在|的|存在|违反))/;

/** 该公司, 有关企业, 日本企业: words for parties, and not their names. */
const generic =
  /^(?:该|上述|本|两|其|有关|相关|部分|其他|其余|所列|附件)|^(?:[一-鿿]{2,4}(?:企业|机构|集团)|[一-鿿]{2,3}公司|(?:[一-鿿]{2})?(?:日本|境外|外国|军工|贸易|物流|商务|关联|下属|民营|国有|控股|跨国|进出口|供应|承包)(?:[一-鿿]{2})?公司)$|^(?:[\d一二三四五六七八九十百]+)(?:家|户)/;

export const tidy = (words: string): string =>
  words
    .replace(/\s+/g, ' ')
    .replace(/^[\s、，,;；.．:：]+/, '')
    .replace(/[\s、，;；。:：]+$/, '');
