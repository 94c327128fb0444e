import { type DigestText, OFTEN } from '../text.ts';
import { days } from './nouns.ts';

export const digest: DigestText = {
  title: '周报',
  labels: { changes: '变化一览', due: '未来90天', inForce: '现行措施', trouble: '无响应的信息源' },
  subject: (n, from, to) => `周报：${n === 0 ? '无变化' : `${n}项变化`}，${days.day(from)}至${days.day(to)}`,
  headline: (n, from, to) =>
    n === 0
      ? `${days.day(from)}至${days.day(to)}，未发现中国两用物项出口管制涉及日本的新变化。`
      : `${days.day(from)}至${days.day(to)}，中国两用物项出口管制有${n}项涉及日本的变化。`,
  watched({ sources, polls, failed, silent, blindHours, hours, down }) {
    if (sources === 0) return '【未能监测】尚未成功读取任何官方信息源。';
    const checks = `官方信息源${sources}个，检查${polls.toLocaleString('en')}次，失败${failed}次`;
    const away = down > 0 ? `目前${down}个无响应。` : '';
    if (blindHours >= 1) {
      const long =
        blindHours >= 48 ? `${Math.round(hours / 24)}天中有${Math.round(blindHours / 24)}天` : `${blindHours}小时`;
      return `【监测中断】所有官方信息源${long}无响应（${checks}）。${away}其间公布的内容可能未列入本周报。`;
    }
    if (failed > polls * OFTEN) return `【监测时有中断】${checks}。${away}中断期间公布的内容会延迟发现。`;
    return `全程监测：${checks}。${silent === undefined ? '其中有信息源从未响应。' : away || `全部在最近${silent}分钟内响应。`}`;
  },
  quiet: (n) => `另有${n}项仅记录、未提醒（初次读取，或因大量刊登、超出每日上限而暂缓）。`,
  nothing: '无。',
  due: (day, away, what) => `${days.day(day)}｜${away}天后｜${what}`,
  standings: (inForce, japan, suspended, announced) =>
    `实施中${inForce}项（其中针对日本${japan}项），暂停${suspended}项，待施行${announced}项。`,
  trouble: (publisher, since) => `${publisher}：${since ? `${days.moment(since)}起` : ''}无响应`,
};
