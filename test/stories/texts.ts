import type { Announced } from '../../functions/local/wire-pages.ts';
import type { BeijingDate } from '../../functions/time.ts';
import { announce } from './telling.ts';

/** Announcements as the ministry writes them, with invented numbers and companies. */
const basis =
  '根据《中华人民共和国出口管制法》和《中华人民共和国两用物项出口管制条例》等法律法规有关规定，为维护国家安全和利益，履行防扩散等国际义务，';

const chineseDay = (day: string): string => {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
};

/** Japanese entities put on the export control list (管控名单). */
export const controlList = (number: number, day: string, names: readonly string[]): Announced =>
  announce(
    `商务部公告2026年第${number}号 公布将${names.length}家日本实体列入出口管制管控名单`,
    day,
    `${basis}决定将参与提升日本军事实力的${names.length}家日本实体列入出口管制管控名单（见附件），并采取以下措施：\n` +
      `一、禁止出口经营者向上述${names.length}家实体出口两用物项；正在开展的相关活动应当立即停止。\n` +
      '二、特殊情况下确需出口的，出口经营者应当向商务部提出申请。\n本公告自公布之日起正式实施。\n' +
      `附件：出口管制管控名单\n${names.map((name, i) => `${i + 1}.${name}`).join('\n')}`,
  );

/** Goods put under licence. */
export const itemControl = (
  number: number,
  day: string,
  what: string,
  items: readonly string[],
  last: string,
  year = day.slice(0, 4),
): Announced =>
  announce(
    `商务部 海关总署公告${year}年第${number}号 公布对${what}实施出口管制的决定`,
    day,
    `${basis}经国务院批准，决定对下列物项实施出口管制：\n一、满足以下特性的物项，未经许可，不得出口：\n` +
      `${items.join('\n')}\n二、出口经营者出口上述物项，应当依照有关规定向国务院商务主管部门申请许可。\n三、${last}`,
  );

/** Others suspended, or their suspension continued. */
export const suspension = (
  number: number,
  day: string,
  verb: string,
  numbers: readonly number[],
  until: string,
): Announced => {
  const which = `商务部 海关总署公告2025年${numbers.map((one) => `第${one}号`).join('、')}`;
  return announce(
    `商务部 海关总署公告${day.slice(0, 4)}年第${number}号 关于${verb}实施${which}的公告`,
    day,
    `经国务院批准，决定自公布之日起至${chineseDay(until)}，${verb}实施${which}。`,
  );
};

export const repeal = (number: number, day: string, repealed: string): Announced =>
  announce(
    `商务部 海关总署公告2026年第${number}号 关于废止${repealed}的公告`,
    day,
    `经国务院批准，决定自公布之日起废止${repealed}。`,
  );

export const removal = (number: number, day: string, from: number, names: readonly string[]): Announced =>
  announce(
    `商务部公告2026年第${number}号 关于将${names.length}家日本实体移出出口管制管控名单的公告`,
    day,
    `根据《中华人民共和国两用物项出口管制条例》第三十条规定，经审查，决定将${names.join('、')}移出商务部公告2026年第${from}号公布的出口管制管控名单。\n本公告自公布之日起正式实施。`,
  );

export const banOnJapan = (number: number, day: string): Announced =>
  announce(
    `商务部公告2026年第${number}号 关于加强两用物项对日本出口管制的公告`,
    day,
    `${basis}决定加强两用物项对日本出口管制。现将有关事项公告如下：\n禁止所有两用物项对日本军事用户、军事用途，以及一切有助于提升日本军事实力的其他最终用户用途出口。\n本公告自公布之日起正式实施。`,
  );

/** The same text on another of the ministry's sites, under a stamp of its own. */
export const copyOf = (announced: Announced, stamp: string): Announced => ({
  ...announced,
  publishedOn: stamp as BeijingDate,
});

/** Japanese parties, as lists name them. */
export const names = [
  '东海精机株式会社（Tokai Seiki Co., Ltd.）',
  '若狭航空工业株式会社（Wakasa Aero Industries, Ltd.）',
  '北陆电子株式会社（Hokuriku Electronics Co., Ltd.）',
] as const;
