import type { Article } from './law.ts';

/**
 * What an article is about, and the words of it that bear our statements. 《出口管制法》, 《两用物项出口管制条例》 (State Council
 * Order 792) and 《不可靠实体清单规定》 (MOFCOM Order 4 of 2020).
 */
export const lawArticles: Readonly<Partial<Record<Article, { readonly about: string; readonly words: string }>>> = {
  'Law 9': { about: 'item lists; temporary controls', words: '临时管制的实施期限不超过二年' },
  'Law 10': {
    about: 'bans towards countries and parties',
    words: '禁止相关管制物项向特定目的国家和地区、特定组织和个人出口',
  },
  'Law 12': {
    about: 'licences; goods on no list',
    words: '出口管制清单所列管制物项或者临时管制物项，出口经营者应当向国家出口管制管理部门申请许可',
  },
  'Law 15': { about: 'end-user and end-use documents', words: '提交管制物项的最终用户和最终用途证明文件' },
  'Law 16': { about: 'what an end user pledges', words: '不得擅自改变相关管制物项的最终用途或者向任何第三方转让' },
  'Law 18': {
    about: 'the control list: measures, application, removal',
    words: '采取禁止、限制有关管制物项交易，责令中止有关管制物项出口等必要的措施',
  },
  'Law 19': { about: 'licences shown to customs', words: '应当向海关交验由国家出口管制管理部门颁发的许可证件' },
  'Law 37': { about: 'fines for dealing with a listed party', words: '并处违法经营额十倍以上二十倍以下罚款' },
  'Law 44': {
    about: 'liability of those abroad',
    words: '中华人民共和国境外的组织和个人，违反本法有关出口管制管理规定',
  },
  'Regulations 11': { about: 'the list of items', words: '制定、调整两用物项出口管制清单，并及时公布' },
  'Regulations 12': { about: 'temporary controls', words: '延长临时管制不超过2次' },
  'Regulations 13': {
    about: 'bans towards countries and parties',
    words: '禁止特定两用物项向特定目的国家和地区、特定组织和个人出口',
  },
  'Regulations 14': { about: 'licences; goods on no list', words: '出口经营者应当向国务院商务主管部门申请许可' },
  'Regulations 15': { about: 'kinds of licence', words: '单项许可的有效期不超过1年' },
  'Regulations 16': { about: 'documents of an application', words: '出口经营者申请单项许可' },
  'Regulations 17': { about: 'review in 45 working days', words: '在45个工作日内作出准予或者不予许可的决定' },
  'Regulations 18': { about: 'changes of a licence', words: '重新申请两用物项出口许可' },
  'Regulations 19': { about: 'certificate by registration', words: '以登记填报信息方式获得出口凭证后自行出口' },
  'Regulations 20': {
    about: 'who gets no general licence and no registration',
    words: '境外组织和个人在中华人民共和国境内设立的独资企业、代表机构、分支机构',
  },
  'Regulations 21': { about: 'licences shown to customs', words: '不能提供出口许可证件的，海关不予放行' },
  'Regulations 24': { about: 'end users and end uses', words: '不得擅自改变两用物项的最终用途或者向任何第三方转让' },
  'Regulations 26': {
    about: 'the watch list: licences, review, removal',
    words: '许可审查期限不受本条例第十七条第一款规定期限的限制',
  },
  'Regulations 29': {
    about: 'the control list: measures and application',
    words: '特殊情况下确需进行有关交易的，出口经营者应当向国务院商务主管部门提出申请',
  },
  'Regulations 30': { about: 'removal from the control list', words: '可以向国务院商务主管部门申请移出管控名单' },
  'Regulations 49': {
    about: 'items made or moved abroad',
    words: '国务院商务主管部门可以要求相关经营者参照本条例有关规定执行',
  },
  'Unreliable Entities 10': {
    about: 'what may be done to an entity',
    words: '限制或者禁止其从事与中国有关的进出口活动',
  },
};
