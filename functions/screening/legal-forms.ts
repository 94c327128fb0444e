/**
 * Legal forms as they stand in names of four languages, before or behind. Those of one class are one form in several
 * languages; forms without a class are used so loosely that they tell no two companies apart (Co., Ltd. and Corporation
 * both stand for 株式会社).
 */
export type FormClass = 'stock-company' | 'limited-company' | 'limited-liability-company' | 'partnership';

export interface LegalForm {
  readonly text: string;
  readonly form?: FormClass;
}

const of = (form: FormClass | undefined, ...texts: readonly string[]): readonly LegalForm[] =>
  texts.map((text) => ({ text, ...(form && { form }) }));

/** Written without a space beside them. 株式会社 stands in Chinese notices as it is. */
export const joined: readonly LegalForm[] = [
  ...of(
    'stock-company',
    '株式会社',
    '株式會社',
    '(株)',
    'カブシキガイシャ',
    'カブシキカイシャ',
    // As banks write them in kana: ｶ)ﾄｰｷﾝ, ﾄｰｷﾝ(ｶ.
    'カ)',
    '(カ)',
    '(カ',
    '股份有限公司',
    '주식회사',
    '(주)',
  ),
  ...of('limited-company', '有限会社', '有限會社', '(有)', 'ユ)', '(ユ)', '(ユ', '有限责任公司', '유한회사', '(유)'),
  ...of('limited-liability-company', '合同会社', '(同)', 'ド)', '(ド)', '(ド', '유한책임회사'),
  ...of('partnership', '合資会社', '合名会社', '(資)', '(名)'),
  ...of(undefined, '有限公司', '股份公司', '公司', '相互会社'),
  ...of(
    undefined,
    '国立研究開発法人',
    '国立大学法人',
    '独立行政法人',
    '地方独立行政法人',
    '学校法人',
    '医療法人',
    '医療法人社団',
  ),
  ...of(
    undefined,
    '一般社団法人',
    '公益社団法人',
    '一般財団法人',
    '公益財団法人',
    '社会福祉法人',
    '特殊法人',
    '協同組合',
  ),
];

/** Words of their own, at the end; without their full stops. */
export const spaced: readonly LegalForm[] = [
  ...of('stock-company', 'kabushiki kaisha', 'kabushiki gaisha', 'kk', 'k k'),
  ...of('limited-company', 'yugen kaisha', 'yugen gaisha', 'yk'),
  ...of('limited-liability-company', 'godo kaisha', 'gk', 'llc'),
  ...of(
    undefined,
    'co ltd',
    'company limited',
    'company ltd',
    'co limited',
    'coltd',
    'ltd',
    'limited',
    'corporation',
    'corp',
  ),
  ...of(undefined, 'incorporated', 'inc', 'company', 'co', 'plc', 'llp', 'gmbh', 'ag', 'sa', 'bv', 'nv', 'spa'),
  ...of(undefined, 'pte ltd', 'pty ltd', 'sdn bhd'),
];
