import type { Change } from '../../functions/register/change.ts';
import type { Provision } from '../../functions/findings/finding.ts';
import { date, itemsIn, Journal, measure, officialPage, partiesIn, pressArticle, report } from './journal.ts';

const ban = '禁止所有两用物项对日本军事用户、军事用途，以及一切有助于提升日本军事实力的其他最终用户用途出口。';
const banUses = ['日本军事用户', '军事用途', '一切有助于提升日本军事实力的其他最终用户用途'];
const suspended = [
  ['mofcom/2025/55', '公布对超硬材料相关物项实施出口管制的决定', 'superhard-materials', '2025-11-08'],
  ['mofcom/2025/56', '公布对部分稀土设备和原辅料相关物项实施出口管制的决定', 'rare-earths', '2025-11-08'],
  ['mofcom/2025/57', '公布对部分中重稀土相关物项实施出口管制的决定', 'rare-earths', '2025-11-08'],
  ['mofcom/2025/58', '公布对锂电池和人造石墨负极材料相关物项实施出口管制的决定', 'graphite-batteries', '2025-11-08'],
  ['mofcom/2025/61', '公布对境外相关稀土物项实施出口管制的决定', 'rare-earths', '2025-10-09'],
  ['mofcom/2025/62', '公布对稀土相关技术实施出口管制的决定', 'rare-earths', '2025-10-09'],
] as const;

/** The Changes that the stories tell, from what was announced, and from what might be. */
export interface Told {
  readonly journal: Journal;
  readonly stories: Readonly<Record<string, Change>>;
}

