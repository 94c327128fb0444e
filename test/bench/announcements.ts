import type { Document, DocumentId } from '../../functions/documents/document.ts';
import { fingerprintOf } from '../../functions/documents/fingerprint.ts';
import type { BeijingDate } from '../../functions/time.ts';
import type { Announced } from '../../functions/local/wire-pages.ts';

const places = ['青叶', '白川', '黑潮', '三崎', '松原', '北泽', '东云', '西浦', '南雲', '中里', '若叶', '丰岛', '千早'];
const trades = ['重工业', '精密机械', '电子', '航空', '材料', '造船', '光学', '化学', '测量', '通信', '金属'];

/** The n-th company of a country of the bench's own. */
const company = (n: number): string =>
  `${places[n % places.length] ?? ''}${trades[Math.trunc(n / places.length) % trades.length] ?? ''}第${n}株式会社（Kobo ${n} Co., Ltd.）`;

/** Announcement `number` of a year, which lists so many companies. */
export function listing(number: number, parties: number, publishedOn: BeijingDate): Announced {
  const year = publishedOn.slice(0, 4);
  const names = Array.from({ length: parties }, (_, i) => `${i + 1}.${company(number * 31 + i)}`);
  return {
    title: `商务部公告${year}年第${number}号 公布将${parties}家日本实体列入出口管制管控名单`,
    publishedOn,
    body:
      '根据《中华人民共和国出口管制法》和《中华人民共和国两用物项出口管制条例》有关规定，为维护国家安全和利益，' +
      `决定将${company(number * 31)}等${parties}家日本实体列入出口管制管控名单，禁止出口经营者向上述实体出口两用物项。\n` +
      `本公告自公布之日起正式实施。\n附件\n${names.join('\n')}`,
  };
}

/** An announcement as the ministry's page yields it. */
export function officialDocument({ title, body, publishedOn }: Announced): Document {
  const id = `www.mofcom.gov.cn/${encodeURIComponent(title)}` as DocumentId;
  return {
    id,
    fingerprint: fingerprintOf(title, body),
    source: 'mofcom-announcements',
    publisher: '商务部',
    authority: 'official',
    language: 'zh',
    url: `https://${id}`,
    title,
    text: body,
    publishedOn,
  };
}
