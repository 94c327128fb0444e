/** The ends of the names of organisations, in Chinese as announcements write them. */
const forms =
  '株式会社|有限会社|合同会社|合资会社|合名会社|公司|会社|大学|学院|学校|学园|研究所|研究院|研究中心|研究机构|实验室|试验场|靶场|射场|设施|中心|集团|机构|协会|组合|财团|法人|制作所|工作所|工业所|造船所|工房|工厂|工程部|事业部|防卫省|自卫队|联盟|联合会|基金会|委员会|银行|商会|事务所|技研|分所|支所|总部|本部|[厂院所局署社校]';
export const endsAsName = new RegExp(`(?:${forms})$`);
/** 株式会社喜多方回路: the legal form stands before the name. */
const beginsAsName =
  /^(?:日本)?(?:株式会社|有限会社|合同会社|一般财团法人|公益财团法人|一般社团法人|独立行政法人|国立研究开发法人|国立大学法人)[^,，。；;]{2,}$/;
const latinForms =
  /\b(?:co|ltd|inc|corp|llc|gmbh|limited|corporation|company|university|institute|agency|academy|laborator\w*|technolog\w*|industr\w*|systems?|group|s\.a|plc|kk|k\.k|y\.k|ab|ag|b\.v|pty)\b/i;
// A sentence, not a name: duties, procedure, things done.
const speaks =
  /应当|不得|可以|禁止|按照|根据|依据|申请|提交|出口经营者|上述|下列|以下|有关|本公告|许可证|办理|撤回|筛查|负责|适用|实施|包括但不限于|物项|货物|技术资料|列入|移出|该公司|海关总署|主管部门|年度|目录|条例|管制|措施|企业应|第三方|补充|增列|删除|更正|(?:变更|调整|修改)为/;

export const speaksOf = (words: string): boolean => speaks.test(words);

export const han = /[一-鿿]/;
/** A name of one language in a bracket behind that of another. */
export const latinOnly = /^\p{Script=Latin}[\p{L}\p{M}\p{N}\s.&,'’()/+-]{1,120}$/u;

/** Whether words are a name by their own look. */
export function looksLikeName(words: string): boolean {
  const head = tidy(headOf(words));
  if (words.length > 400 || /[。！？!?]/.test(head)) return false;
  if (shortForm.test(words) && head.length <= 60 && !speaks.test(head)) return true;
  if (!han.test(head)) return latinForms.test(words) || latinOnly.test(head);
  return head.length <= 60 && (endsAsName.test(head) || beginsAsName.test(head)) && !speaks.test(head);
}

/** Whether words can be a name where a list says that they are: 音威子府低温技研, 海军第三补给处. */
export function mayBeName(words: string): boolean {
  const head = tidy(headOf(words));
  return (
    head.length >= 2 &&
    head.length <= 60 &&
    !kind.test(head) &&
    !/[。！？；!?;]/.test(head) &&
    !speaks.test(head) &&
    /[一-鿿A-Za-zァ-ヶ]/.test(head)
  );
}

const kind = /^(?:日本)?(?:研究)?(?:机构|企业|公司|实体|个人|自然人|组织|单位|名单|附件|其他)$/;

export const fieldLabel =
  /^(?:地址|住所|所在地|注册地|邮编|邮政编码|常用名称|别名|又称|又名|亦称|曾用名|简称|英文(?:名称?)?|日文(?:名称?)?|中文(?:名称?)?|官网|网址|电话|法定代表人|address|alias|also known as|a\.k\.a)/;
const legalForm = '[（(](?:株|有|合|资|名|财|社|独|国|学)[）)]';
const shortForm = new RegExp(`${legalForm}|㈱|㈲`);

/** What stands before a bracket, a bracket that is a legal form apart: （株）藤枝电池, 八幡平电子（株）. */
const headOf = (words: string): string => words.replace(new RegExp(legalForm, 'g'), '').split(/[（(\t\n]/)[0] ?? '';

export const tidy = (words: string): string =>
  words
    .replace(/\s+/g, ' ')
    .replace(/^[\s、，,;；.．:：]+/, '')
    .replace(/[\s、，;；。:：]+$/, '');

export const unquoted = (words: string): string => words.replace(/^[“"「『]+|[”"」』]+$/g, '');

/** Names parted by 、 ， ； and 和, but never inside brackets or quotation marks. Linear. */
export function splitNames(list: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i <= list.length; i++) {
    const character = list[i] ?? '、';
    if (/[（(“「『]/.test(character)) depth++;
    else if (/[）)”」』]/.test(character)) depth--;
    else if ((depth <= 0 && /[、，；;,]/.test(character)) || i === list.length) {
      parts.push(list.slice(from, i));
      from = i + 1;
    }
  }
  return parts.flatMap(splitAtAnd).map(tidy).filter(Boolean);
}

/** 甲株式会社和国立大学法人乙大学: parted at 和 where a name ends before it and something like one follows. */
function splitAtAnd(part: string): readonly string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const { index, 0: word } of part.matchAll(/以及|[和及与]/g)) {
    const before = part.slice(from, index);
    const after = part.slice(index + word.length);
    if (!/[）)”"]$/.test(before) && !endsAsName.test(before)) continue;
    if (/^(?:其|有关|相关|下属|上述|所属)/.test(after) || after.length < 2) continue;
    pieces.push(before);
    from = index + word.length;
  }
  return [...pieces, part.slice(from)];
}
