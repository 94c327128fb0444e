/**
 * The bodies that issue announcements, alone or together, as patterns on folded text. The State Council's ministries and
 * the bodies under it, by their names of today and of the announcements still cited (国防科工委, until 2008).
 */
const bodies: readonly string[] = [
  '不可靠实体清单工作机制',
  '商务部(?:办公厅|安全与管制局|产业安全与进出口管制局)?',
  '对外贸易经济合作部|外经贸部',
  '海关总署',
  '国务院关税税则委员会|国务院办公厅|国务院',
  '工业和信息化部|工信部|信息产业部',
  '国家密码(?:管理)?局',
  '中央军委装备发展部|总装备部',
  '国家国防科技工业局|国家国防科工局|国防科工局|国家国防科工委|国防科工委|国防科学技术工业委员会',
  '国家原子能机构|国家航天局|国家核安全局',
  '科学技术部|科技部|教育部|公安部|国家安全部|司法部|财政部|外交部|民政部',
  '人力资源(?:和)?社会保障部|自然资源部|国土资源部|生态环境部|环境保护部|环保部',
  '住房(?:和)?城乡建设部|交通运输部|水利部|农业农村部|农业部|文化和旅游部|应急管理部|退役军人事务部',
  '中国人民银行|人民银行|审计署',
  '国家发展和?改革委(?:员会)?|国家卫生健康委(?:员会)?|国务院国资委',
  '国家市场监督管理总局|市场监管总局|质检总局|国家质量监督检验检疫总局|国家税务总局|税务总局',
  '国家药品监督管理局|国家药监局|国家禁毒委员会办公室|国家禁毒办|国家能源局|国家林草局|国家林业和草原局',
  '国家数据局|国家网信办|国家互联网信息办公室|国家知识产权局|国家外汇管理局|国家外汇局|民航局|中国民用航空局',
  '国家[一-鿿]{2,8}?(?:局|委|办|署)',
];

/** One issuer, as a pattern on folded text. */
export const issuer = `(?:${bodies.join('|')})`;

/** Issuers in a row, with or without marks between them. */
// A dozen sign together at most; a bound keeps the search linear.
export const issuersInARow = `${issuer}(?:[、,和及与]?${issuer}){0,11}`;
