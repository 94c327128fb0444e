import { folded } from './fold.ts';

/**
 * Listed parties whose Japanese names are known, by the Chinese and English names that MOFCOM prints. Annexes carry no
 * Japanese; companies' own registered names do, and people search by those.
 */
const known: readonly (readonly [zh: string, en: string, ja: string])[] = [
  // Announcement 11 of 2026, control list
  ['三菱造船株式会社', 'Mitsubishi Heavy Industries Shipbuilding Co.', '三菱造船株式会社'],
  ['三菱重工航空发动机株式会社', 'Mitsubishi Heavy Industries Aero Engines, Ltd.', '三菱重工航空エンジン株式会社'],
  [
    '三菱重工海洋机械株式会社',
    'Mitsubishi Heavy Industries Marine Machinery & Equipment Co., Ltd.',
    '三菱重工マリンマシナリ株式会社',
  ],
  [
    '三菱重工发动机与涡轮增压器株式会社',
    'Mitsubishi Heavy Industries Engine & Turbocharger, Ltd.',
    '三菱重工エンジン＆ターボチャージャ株式会社',
  ],
  [
    '三菱重工海事系统株式会社',
    'Mitsubishi Heavy Industries Maritime Systems, Ltd.',
    '三菱重工マリタイムシステムズ株式会社',
  ],
  [
    '川崎重工航空宇宙系统公司',
    'Kawasaki Heavy Industries Aerospace Systems Company',
    '川崎重工業 航空宇宙システムカンパニー',
  ],
  ['川重岐阜工程株式会社', 'KAWAJU Gifu Engineering Co., Ltd.', '川重岐阜エンジニアリング株式会社'],
  [
    '富士通防卫与国家安全株式会社',
    'Fujitsu Defense & National Security, Ltd.',
    '富士通ディフェンス＆ナショナルセキュリティ株式会社',
  ],
  ['IHI原动机株式会社', 'IHI Power Systems Co., Ltd.', '株式会社IHI原動機'],
  ['IHI主要金属株式会社', 'IHI Master Metal Co., Ltd.', '株式会社IHIマスターメタル'],
  ['IHI喷气机服务株式会社', 'IHI Jet Service Co., Ltd.', '株式会社IHIジェットサービス'],
  ['IHI宇航株式会社', 'IHI Aerospace Co., Ltd.', '株式会社IHIエアロスペース'],
  ['IHI航空制造株式会社', 'IHI Aero Manufacturing Co., Ltd.', '株式会社IHIエアロマニュファクチャリング'],
  ['IHI宇航工程株式会社', 'IHI Aerospace Engineering Co., Ltd.', '株式会社IHIエアロスペース・エンジニアリング'],
  ['日本电气网络传感器株式会社', 'NEC Network and Sensor Systems, Ltd.', 'NECネットワーク・センサ株式会社'],
  ['日本电气航空宇宙系统株式会社', 'NEC Aerospace Systems, Ltd.', 'NEC航空宇宙システム株式会社'],
  ['日本海洋联合株式会社', 'Japan Marine United Corporation', 'ジャパン マリンユナイテッド株式会社'],
  ['JMU防务系统株式会社', 'JMU Defense Systems Co., Ltd.', 'JMUディフェンスシステムズ株式会社'],
  ['防卫大学', 'National Defense Academy of Japan', '防衛大学校'],
  ['日本宇宙航空研究开发机构', 'Japan Aerospace Exploration Agency', '国立研究開発法人宇宙航空研究開発機構（JAXA）'],
  // Announcement 12 of 2026, watch list; where the registered name was not certain, it is left out
  ['斯巴鲁株式会社', 'SUBARU Corporation', '株式会社SUBARU'],
  ['富士航空航天技术株式会社', 'FUJI Aerospace Technology Co., Ltd.', '富士エアロスペーステクノロジー株式会社'],
  ['引能仕株式会社', 'ENEOS Corporation', 'ENEOS株式会社'],
  ['运输机工业株式会社', 'Yusoki Co., Ltd.', '輸送機工業株式会社'],
  ['伊藤忠航空株式会社', 'ITOCHU Aviation Co., Ltd.', '伊藤忠アビエーション株式会社'],
  ['东京科学大学', 'Institute of Science Tokyo', '東京科学大学'],
  ['三菱材料株式会社', 'Mitsubishi Materials Corporation', '三菱マテリアル株式会社'],
  ['八洲电机株式会社', 'Yashima Denki Co., Ltd.', '八洲電機株式会社'],
  ['住友重机械工业株式会社', 'Sumitomo Heavy Industries, Ltd.', '住友重機械工業株式会社'],
  ['TDK株式会社', 'TDK Corporation', 'TDK株式会社'],
  ['三井物产航空航天株式会社', 'Mitsui Bussan Aerospace Co., Ltd.', '三井物産エアロスペース株式会社'],
  ['日野汽车株式会社', 'Hino Motors, Ltd.', '日野自動車株式会社'],
  ['东金株式会社', 'Tokin Corporation', '株式会社トーキン'],
  ['日新电机株式会社', 'Nissin Electric Co., Ltd.', '日新電機株式会社'],
  ['日东电工株式会社', 'Nitto Denko Corporation', '日東電工株式会社'],
  ['日油株式会社', 'NOF Corporation', '日油株式会社'],
  ['半井试剂株式会社', 'Nacalai Tesque, Inc.', 'ナカライテスク株式会社'],
];

const byName = new Map(known.flatMap(([zh, en, ja]) => [[folded(zh), ja] as const, [folded(en), ja] as const]));

/** The Japanese name of a listed party, or undefined where the lexicon does not know it. Never a guess. */
export const japaneseName = (zh: string | undefined, en: string | undefined): string | undefined =>
  (zh && byName.get(folded(zh))) || (en && byName.get(folded(en))) || undefined;