/** 2025 and 2026 as announced up to February 2026, and as they might go on from there. */
export function history(): Told {
  const journal = new Journal();
  const stories: Record<string, Change> = {};
  const impose = (of: ReturnType<typeof measure>, quote: string): readonly Provision[] => [
    { action: 'impose', measure: of, quote },
  ];

  const items = itemsIn('items-2025-10.txt');
  stories['item-control'] = journal.read(
    officialPage(
      '2025-10',
      '商务部 海关总署公告2025年第10号 公布对钨、碲、铋、钼、铟相关物项实施出口管制的决定',
      '2025-02-04',
    ),
    impose(
      measure('mofcom/2025/10', {
        instrument: 'item-control',
        reach: 'all-destinations',
        items,
        goods: ['tungsten-group'],
        effectiveOn: date('2025-02-04'),
      }),
      '经国务院批准，决定对下列物项实施出口管制。',
    ),
    '2025-02-04T02:06:00.000Z',
    'mofcom/2025/10',
  );
  for (const [id, title, family, effectiveOn] of suspended) {
    const of = measure(id, {
      title,
      instrument: 'item-control',
      reach: 'all-destinations',
      goods: [family],
      effectiveOn: date(effectiveOn),
    });
    journal.read(
      officialPage(id.replaceAll('/', '-'), title, '2025-10-09'),
      impose(of, title),
      '2025-10-09T01:10:00.000Z',
      id,
    );
  }
  stories['suspension'] = journal.read(
    officialPage('2025-70', '商务部 海关总署公告2025年第70号', '2025-11-07'),
    suspended.map(([id]) => ({
      action: 'suspend',
      measure: measure(id, { instrument: 'item-control' }).id,
      until: date('2026-11-10'),
      quote:
        '经批准，自即日起至2026年11月10日，暂停实施商务部 海关总署公告2025年第55号、第56号、第57号、第58号，以及商务部公告2025年第61号、第62号。',
    })),
    '2025-11-07T08:30:00.000Z',
    'mofcom/2025/70',
  );

  stories['report'] = journal.read(
    pressArticle(
      'South China Morning Post',
      'China bans exports of dual-use items to Japan’s military',
      '2026-01-06T09:20:00.000Z',
    ),
    [
      {
        action: 'report',
        report: report({ endUses: ['Japan’s military users'] }),
        quote: 'China bans exports of dual-use items to Japan’s military',
      },
    ],
    '2026-01-06T09:30:00.000Z',
  );
  stories['january-ban'] = journal.read(
    officialPage('2026-1', '商务部公告2026年第1号 关于加强两用物项对日本出口管制的公告', '2026-01-06'),
    impose(
      measure('mofcom/2026/1', {
        instrument: 'country-ban',
        endUses: banUses,
        extraterritorial: true,
        effectiveOn: date('2026-01-06'),
      }),
      ban,
    ),
    '2026-01-06T11:00:00.000Z',
    'mofcom/2026/1',
  );

  const listed = (id: string, instrument: 'control-list' | 'watch-list', file: string, quote: string): Change => {
    const parties = partiesIn(file);
    const title = `商务部公告2026年第${id.split('/')[2] ?? ''}号 公布将20家日本实体列入${instrument === 'control-list' ? '出口管制管控名单' : '关注名单'}`;
    const of = measure(id, {
      title,
      instrument,
      parties,
      statedParties: 20,
      effectiveOn: date('2026-02-24'),
      extraterritorial: instrument === 'control-list',
    });
    return journal.read(
      officialPage(id.replaceAll('/', '-'), title, '2026-02-24'),
      impose(of, quote),
      '2026-02-24T02:04:00.000Z',
      id,
    );
  };
  stories['watch-list'] = listed(
    'mofcom/2026/12',
    'watch-list',
    'watch-list-2026-12.txt',
    '决定将斯巴鲁株式会社等无法核实两用物项最终用户、最终用途的20家日本实体列入关注名单（见附件）。',
  );
  stories['control-list'] = listed(
    'mofcom/2026/11',
    'control-list',
    'control-list-2026-11.txt',
    '决定将三菱造船株式会社等参与提升日本军事实力的20家日本实体列入出口管制管控名单（见附件），并采取以下措施：禁止出口经营者向上述20家实体出口两用物项，禁止境外组织和个人将原产于中华人民共和国的两用物项转移或提供给上述20家实体；正在开展的相关活动应当立即停止。',
  );

  const edited = [
    ...partiesIn('watch-list-2026-12.txt'),
    { zh: '某某精密株式会社', en: 'Example Precision Co., Ltd.' },
  ];
  const title = '商务部公告2026年第12号 公布将20家日本实体列入关注名单';
  stories['edit'] = journal.read(
    { ...officialPage('mofcom-2026-12', title, '2026-02-24'), fingerprint: 'e'.repeat(64) },
    impose(
      measure('mofcom/2026/12', {
        title,
        instrument: 'watch-list',
        parties: edited,
        statedParties: 21,
        effectiveOn: date('2026-02-24'),
      }),
      '决定将斯巴鲁株式会社等无法核实两用物项最终用户、最终用途的21家日本实体列入关注名单（见附件）。',
    ),
    '2026-03-03T04:20:00.000Z',
    'mofcom/2026/12',
  );
  stories['unclear'] = journal.read(
    officialPage('2026-40', '商务部公告2026年第40号 公布将7家日本实体列入出口管制管控名单', '2026-05-12'),
    [
      {
        action: 'unclear',
        doubt: { kind: 'count', act: 'list', stated: 7, read: 6, unread: ['附件.pdf'] },
        measure: measure('mofcom/2026/40', {
          instrument: 'control-list',
          parties: partiesIn('control-list-2026-11.txt').slice(0, 6),
          statedParties: 7,
        }),
        quote: '决定将7家日本实体列入出口管制管控名单（见附件）。',
      },
    ],
    '2026-05-12T07:45:00.000Z',
    'mofcom/2026/40',
  );
  stories['removal'] = journal.read(
    officialPage('2026-51', '商务部公告2026年第51号 公布将2家日本实体移出关注名单', '2026-07-01'),
    [
      {
        action: 'remove-parties',
        instrument: 'watch-list',
        parties: partiesIn('watch-list-2026-12.txt').slice(6, 8),
        on: date('2026-07-01'),
        quote: '决定自即日起将东京科学大学等2家日本实体移出关注名单。',
      },
    ],
    '2026-07-01T03:00:00.000Z',
    'mofcom/2026/51',
  );
  journal.read(
    pressArticle('Nikkei Asia', 'China to put Japanese trading houses on export blacklist', '2026-09-01T23:40:00.000Z'),
    [
      {
        action: 'report',
        report: report({ instrument: 'control-list' }),
        quote: 'China to put Japanese trading houses on export blacklist',
      },
    ],
    '2026-09-02T00:10:00.000Z',
  );
  stories['unconfirmed'] = journal.day('2026-09-06');
  stories['ends-soon'] = journal.day('2026-10-11');
  stories['extension'] = journal.read(
    officialPage('2026-77', '商务部 海关总署公告2026年第77号', '2026-10-30'),
    suspended.slice(0, 1).map(([id]) => ({
      action: 'suspend',
      measure: measure(id, { instrument: 'item-control' }).id,
      until: date('2027-11-10'),
      quote: '继续暂停实施商务部 海关总署公告2025年第55号，至2027年11月10日。',
    })),
    '2026-10-30T09:00:00.000Z',
    'mofcom/2026/77',
  );
  stories['lapse'] = journal.day('2026-11-11');
  return { journal, stories };
}

/** What the ministry's identities must never be shown as. */
export const internalIds = /\b(?:mofcom|uel|gacc)(?:-order)?\/\d{4}\/\d+/;
