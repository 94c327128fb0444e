/** A catalogue made up by a seed: real in its form, invented in its goods. What a fixture shows, and the truth beside it. */
export interface WrittenEntry {
  readonly number: number;
  readonly code: string;
  /** 参考商品名称. */
  readonly name: string;
  /** 物项名称及描述, a paragraph a line. */
  readonly description: readonly string[];
  readonly hsCodes: readonly string[];
  readonly unit: string;
}

export interface WrittenSection {
  readonly headings: readonly string[];
  readonly entries: readonly WrittenEntry[];
}

export interface WrittenCatalogue {
  readonly year: number;
  readonly imports: readonly WrittenSection[];
  readonly exports: readonly WrittenSection[];
}

/** mulberry32: the same numbers on every machine. */
export function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const materials = [
  '钨',
  '钼',
  '镓',
  '锗',
  '石墨',
  '钐',
  '镝',
  '铽',
  '碳纤维',
  '铍合金',
  '锆合金',
  '马氏体时效钢',
  '钛合金',
  '氧化钇',
  '镧铈',
  '超高分子量聚乙烯',
];
const forms = [
  '粉末',
  '管材',
  '棒材',
  '板坯',
  '靶材',
  '永磁体',
  '坩埚',
  '纤维预浸料',
  '单晶片',
  '锻件',
  '密封件',
  '过滤器',
];
const machines = [
  '五轴联动数控机床',
  '等静压机',
  '真空感应炉',
  '质谱仪',
  '频率变换器',
  '缠绕机',
  '离心分离机转筒组件',
  '热交换器',
  '振动试验系统',
  '水听器阵列',
  '高速相机',
  '电子束焊机',
  '生物安全柜',
  '喷雾干燥器',
];
const purposes = [
  '为航空器专门设计或制备',
  '用于从重水中回收氚',
  '能够承受 1.5×10⁵ Pa 以上压力',
  '用于加速氢和水之间的氢同位素交换反应',
  '在 20 ℃ 下测量',
  '专门设计或改进',
];
const units = ['千克', '千克', '台/千克', '件，个/千克', '套/千克', '克', '升/千克', '台'];
const categories: readonly (readonly [digit: number, title: string])[] = [
  [0, '核材料、设施和设备'],
  [1, '专用材料和相关设备、化学制品、微生物和毒素'],
  [2, '材料加工'],
  [3, '电子'],
  [4, '计算机'],
  [5, '电信和信息安全'],
  [6, '传感器和激光器'],
  [7, '导航和航空电子'],
  [8, '船舶'],
  [9, '航空航天与推进'],
];
const kinds = [
  ['A', '系统、设备和部件'],
  ['B', '测试、检验和生产设备'],
  ['C', '材料'],
  ['D', '软件'],
  ['E', '技术'],
] as const;
const ordinals = '一二三四五六七八九十';

