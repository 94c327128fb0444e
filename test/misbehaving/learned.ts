import { readFileSync } from 'node:fs';
import { pathOf } from '../../functions/local/replica.ts';
import type { Announced } from '../../functions/local/wire-pages.ts';
import type { Delivery } from '../../functions/local/world.ts';
import { catalogue } from '../../functions/sources/catalogue.ts';
import type { Source } from '../../functions/sources/source.ts';
import { index, readAnnounced, Telling } from '../stories/telling.ts';

export const controlList = readAnnounced(
  readFileSync(new URL('../../functions/local/story/2026-11.txt', import.meta.url), 'utf8'),
);
export const sourceOf = (id: string): Source => catalogue.find((one) => one.id === id) as Source;
export const indexAt = (year: number): string => `www.mofcom.gov.cn/zcfb/blgg/gg/${year}/index.html`;
export const pageOf = (announced: Announced): string => `www.mofcom.gov.cn${pathOf(sourceOf(index), announced)}`;
/** The subjects that somebody got. */
export const to = (deliveries: readonly Delivery[], who: string): readonly string[] =>
  deliveries.filter((one) => one.to === who).map(({ subject }) => subject);
export const reader = 'en@maker.example';
/** A watch that has learned what its sources hold. */
export const learned = async (ids: readonly string[] = [index]): Promise<Telling> => {
  const watch = await Telling.begin(ids);
  await watch.learn('2026-02-23T00:00:00.000Z');
  return watch;
};
