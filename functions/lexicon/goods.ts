/** The word that a filter policy uses for a family of controlled goods. */
export const families = [
  'rare-earths',
  'gallium-germanium',
  'antimony',
  'superhard-materials',
  'tungsten-group',
  'chemicals',
  'graphite-batteries',
  'drones',
  'aerospace-structures',
  'commercial-cryptography',
  'critical-minerals',
] as const;
export type Family = (typeof families)[number];

/** Families of controlled goods: how announcements and headlines name them. */
export interface Goods {
  readonly family: Family;
  readonly zh: readonly string[];
  readonly en: readonly string[];
  readonly ja: readonly string[];
  /** Where China first controlled it, or names it. */
  readonly source: string;
}

export const goods: readonly Goods[] = [
  {
    family: 'rare-earths',
    zh: ['稀土', '钐', '钆', '铽', '镝', '镥', '钪', '钇', '钬', '铒', '铥', '铕', '镱', '钕', '永磁'],
    en: [
      'rare[- ]earths?',
      'rare[- ]earth (?:elements?|metals?|minerals?|magnets?|materials?|items?|products?)',
      'samarium',
      'dysprosium',
      'terbium',
      'yttrium',
      'scandium',
      'holmium',
      'erbium',
      'gadolinium',
      'lutetium',
      'europium',
      'ytterbium',
      'thulium',
      'neodymium',
      'permanent magnets?',
    ],
    ja: [
      'レアアース',
      '希土類',
      'サマリウム',
      'ガドリニウム',
      'ルテチウム',
      'スカンジウム',
      'ホルミウム',
      'エルビウム',
      'ネオジム',
      '(?:希土類|レアアース)?磁石',
      'ジスプロシウム',
      'テルビウム',
      'イットリウム',
      '永久磁石',
    ],
    source: 'Announcements 18, 56, 57, 61, 62 of 2025',
  },
  {
    family: 'gallium-germanium',
    // 锗酸铋 is bismuth germanate, a crystal.
    zh: ['镓', '锗(?!酸)'],
    en: [
      'gallium',
      'germanium',
      'chip(?:making|-making)? (?:metals?|minerals?)',
      'semiconductor(?: manufacturing)? (?:metals?|materials?|minerals?)',
    ],
    ja: ['ガリウム', 'ゲルマニウム'],
    source: 'Announcement 23 of 2023',
  },
  { family: 'antimony', zh: ['锑'], en: ['antimony'], ja: ['アンチモン'], source: 'Announcement 33 of 2024' },
  {
    family: 'superhard-materials',
    zh: ['超硬材料', '人造金刚石', '立方氮化硼'],
    en: ['super-?hard materials?', '(?:synthetic|artificial|industrial) diamonds?', 'diamond (?:powder|wire)s?'],
    ja: ['超硬材料', '人造ダイヤ(?:モンド)?', '合成ダイヤ(?:モンド)?', '工業用ダイヤ(?:モンド)?'],
    source: 'Announcements 33 of 2024 and 55 of 2025',
  },
  {
    family: 'tungsten-group',
    zh: ['钨', '碲', '铋', '钼', '铟'],
    en: ['tungsten', 'tellurium', 'bismuth', 'molybdenum', 'indium'],
    ja: ['タングステン', 'テルル', 'ビスマス', 'モリブデン', 'インジウム'],
    source: 'Announcement 10 of 2025',
  },
  {
    family: 'chemicals',
    zh: [
      '三乙醇胺',
      '监控化学品',
      '磷酸三丁酯',
      '二异丙胺',
      '甲基膦酸',
      '三氯化磷',
      '硫二甘醇',
      '高氯酸铵',
      '氟化氢钠',
    ],
    en: ['triethanolamine', 'tributyl phosphate', 'scheduled chemicals?', 'chemical weapons? precursors?'],
    ja: ['トリエタノールアミン', 'リン酸トリブチル'],
    source:
      'Catalogue of controlled chemicals and related equipment (监控化学品; Australia Group), Announcement 5 of 2003',
  },
  {
    family: 'graphite-batteries',
    // 石墨砖 is a brick of a reactor or furnace.
    zh: ['石墨(?!砖)', '锂电池', '负极材料', '正极材料', '锂离子电池', '(?:电动(?:汽)?车|动力)电池'],
    en: [
      'graphite',
      'lithium(?:[- ]ion)? batter(?:y|ies)',
      'batter(?:y|ies) (?:materials?|technolog(?:y|ies))',
      '(?:battery )?anode materials?',
      '(?:battery )?cathode (?:materials?|technolog(?:y|ies))',
    ],
    ja: ['黒鉛', 'グラファイト', 'リチウム(?:イオン)?電池', 'ev(?:電池|バッテリー)', '車載電池', '負極材', '正極材'],
    source: 'Announcements 39 of 2023 and 58 of 2025',
  },
  {
    family: 'drones',
    zh: ['无人机', '无人驾驶航空'],
    en: ['drones?', 'unmanned aerial vehicles?', 'uavs?', 'drone (?:parts|components)'],
    ja: ['ドローン', '無人機'],
    source: 'Announcements 27 and 28 of 2023',
  },
  {
    family: 'aerospace-structures',
    zh: ['航空航天结构件', '航空发动机', '燃气轮机', '超高分子量聚乙烯', '航天服'],
    en: [
      '(?:aerospace|aviation|aircraft)(?: and (?:space|aerospace))? (?:parts?|components?|equipment)',
      'gas[- ]turbines?',
      '(?:aircraft|aero|rocket) engines?',
      'ultra-high molecular weight polyethylene',
    ],
    ja: ['航空宇宙(?:部品|構造)', 'ガスタービン', '航空機エンジン'],
    source: 'Announcement 21 of 2024',
  },
  {
    family: 'commercial-cryptography',
    zh: ['商用密码'],
    en: ['commercial (?:encryption|cryptography)'],
    ja: ['商用暗号'],
    source: 'Announcement 63 of 2020',
  },
  {
    family: 'critical-minerals',
    zh: ['关键矿产', '关键矿物', '战略矿产', '稀有金属'],
    en: [
      'critical (?:minerals?|metals?|materials?)',
      'strategic (?:minerals?|metals?)',
      'rare metals?',
      'minor metals?',
    ],
    ja: ['重要鉱物', 'レアメタル', '希少金属'],
    source: 'the press’s word for the metals above',
  },
];
