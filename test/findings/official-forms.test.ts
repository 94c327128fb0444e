import { expect, test } from 'vitest';
import { interpret } from '../../functions/findings/interpret.ts';
import type { Reading } from '../../functions/findings/finding.ts';
import { judged } from '../../functions/local/judge.ts';
import type { BeijingDate } from '../../functions/time.ts';
import { officialDocument, type Page } from './official-page.ts';

/**
 * The ministry's sentences, made from their parts: each verb in each form, on each kind of page. What is done, from when
 * and to what must not depend on the form; and what another country does is nobody's restriction here, in any.
 */
const day = '2028年3月1日';
const on = '2028-03-01';
const target = '商务部公告2026年第1号';

const verbs: Readonly<Record<'suspend' | 'resume' | 'lift', readonly string[]>> = {
  suspend: ['暂停实施', '中止执行', '暂缓适用', '冻结执行', '搁置实施', '暂时停止执行', '继续暂停实施', '再次暂停实施'],
  resume: ['恢复实施', '重新执行', '停止暂停实施', '取消暂停实施', '不再暂停实施', '停止继续暂停实施', '提前恢复施行'],
  lift: ['废止', '停止执行', '终止实施', '取消', '撤销', '解除', '撤回', '不再执行', '不再适用', '提前终止'],
};

const forms: Readonly<Record<string, (verb: string) => string>> = {
  active: (verb) => `自${day}起，${verb}${target}。`,
  decided: (verb) => `商务部决定，${verb}${target}，自${day}起生效。`,
  passive: (verb) => `${target}自${day}起${verb}。`,
  taken: (verb) => `自${day}起将${target}${verb}。`,
};

const page = (title: string, body: string): Page => ({ title, publishedOn: '2028-02-24' as BeijingDate, body });
const conference = (question: string, answer: string): Page =>
  page(
    '商务部召开例行新闻发布会（2028年2月24日）',
    `新华社记者：请介绍消费情况。\n答：自2月25日起发放新一批消费券。\n${question}\n答：${answer}\n路透社记者：中欧磋商有何进展？\n答：双方保持沟通。`,
  );
const spoken = (sentence: string): string => sentence.replace('商务部决定', '中方决定');
const carriers: Readonly<Record<string, (sentence: string) => Page>> = {
  announcement: (sentence) => page('商务部公告2028年第9号', `${sentence}\n商务部\n2028年2月24日`),
  statement: (sentence) =>
    page('商务部新闻发言人就对日两用物项出口管制答记者问', `问：请问中方有何安排？\n答：${spoken(sentence)}`),
  conference: (sentence) => conference('共同社记者：日方希望中方取消出口管制措施，有何进展？', spoken(sentence)),
  notice: (sentence) => page('商务部安全与管制局通告', `各有关单位：${sentence}\n2028年2月24日`),
};

const read = (given: Page): { readonly reading: Reading; readonly says: Readonly<Record<string, unknown>> } => {
  const document = officialDocument(given);
  const reading = interpret(document);
  return { reading, says: judged(document, reading) };
};

test.each(Object.entries(verbs))('%s, in every form and on every kind of page', (action, those) => {
  for (const verb of those) {
    for (const [form, sentence] of Object.entries(forms)) {
      for (const [carrier, make] of Object.entries(carriers)) {
        const { says } = read(make(sentence(verb)));
        const expected = { action, effectiveOn: on, cites: ['mofcom/2026/1'], reach: 'japan' };
        expect(says, `${verb}, ${form}, ${carrier}`).toMatchObject(expected);
      }
    }
  }
});

const names = ['燕岳精机株式会社', '常念光学株式会社'] as const;
const both = names.join('、');
const listed: Readonly<Record<string, readonly string[]>> = {
  impose: [
    `决定将${both}列入关注名单，自${day}起实施。`,
    `关注名单增列${both}，自${day}起施行。`,
    `自${day}起，将2家日本实体（${both}）增补列入关注名单。`,
    `自${day}起，${both}由管控名单转列关注名单。`,
    `对${both}2家日本实体采取列入关注名单的措施，自${day}起生效。`,
  ],
  'remove-parties': [
    `自${day}起，${both}2家日本实体移出关注名单。`,
    `从关注名单中剔除${both}，自${day}起执行。`,
    `自${day}起，不再将${both}列入关注名单。`,
    `停止对${both}采取关注名单措施，自${day}起生效。`,
    `取消将${both}列入关注名单的决定，自${day}起生效。`,
  ],
  suspend: [`自${day}起，暂停对${both}采取关注名单措施。`, `对${both}中止适用关注名单措施，自${day}起施行。`],
  resume: [`自${day}起，恢复对${both}采取关注名单措施。`, `自${day}起，不再暂停对${both}采取关注名单措施。`],
};

test.each(Object.entries(listed))('parties: %s, on every kind of page', (action, sentences) => {
  for (const sentence of sentences) {
    for (const [carrier, make] of Object.entries(carriers)) {
      const { says } = read(make(sentence));
      const parties = (says['parties'] as readonly { readonly zh?: string }[]).map(({ zh }) => zh);
      expect({ ...says, parties: [...new Set(parties)] }, `${sentence} ${carrier}`).toMatchObject({
        action,
        effectiveOn: on,
        parties: [...names],
        reach: 'japan',
      });
    }
  }
});

const others = [
  { name: '美国', side: '美方', organ: '美国商务部' },
  { name: '日本', side: '日方', organ: '日本经济产业省' },
  { name: '荷兰', side: '荷方', organ: '荷兰政府' },
  { name: '欧盟', side: '欧方', organ: '欧盟委员会' },
  { name: '韩国', side: '韩方', organ: '韩国产业通商资源部' },
];
const theirs = [
  '暂停实施出口管制穿透性规则一年',
  '恢复实施对华芯片出口管制',
  '将12家中国实体列入出口管制实体清单',
  '废止一项出口管制规则',
  '取消对华石墨出口限制',
  '禁止向中国出口半导体设备',
  '修订两用物项管制清单',
];
const reply = '中方注意到有关情况。中方反对泛化国家安全、滥用出口管制，将采取必要措施维护中国企业合法权益。';

test.each(others)('what $name does is nobody’s restriction here', ({ name, side, organ }) => {
  for (const act of theirs) {
    const pages = [
      page(
        `商务部新闻发言人就${name}${act}答记者问`,
        `问：${organ}宣布，自${day}起${act}，中方有何评论？\n答：${reply}`,
      ),
      page('商务部新闻发言人应询表示', `问：${side}近日${act}。\n答：${side}自${day}起${act}，${reply}`),
      conference(`路透社记者：${organ}宣布自${day}起${act}，中方有何评论？`, reply),
      page(`${organ}宣布${act}`, `${organ}发布公告，自${day}起${act}。相关物项出口须申请许可。`),
      page(`【国别动态】${name}：${act}`, `${organ}发布公告，自${day}起${act}。`),
    ];
    for (const given of pages) expect(read(given).reading.kind, given.title + act).toBe('silent');
  }
});