/** @param size about how many entries the part for exports has */
export function writeCatalogue(year: number, seed: number, size: number): WrittenCatalogue {
  const next = numbersFrom(seed);
  const pick = <T>(values: readonly [T, ...T[]] | readonly T[]): T => values[Math.floor(next() * values.length)] as T;
  const below = (most: number): number => Math.floor(next() * most);
  const hsCode = (): string => `${10 + below(87)}${String(below(1e8)).padStart(8, '0')}`;
  const perGroup = size / (categories.length * kinds.length);
  let number = 0;

  function entry(code: string, immaterial: boolean): WrittenEntry {
    const name = immaterial
      ? `${pick(machines)}的${pick(['开发', '生产', '使用'])}${pick(['软件', '技术'])}`
      : next() < 0.5
        ? pick(materials) + pick(forms)
        : pick(machines);
    const description = [`${pick(purposes)}的${name}${next() < 0.6 ? '，具有以下特性：' : '。'}`];
    if (description[0]?.endsWith('：')) {
      for (let i = 0; i <= below(5); i++) {
        description.push(
          `${'abcdefg'[i]}．${pick(['内径', '外径', '长度', '厚度'])} ${50 + below(400)}～${500 + below(900)} mm，${pick(purposes)}${next() < 0.2 ? `，或用 ${1 + below(6)}C${200 + below(99)}.${pick(['a', 'b'])} 项所管制的材料制造` : ''}；`,
        );
      }
    }
    if (next() < 0.08)
      description.push(
        `技术说明：本项所述“${name}”不包括 ${1 + below(8)}A${100 + below(99)} 项所列的${pick(machines)}，按 ${below(9)}.${below(99)} g 的加速度测定。`,
      );
    if (next() < 0.05) description.push(`注：另见 ${1 + below(8)}B${100 + below(99)}.${1 + below(4)} 项。`);
    const count = immaterial || next() < 0.15 ? 0 : next() < 0.7 ? 1 + below(2) : 1 + below(9);
    const hsCodes = Array.from({ length: count }, () => (next() < 0.06 ? hsCode().slice(0, 8) : hsCode()));
    return {
      number: ++number,
      code,
      name,
      description,
      hsCodes: [...new Set(hsCodes)],
      unit: immaterial ? '' : pick(units),
    };
  }

  function sections(part: 'import' | 'export'): WrittenSection[] {
    number = 0;
    const made: WrittenSection[] = [];
    const chosen = part === 'import' ? categories.slice(1, 3) : categories;
    chosen.forEach(([digit, title], i) => {
      kinds.forEach(([kind, heading], k) => {
        const headings = [
          ...(i === 0 && k === 0
            ? [part === 'import' ? '一、监控化学品和易制毒化学品' : '一、两用物项出口管制清单所列物项']
            : []),
          ...(k === 0 ? [`（${ordinals[i]}）${title}`] : []),
          `${digit}${kind} ${heading}`,
        ];
        const entries: WrittenEntry[] = [];
        let base = 1 + below(12);
        for (let left = Math.max(1, Math.round(perGroup * (0.6 + 0.8 * next()))); left > 0; base += 1 + below(9)) {
          const root = `${digit}${kind}${String(base).padStart(3, '0')}`;
          const subs = next() < 0.3 ? 2 + below(5) : 0;
          if (subs === 0) entries.push(entry(root, kind === 'D' || kind === 'E'));
          for (let s = 0; s < Math.min(subs, left); s++) {
            const letter = 'abcdefgh'[s] ?? 'a';
            if (next() < 0.2) for (let n = 1; n <= 2; n++) entries.push(entry(`${root}.${letter}.${n}`, false));
            else entries.push(entry(`${root}.${letter}`, false));
          }
          left -= Math.max(1, subs);
        }
        made.push({ headings, entries });
      });
    });
    return made;
  }

  const imports = sections('import');
  return { year, imports, exports: sections('export') };
}

/** The next year's catalogue: some entries gone, some new, some with other customs codes, some renamed; numbered anew. */
export function nextYear(catalogue: WrittenCatalogue, seed: number): WrittenCatalogue {
  const next = numbersFrom(seed);
  let number = 0;
  const exports = catalogue.exports.map(({ headings, entries }, s) => ({
    headings,
    entries: entries.flatMap((entry, i): WrittenEntry[] => {
      const draw = next();
      if (draw < 0.02) return [];
      const hsCodes =
        draw < 0.08 && entry.hsCodes.length > 0
          ? [...entry.hsCodes.slice(1), `${30 + (s % 60)}${String(10_000_000 + i * 7_919).slice(0, 8)}`]
          : entry.hsCodes;
      const renamed = draw > 0.97;
      const kept = {
        ...entry,
        number: ++number,
        hsCodes,
        name: renamed ? `改进型${entry.name}` : entry.name,
      };
      if (draw < 0.93 || draw > 0.95 || !/^\d[A-E]\d{3}$/.test(entry.code)) return [kept];
      return [kept, { ...entry, number: ++number, code: `${entry.code}.z`, name: `其他${entry.name}` }];
    }),
  }));
  return { year: catalogue.year + 1, imports: catalogue.imports, exports };
}
