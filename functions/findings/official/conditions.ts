import { parseNumeral } from '../../lexicon/numerals.ts';
import type { Conditions, Presumption } from '../finding.ts';
import { type Sentence, sentencesOf } from './clauses.ts';
import { operativeEnd } from './operative.ts';
import type { Official } from './identity.ts';

/**
 * Who must apply, above what share, what is presumed and what is exempt, where a text says so (No. 61 of 2025: foreign
 * organisations, 0.1 per cent, denial for listed parties and what they own by half). Undefined: it says nothing of it, and
 * the exporter in China applies.
 */
export function conditionsOf(official: Official): Conditions | undefined {
  const end = operativeEnd(official.text.text);
  const sentences = sentencesOf(official.text).filter(({ from }) => from < end);
  const applicants = applicantsOf(sentences);
  const threshold = thresholdIn(sentences);
  const presumptions = sentences.flatMap(presumptionIn);
  const exemptions = sentences.filter(({ bare }) => exempt.test(bare)).map(({ quote }) => ({ quote }));
  if (!applicants.includes('exporter-abroad') && !threshold && presumptions.length + exemptions.length === 0)
    return undefined;
  return {
    applicants,
    ...(threshold && { threshold }),
    ...(presumptions.length > 0 && { presumptions }),
    ...(exemptions.length > 0 && { exemptions }),
  };
}

const abroad =
  /境外(?:的)?(?:组织|个人|特定出口经营者|出口经营者|企业)[^。]{0,240}(?:必须|应当|须|需).{0,40}(?:许可|申请)|(?:必须|应当).{0,24}(?:许可|申请).{0,40}境外(?:组织|特定出口经营者)/;
const inChina = /(?<!境外(?:特定)?)出口经营者.{0,60}(?:应当|必须|应).{0,60}(?:申请|许可)|未经许可,?不得(?:出口|提供)/;

function applicantsOf(sentences: readonly Sentence[]): Conditions['applicants'] {
  const some = (pattern: RegExp): boolean => sentences.some(({ text }) => pattern.test(text));
  return [
    ...(some(inChina) ? (['exporter-in-china'] as const) : []),
    ...(some(abroad) ? (['exporter-abroad'] as const) : []),
  ];
}

/** 价值比例达到0.1%, 按价值计算比例超过10%. */
function thresholdIn(sentences: readonly Sentence[]): Conditions['threshold'] {
  for (const { text, quote } of sentences) {
    const percent =
      /(?:价值|货值|金额)[^。;]{0,12}?(?:比例|占比|比重)[^。;\d]{0,12}(?<percent>\d{1,3}(?:\.\d{1,4})?)%/.exec(text)
        ?.groups?.['percent'];
    if (percent !== undefined) return { percent: Number(percent), quote };
  }
  return undefined;
}

const denial = /(?:原则上|推定)?不予(?:许可|批准)/;
function presumptionIn({ text, quote }: Sentence): readonly Presumption[] {
  const outcome =
    /推定不予|原则上不予|不予(?:许可|批准)/.test(text) && denial.test(text)
      ? 'denial'
      : /逐案审(?:批|查)/.test(text)
        ? 'case-by-case'
        : /原则上(?:予以)?(?:许可|批准)|推定(?:予以)?(?:许可|批准)/.test(text)
          ? 'approval'
          : undefined;
  if (!outcome) return [];
  const whom = /管控名单|关注名单/.test(text)
    ? 'listed-parties'
    : /军事|防卫省|自卫队|军队/.test(text)
      ? 'military'
      : 'other';
  const owned = /(?:持股|控股|股权|股份)[^。;\d]{0,16}(?<percent>\d{1,3})%|(?<half>[一二三四五六七八九十]+)成/.exec(
    text,
  )?.groups;
  const percent = owned?.['percent'] !== undefined ? Number(owned['percent']) : parseNumeral(owned?.['half'] ?? '');
  return [{ outcome, whom, ...(percent !== undefined && { ownedPercent: percent }), quote }];
}

/** 人道主义救援的出口豁免, 公有领域的技术不在管制之列. */
const exempt = /豁免|无需(?:申请|取得|申领)[^。;]{0,20}许可|不在管制之列|不适用本公告|不受本公告(?:限制|管辖)|不管制/;
