/** What a column of the lists that we know holds. */
export type ColumnRole =
  'number' | 'code' | 'description' | 'reference' | 'customs-code' | 'unit' | 'name' | 'address' | 'remark';

// Names of columns as catalogues, control lists and lists of parties print them; the whole name must fit.
const roles: readonly (readonly [ColumnRole, RegExp])[] = [
  ['number', /^(?:序号|编号|序|项号|no\.?)$/i],
  ['code', /^(?:出口|进口)?(?:管制|控制|物项)(?:编码|编号|代码|号)$/],
  [
    'customs-code',
    /^(?:参考)?(?:海关)?(?:商品|税则|hs|税)(?:编码|编号|号列|代码|号)$|^(?:参考)?海关(?:编码|编号)$|^hs(?:编码|code)?$/i,
  ],
  ['reference', /^参考(?:商品|货物|物项)?名称$/],
  [
    'description',
    /^(?:管制)?(?:物项|商品|货物|产品|物质)?(?:的)?(?:名称)?(?:及|和|与|、|\/)?(?:技术)?(?:描述|说明|规格|技术参数|特性)$|^(?:管制|两用)?(?:物项|商品|货物|产品|物质)名称$/,
  ],
  ['unit', /^(?:计量|法定)?单位$/],
  [
    'name',
    /^(?:实体|企业|公司|机构|单位|组织|中文|英文|日文)?(?:名称|名)(?:(?:中|英|日)文)?$|^(?:实体|企业|公司|机构|组织)$/,
  ],
  ['address', /^(?:注册|联系|所在)?(?:地址|所在地|国别|国家地区|国家)$/],
  ['remark', /^(?:备注|附注)$/],
];

/** What a column is for, by its name; undefined for a name that we do not know. */
export function roleOf(name: string): ColumnRole | undefined {
  const plain = name
    .normalize('NFKC')
    .replace(/[\s:*※]+/g, '')
    .replace(/\((?:参考|中文|如有|注)?\)$/, '');
  return roles.find(([, pattern]) => pattern.test(plain))?.[0];
}

const letters = new Set(
  '序号编项出口进管制控物代码参考海关商品税则列货名称产质及和与、/技术描述说明规格参数特性计量法定单位实体企业公司机构组织中文英日注册联系所在地址国别家区备附的hsHSNOno.code()（） 　\t\n*：:',
);

/** Whether some words are such as the names of columns are made of: all of them, or a share, where a column may have another name. */
export function mayBeHeader(words: string, share = 1): boolean {
  const all = [...words.normalize('NFKC')];
  return all.length > 0 && all.filter((letter) => letters.has(letter)).length >= share * all.length;
}

/** Whether names make a header row of a list that we know. */
export function isHeaderRow(names: readonly string[]): boolean {
  const found = names.map(roleOf);
  const known = new Set(found.filter((role) => role !== undefined));
  return (
    names.length >= 2 &&
    known.size >= Math.min(3, names.length) &&
    known.size >= names.length - 1 &&
    (known.has('number') || known.has('code') || known.has('name'))
  );
}

/** The words that begin a section: 一、 （一） Ⅰ、 1A. */
export const sectionWords =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|[ⅠⅡⅢI]{1,3}[、.．]|第[一二三四五六七八九十]{1,3}[部类章节]|\d[A-E](?!\d))/;

/** The words that begin a note: 注： 注1： 技术说明： */
export const noteWords = /^(?:技术)?(?:说明|注释?)\d{0,2}[:：]/;
