import { cleanName } from '../../lexicon/fold.ts';
import { issuersInARow } from '../../lexicon/issuers.ts';
import type { Party } from '../finding.ts';
import { balanced, partyOf } from './party-entry.ts';
import { endsAsName, looksLikeName, splitNames, tidy, unquoted, fieldLabel } from './party-names.ts';

/** 名寄光电株式会社中止适用…: what follows a Japanese legal form, and is no part of a name, is another word. */
const endedAtForm = (words: string): string => {
  const name = unquoted(words);
  if (looksLikeName(name)) return name;
  return /^.{2,50}?(?:株式会社|有限会社|合同会社)/.exec(name)?.[0] ?? name;
};

/** 对马, 与那国, 和歌山: places of Japan that begin as a preposition does. */
const placesBeginning =
  '(?<=对)马|(?<=与)(?:那国|那原|论|谢|野|板)|(?<=和)(?:歌山|光|泉|田|气|贺|木|水|束|寒|白|邻)|(?<=向)(?:日|岛|陵|丘|津|原)|(?<=及)(?:川|位)|(?<=将)(?:棋|监)|(?<=因)(?:幡|岛)';

/** Phrases that stand before a name without being it: 参与提升…的, 即, 向, 对. */
const before = new RegExp(
  `^(?:${[
    // 商务部公告2027年第31号将…
    '(?:(?!会社|公司|研究|大学).)*第[\\d〇零一二三四五六七八九十百]{1,6}号(?:公告)?(?:附件)?(?:中|所列|给予|准予|同意|决定)?(?:对|将|把|向)?',
    '(?:同一|该|上述|前述|原)公告(?:附件)?(?:中)?所列',
    '[^、，（(“"]{0,60}?(?:实体|企业)[，,]?即',
    // 取消将…, 暂缓对…
    '[^、，（(“"]{0,60}?(?:不再|继续|暂停|暂缓|中止|停止|终止|恢复|解除|取消|撤销|决定|现|起|禁止|商务部|中方|同意|已|依法|并|同时|另|经营者|后|还|再次)(?:对|向|将|把)',
    // 管控名单增列…, 从名单中剔除…
    '(?:(?!会社|公司|研究|大学)[^、，（(“"]){0,60}?(?:名单|附件|清单|中|起|日)(?:中|内)?(?:增列|新增|增补|补充|加入|删除|删去|剔除|移除)',
    '增列|新增|增补|补充|删除|剔除|移除|即|以及|鉴于|由于|因为|因(?!幡|岛)|考虑到|经查(?:实|明)?|经核查',
    '(?:(?:(?!会社|公司|研究|大学)[^、，（(“"]){0,40}号)?(?:附件|公告)?(?:中)?所列(?:的)?',
    '位于[^、，（(“"]{2,12}的|总部(?:设|位)?(?:在|于)[^、，（(“"]{2,12}的',
    `(?:将|把|对|向|从|与|和|及)(?!${placesBeginning})|名为|包括|分别(?:为|是)|其中|此前列入[^的]{0,20}的`,
  ].join('|')})+`,
);
const attribute = /^[^（(“"]{2,80}的(?=[^的]{2,60}$)/;

/** The names that words of a sentence give, each freed of the phrase glued before it and of 等N家 behind. */
export function namesIn(words: string): readonly Party[] {
  const named = splitNames(withoutExcepted(cleanName(words))).flatMap((marked) => {
    const piece = marked.replace(mark, '');
    if (fieldLabel.test(piece)) return [];
    const given = quotedName(piece);
    if (given) return [given];
    const several = inBrackets(piece);
    if (several) return namesIn(several);
    // 日本防卫装备厅（ATLA）舰艇装备研究所: a short form inside a name.
    const part = piece.replace(
      /(?<=[一-鿿])[（(][A-Za-z.&\s-]{1,20}[）)](?=[一-鿿]{2,}[^、，,]{0,30}(?:所|部|厅|院|公司|会社|中心|列入|移出))/g,
      '',
    );
    const head = part.split(/[（(]/)[0] ?? '';
    const rest = part.slice(head.length);
    const listed = afterColon(tidy(head));
    const glued = cutBehind(withoutCount(listed.replace(listedAs, ''))).replace(attribute, '');
    const name = endedAtForm(
      tidy(glued)
        .replace(/^.{0,60}?(?:部|会|起|日|天|已|经|现|后)(?:将|把)(?=.{4,})/s, '')
        .replace(before, '')
        .replace(/等?(?:[\d０-９一二三四五六七八九十百千两]+)(?:家|户|个|名)[一-鿿]{0,20}$/, '')
        .replace(/^(?<name>.*?)等(?<kind>[一-鿿]{0,10})$/s, (all, named: string, kind: string) =>
          kind === '' || kinds.test(kind) || (looksLikeName(named) && !looksLikeName(all)) ? named : all,
        ),
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

/** 甲株式会社系商务部公告…所列实体: who that is, behind its name. */
const listedAs = /(?<=会社|公司|研究所|大学|中心)(?:均?系|均?为|是|属于)(?=[^、，,]{0,40}(?:公告|名单|所列)).*$/s;

const mark =
  /^(?:\d{1,3}[.、．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[①-⑳]|第[一二三四五六七八九十\d]{1,4}[项号位](?=[^、，]))\s*/;

/** 除第7项甲、第11项乙外: those who are left out are not those who are meant. */
const withoutExcepted = (words: string): string =>
  words.replace(/除(?!了)[^。；;]{2,300}?(?:之外|以外|外)(?=[，,。；;的]|$)/gs, '');

/** 将2家日本实体（甲、乙）列入: the bracket names those whom the words before it count. */
const inBrackets = (piece: string): string | undefined =>
  /(?:实体|企业|机构|公司)(?:即)?[（(](?<names>[^（()）]{4,}(?:[（(][^（()）]*[）)][^（()）]*)*)[）)]/.exec(
    /^(?:[^（(]{0,40})(?:[\d一二两三四五六七八九十]+)[家户个名][^（(]{0,16}[（(]/.test(piece) ? piece : '',
  )?.groups?.['names'];

/** 答：, 商务部决定：, 列入名单的实体：: what leads to a name. */
const afterColon = (words: string): string => {
  const behind = words.replace(/^[^（(]{0,60}[：:](?=.{3,})/s, '');
  return looksLikeName(words) && !/[：:]/.test(words) ? words : behind;
};

/** 国立研究机构“屋久岛无人潜航研究中心”: quotation marks tell where a name begins and ends; a legal form before them is its. */
function quotedName(piece: string): Party | undefined {
  const {
    kind = '',
    name = '',
    rest = '',
  } = /^(?<kind>[^“”"「」『』（(]{1,60})[“"「『](?<name>[^“”"「」『』]{2,60})[”"」』](?<rest>.*)$/s.exec(piece)
    ?.groups ?? {};
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

/** 甲株式会社3家实体采取的措施: the count of those named ends the name. */
const withoutCount = (words: string): string =>
  words.replace(/^(?<name>.{3,}?)等?[\d一二三四五六七八九十百]{1,4}(?:家|户|名)[一-鿿]{0,20}$/s, (all, name: string) =>
    looksLikeName(unquoted(name)) || endsAsName.test(name) ? name : all,
  );

/** A legal form that begins a name (株式会社由布岳电子) ends none. */
const endOfName = (words: string): string => {
  const name = whole.exec(words)?.[0];
  return name === undefined || /(?:^|[将把对向、和及与])(?:株式会社|有限会社|合同会社)$/.test(name) ? words : name;
};

/** X株式会社出口两用物项, X株式会社未按照…: a name ends where what is done begins. */
const cutBehind = (words: string): string =>
  endOfName(words).replace(
    /^(?<name>.{3,}?)(?:列入|纳入|移出|调出)[^、，,]{0,12}(?:名单|清单).*$/s,
    (all, name: string) => (looksLikeName(unquoted(name)) ? name : all),
  );
/** 等日本企业, 等有关实体: what those are of whom some are named. */
const kinds = /^(?:有关|相关|多家|各|日本|民间|军工|国防|防务|研究)*(?:实体|企业|公司|机构|单位|组织)$/;
const whole =
  /^.{0,80}?(?:株式会社|有限会社|合同会社|公司|研究所|研究院|大学|制作所|研究中心|研究机构|实验室|中心|机构)(?=(?:等(?!离子|静压|温|高)|[\d一二两三四五六七八九十]{1,4}家|出口|列入|纳入|移出|采取|实施|暂停|恢复|继续|从|由|于|未|已|提供|进行|转移|销售|不|在|的|存在|违反))/;

/** 该公司, 有关企业, 日本企业: words for parties, and not their names. */
const generic =
  /^(?:(?:医|医学)?院校?|学校|高校|大学|研究所|工厂|银行|红十字会)$|^(?:该|上述|本|两|其|有关|相关|部分|其他|其余|所列|附件)|^(?:[一-鿿]{2,4}(?:企业|机构|集团)|[一-鿿]{2,3}公司|(?:[一-鿿]{2})?(?:日本|境外|外国|军工|贸易|物流|商务|关联|下属|民营|国有|控股|跨国|进出口|供应|承包)(?:[一-鿿]{2})?公司)$|^(?:[\d一二三四五六七八九十百]+)(?:家|户)/;
