import { expect, test } from 'vitest';
import { type Article, cited, law, type LawId } from '../../functions/alerts/text/law.ts';
import { languages } from '../../functions/sources/source.ts';

/** What an article is about, the words of it that bear our statements, and what such a statement speaks of in Chinese. */
const articles: Readonly<Partial<Record<Article, readonly [about: string, words: string, speaksOf: RegExp]>>> = {
  'Law 9': ['item lists; temporary controls', '临时管制的实施期限不超过二年', /临时管制|清单/],
  'Law 10': [
    'bans towards countries and parties',
    '禁止相关管制物项向特定目的国家和地区、特定组织和个人出口',
    /禁止.*特定/,
  ],
  'Law 12': [
    'licences; goods on no list',
    '出口管制清单所列管制物项或者临时管制物项，出口经营者应当向国家出口管制管理部门申请许可',
    /许可/,
  ],
  'Law 15': ['end-user and end-use documents', '提交管制物项的最终用户和最终用途证明文件', /证明文件/],
  'Law 16': [
    'what an end user pledges',
    '不得擅自改变相关管制物项的最终用途或者向任何第三方转让',
    /不得擅自改变.*转让/,
  ],
  'Law 18': [
    'the control list: measures, application, removal',
    '采取禁止、限制有关管制物项交易，责令中止有关管制物项出口等必要的措施',
    /管控名单/,
  ],
  'Law 19': ['licences shown to customs', '应当向海关交验由国家出口管制管理部门颁发的许可证件', /海关/],
  'Law 37': ['fines for dealing with a listed party', '并处违法经营额十倍以上二十倍以下罚款', /罚款/],
  'Law 44': ['liability of those abroad', '中华人民共和国境外的组织和个人，违反本法有关出口管制管理规定', /境外/],
  'Regulations 11': ['the list of items', '制定、调整两用物项出口管制清单，并及时公布', /管制清单/],
  'Regulations 12': ['temporary controls', '延长临时管制不超过2次', /临时管制/],
  'Regulations 13': [
    'bans towards countries and parties',
    '禁止特定两用物项向特定目的国家和地区、特定组织和个人出口',
    /禁止/,
  ],
  'Regulations 14': ['licences; goods on no list', '出口经营者应当向国务院商务主管部门申请许可', /许可/],
  'Regulations 15': ['kinds of licence', '单项许可的有效期不超过1年', /单项许可|许可的种类/],
  'Regulations 16': ['documents of an application', '出口经营者申请单项许可', /申请材料/],
  'Regulations 17': ['review in 45 working days', '在45个工作日内作出准予或者不予许可的决定', /审查期限/],
  'Regulations 18': ['changes of a licence', '重新申请两用物项出口许可', /变更/],
  'Regulations 19': ['certificate by registration', '以登记填报信息方式获得出口凭证后自行出口', /第十九条.*登记填报/],
  'Regulations 20': [
    'who gets no general licence and no registration',
    '境外组织和个人在中华人民共和国境内设立的独资企业、代表机构、分支机构',
    /独资企业.*不得申请通用许可/,
  ],
  'Regulations 21': ['licences shown to customs', '不能提供出口许可证件的，海关不予放行', /海关/],
  'Regulations 24': ['end users and end uses', '不得擅自改变两用物项的最终用途或者向任何第三方转让', /最终用途/],
  'Regulations 26': [
    'the watch list: licences, review, removal',
    '许可审查期限不受本条例第十七条第一款规定期限的限制',
    /关注名单/,
  ],
  'Regulations 29': [
    'the control list: measures and application',
    '特殊情况下确需进行有关交易的，出口经营者应当向国务院商务主管部门提出申请',
    /管控名单.*特殊情况/,
  ],
  'Regulations 30': ['removal from the control list', '可以向国务院商务主管部门申请移出管控名单', /移出管控名单/],
  'Regulations 49': [
    'items made or moved abroad',
    '国务院商务主管部门可以要求相关经营者参照本条例有关规定执行',
    /境外.*参照/,
  ],
  'Unreliable Entities 10': ['what may be done to an entity', '限制或者禁止其从事与中国有关的进出口活动', /进出口/],
};

const statements = Object.keys(law) as LawId[];

test('every statement of law cites articles that are about what it says', () => {
  for (const id of statements) {
    const { zh, articles: cites } = law[id];
    expect(cites.length).toBeGreaterThan(0);
    for (const article of cites)
      expect([id, article, zh]).toEqual([id, article, expect.stringMatching(about(article))]);
  }
});

test('what is to be found in no statement is in no table', () => {
  const all = new Set<string>(statements.flatMap((id) => law[id].articles));
  expect(Object.keys(articles).filter((article) => !all.has(article))).toEqual([]);
});

test('the articles stand behind the statement, as each language cites them', () => {
  expect(cited('end-user', 'en')).toMatch(
    /consent \(Export Control Law arts\. 15, 16; Dual-Use Regulations art\. 24\)\.$/,
  );
  expect(cited('watch-list', 'ja')).toMatch(/（両用品目輸出管理条例26条）。$/);
  expect(cited('control-list', 'zh')).toMatch(/（《出口管制法》第十八条、《两用物项出口管制条例》第二十九条）。$/);
  for (const id of statements) for (const language of languages) expect(cited(id, language)).not.toContain('undefined');
});

const about = (article: Article): RegExp => {
  const row = articles[article];
  if (!row) throw new Error(`${article}: not in the table of what articles are about`);
  return row[2];
};
