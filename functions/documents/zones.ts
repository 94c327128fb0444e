import type { Source } from '../sources/source.ts';

/** Minutes east of UTC. CST is not among them: China's and the United States' are 14 hours apart. */
// prettier-ignore
const zones: Readonly<Partial<Record<string, number>>> = {
  z: 0, ut: 0, utc: 0, gmt: 0, wet: 0, jst: 540, kst: 540, hkt: 480, sgt: 480, myt: 480, pht: 480, awst: 480, cet: 60, cest: 120,
  met: 60, eet: 120, eest: 180, msk: 180, bst: 60, west: 60, ict: 420, wib: 420, aest: 600, aedt: 660, nzst: 720, nzdt: 780,
  est: -300, edt: -240, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420, akst: -540, hst: -600,
};

/** A zone as it is written behind a time: `+0800`, `+08`, `GMT+8`, `UTC+08:00`, `Z`, `JST`; CST is the source's own. */
export function minutesEast(written: string, zone: Source['zone']): number | undefined {
  const name = written.toLowerCase();
  if (name === 'cst' && zone === undefined) return -360;
  const said = name === '' || name === 'cst' ? (zone ?? '+00:00') : name;
  const offset = /^(?:gmt|utc?|z)?\s?(?<sign>[+-])(?<hours>\d{1,2})(?::?(?<minutes>\d{2}))?(?:\s+[a-z]{2,5})?$/.exec(
    said,
  )?.groups;
  if (!offset) return zones[said];
  const minutes = Number(offset['hours']) * 60 + Number(offset['minutes'] ?? 0);
  return minutes > 14 * 60 ? undefined : offset['sign'] === '-' ? -minutes : minutes;
}
