import { announcementNumbers } from '../../lexicon/announcement-numbers.ts';
import { goods } from '../../lexicon/goods.ts';
import { knownAnnouncements } from '../../lexicon/known-announcements.ts';

// 监控化学品 and their kin are dual-use by their names, whether or not a title says so.
const chemicals = `(?:${(goods.find(({ family }) => family === 'chemicals')?.zh ?? []).join('|')})`;
export const chemicalTrade = `${chemicals}.{0,24}(?:进出口|出口).{0,8}(?:监管|管理|管制|许可)`;

const words = new RegExp(
  [
    '出口管制|两用物项|管控名单|关注名单|不可靠实体清单|商用密码.{0,12}出口|实施.{0,6}(?<!进口)管制|未经许可,?不得出口',
    '最终用户(?:和最终用途)?(?:证明|核查|承诺|管理)|最终用户[^。\\n]{0,60}(?:出口|许可)|出口[^。\\n]{0,30}最终用户',
    '临时管制|管制(?:物项|范围|编码)|(?:稀土|物项|技术)[^。\\n]{0,12}管制(?!局)',
    '稀土.{0,30}(?:出口|许可|管制)|禁止.{0,40}(?:出口|转移)|(?:出口|对外).{0,6}通用许可',
    chemicalTrade,
    // A licence of MOFCOM for what is made abroad, or taken out, of Chinese goods or technology.
    '(?:境外|任何(?:国家|组织|企业)|组织(?:和|或者?)个人)[^。]{0,240}(?:须|应当|应|必须|需)[^。]{0,24}(?:商务部|主管部门)[^。]{0,12}(?:许可|批准)',
    '未经(?:商务部)?许可[^。]{0,60}(?:不得|禁止)[^。]{0,80}(?:提供|转移|销售)|商务部(?:颁发|核发|签发)的许可|通用许可',
    '(?:暂停|停止|限制|不得)(?:向|对)日本?[^。]{0,6}出口',
    '(?:向|对)日本?出口[^。]{0,40}许可',
  ].join('|'),
);

const controlledGoods = new RegExp(goods.flatMap(({ zh }) => zh).join('|'));
const toJapan = /(?:对|向|输往|运往|销往|输|赴)日本?[^。\n]{0,30}出口|出口(?:至|到|往)日本|最终用户[^。\n]{0,6}日本/;
const restricts = /不得|禁止|限制|许可|审批|审查|核查|放开|管控|暂停|停止|恢复|风险|最终用户/;

/** 石墨电极…不得出口至日本: controlled goods, Japan as where they go, and what is done about it, in one sentence. */
const barsJapan = (folded: string): boolean =>
  toJapan.test(folded) &&
  folded
    .split(/[。\n]/)
    .some((sentence) => toJapan.test(sentence) && restricts.test(sentence) && controlledGoods.test(sentence));

/** Whether folded words speak of China's export controls: by their own words, or by an announcement that is one. */
export const isOnExportControl = (folded: string): boolean =>
  words.test(folded) ||
  barsJapan(folded) ||
  announcementNumbers(folded).some(({ number }) => knownAnnouncements.has(number));

/** 商务部昨天发布的对日本…的公告, 中方3月的措施: a question of a measure of China's that touches Japan. */
export const isOnMeasure = (folded: string): boolean =>
  /(?:商务部|中方|中国)[^?]{0,60}(?:公告|措施|名单|禁令|管制|新规)/.test(folded) &&
  /日本|[对涉]日|日方/.test(folded) &&
  !/反倾销|反补贴|关税|进口|水产品|签证/.test(folded);

/** 属于两用物项的，还应当依法办理出口许可; 修改工作正在进行中: said beside what a text is about, and left to other rules. */
const beside =
  /属于[^。;]{0,40}(?:的|物项)[,，]?[^。;]{0,12}(?:应当|须|应|按|依)|还应当?(?:依法|按照|依照|遵守)|工作正在进行|不适用于两用物项|正在修订|不替代[^。]{0,20}规定|不涉及[^。]{0,30}(?:许可|管理要求)|不在本(?:次|公告|决定|通知)[^。]{0,16}(?:范围|之列)|与本(?:次|公告|通知|案)[^。]{0,12}无关|(?:涉及|需要?|属于)[^。,]{0,16}许可[^。,]{0,6}的,[^。]{0,12}(?:按|依)照/;

/** Laws of other regimes of foreign trade, as what a text rests on: 根据《货物出口许可证管理办法》. */
const otherBasis =
  /货物进出口管理条例|货物(?:进|出|进出)口许可证管理办法|易制毒|反倾销|反补贴|保障措施|技术进出口管理条例|禁毒法|商品检验法|食品安全法|动植物检疫|濒危|野生动[植]?物|文物保护|药品管理法|民用爆炸|放射性|固体废物|关税法|种子法|粮食流通|出口商品配额/;
const ourBasis = /出口管制|两用物项|军品出口|核出口|核两用|导弹|生物两用|监控化学品|商用密码|国家安全法|不可靠实体/;
const rests = /(?:根据|依据|依照|按照|遵照)(?<laws>《(?:[^,。;\n]|,(?=《)){0,400})/;

/** A text that rests on the laws of another regime alone, and whose title does not speak of export control. */
export function restsOnOthers(title: string, text: string): boolean {
  const laws = rests.exec(text.slice(0, 3_000))?.groups?.['laws'] ?? '';
  const named = /出口管制|两用物项|(?<!许可证)管制|[对向赴输涉]日(?!常)|(?:出口|运往|输往|销往)日本/.test(title);
  return otherBasis.test(laws) && !ourBasis.test(laws) && !named;
}

/** 进口两用物项最终用户说明: dual-use goods that come in, and nothing of what goes out. */
export const isOfImports = (title: string): boolean =>
  /进口(?:的)?两用物项|两用物项(?:和技术)?进口/.test(title) && !/出口(?!管制)/.test(title);

/** Whether a title says what of export control it is about, or the text does: 稀土出口 may be a count of tonnes. */
export const isPlainlyOurs = (title: string, text: string): boolean =>
  [title, ...text.split(/(?<=[。\n])/).filter((sentence) => !beside.test(sentence))].some((words) =>
    /管制|两用物项|管控名单|关注名单|不可靠实体|最终用户|通用许可|许可|禁止|不得(?:向|对|出口)/.test(words),
  );

/** Whether a text is about export control, or only leaves it to its own rules. */
export const isAboutExportControl = (title: string, text: string): boolean =>
  isOnExportControl(title) ||
  (isOnExportControl(text) &&
    isOnExportControl(
      text
        .split(/(?<=[。\n])/)
        .filter((sentence) => !beside.test(sentence))
        .join(''),
    ));
