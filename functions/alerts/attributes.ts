import type { Change } from '../register/change.ts';
import type { Language } from '../sources/source.ts';
import type { Attributes, Surroundings } from './alert.ts';
import { type About, isUnread, mattersOf } from './matters.ts';
import { urgencyOf } from './urgency.ts';

/**
 * What a Change is about, for filter policies. Where one of its effects names no instrument, reach or goods, none is given:
 * what is not said reaches everybody. `reach` takes one value, so that the nearest to Japan stands for all.
 */
export function attributesOf(change: Change, language: Language, ours?: Surroundings['ours']): Attributes {
  const matters = mattersOf(change);
  const subjects: readonly Subject[] = matters.flatMap((matter): readonly Subject[] =>
    matter.abouts.length === 0 ? [matter] : matter.abouts.map((about) => (isUnread(about) ? { goods: [] } : about)),
  );
  const reaches = said(subjects.map(({ reach }) => (reach ? [reach] : [])));
  return {
    urgency: urgencyOf(change, ours),
    language,
    reach: (['japan', 'all-destinations', 'elsewhere'] as const).find((reach) => reaches.includes(reach)) ?? '',
    instrument: said(subjects.map(({ instrument }) => (instrument ? [instrument] : []))),
    effect: [...new Set(matters.map(({ effect }) => effect.kind))],
    goods: said(subjects.map(({ goods }) => goods)),
  };
}

type Subject = Partial<Pick<About, 'instrument' | 'reach'>> & Pick<About, 'goods'>;

const said = (values: readonly (readonly string[])[]): readonly string[] =>
  values.some((one) => one.length === 0) ? [] : [...new Set(values.flat())];
