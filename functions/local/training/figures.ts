import { opinionOf, type Opinion } from '../../findings/press/opinion.ts';
import type { PackedModel } from '../../findings/press/model.ts';
import { scriptOf } from '../../findings/press/tag.ts';
import type { Headline } from './headlines.ts';
import type { Tested } from './teach.ts';

/** A headline, and what a model that never saw it made of it. */
export interface Judged {
  readonly headline: Headline;
  readonly opinion: Opinion;
}

export interface Figures {
  readonly precision: number;
  readonly recall: number;
  readonly of: number;
}

export const judgedOf = (
  tested: readonly Tested[],
  { calibration }: Pick<PackedModel, 'calibration'>,
): readonly Judged[] =>
  tested.map(({ headline, scores, concern }) => {
    const opinion = opinionOf(scores, { calibration });
    return { headline, opinion: concern === 'no' ? { ...opinion, probability: 0 } : opinion };
  });

/** Precision and recall of "is news of our subject" at a probability. */
export function figuresAt(judged: readonly Judged[], least: number): Figures {
  const said = judged.filter(({ opinion }) => opinion.probability >= least);
  const right = said.filter(({ headline }) => headline.relevant).length;
  const relevant = judged.filter(({ headline }) => headline.relevant).length;
  return { precision: right / said.length, recall: right / relevant, of: relevant };
}

const names = { latin: 'English', han: 'Chinese', kana: 'Japanese' };
export const languageOf = ({ title, summary }: Headline): string => names[scriptOf(title + summary)];

const percent = (share: number): string => (100 * share).toFixed(1).padStart(5);

/** The report for people: figures by language, file and kind, how likely is likely, and the worst errors. */
export function printFigures(judged: readonly Judged[], thresholds: readonly number[]): void {
  for (const least of thresholds) {
    console.log(`\nSaid at a probability of ${least} or more   precision  recall   of`);
    const row = (name: string, own: readonly Judged[]): void => {
      const { precision, recall, of } = figuresAt(own, least);
      console.log(`  ${name.padEnd(36)} ${percent(precision)}    ${percent(recall)}  ${of}`);
    };
    row('all', judged);
    for (const [name, own] of groupedBy(judged, ({ headline }) => languageOf(headline))) row(name, own);
    for (const [name, own] of groupedBy(judged, ({ headline }) => headline.file)) row(name, own);
  }
  const [least = 0.5] = thresholds;
  console.log(`\nBy kind: how many are said at ${least}`);
  for (const [name, own] of groupedBy(judged, ({ headline }) => headline.genre ?? 'not labelled')) {
    const said = own.filter(({ opinion }) => opinion.probability >= least).length;
    console.log(`  ${name.padEnd(36)} ${percent(said / own.length)}  of ${own.length}`);
  }
  printRest(judged, least);
}

function printRest(judged: readonly Judged[], least: number): void {
  console.log('\nOf what is said, how often act, instrument and reach are right');
  const right = judged.filter(({ headline, opinion }) => headline.relevant && opinion.probability >= least);
  const parts = { act: 'genre', instrument: 'instrument', reach: 'reach' } as const;
  for (const [said, label] of Object.entries(parts) as ['act' | 'instrument' | 'reach', keyof Headline][]) {
    const labelled = right.filter(({ headline }) => headline[label] !== undefined);
    const same = labelled.filter(({ headline, opinion }) => headline[label] === opinion[said]);
    console.log(`  ${said.padEnd(36)} ${percent(same.length / labelled.length)}  of ${labelled.length}`);
  }
  console.log('\nHow likely is likely: probability said, share that was relevant');
  for (let low = 0; low < 10; low++) {
    const own = judged.filter(({ opinion: { probability: p } }) => Math.min(9, Math.floor(10 * p)) === low);
    const said = own.reduce((sum, { opinion }) => sum + opinion.probability, 0) / own.length;
    const was = own.filter(({ headline }) => headline.relevant).length / own.length;
    console.log(
      `  ${(low / 10).toFixed(1)} to ${((low + 1) / 10).toFixed(1)}   ${percent(said)}  ${percent(was)}  of ${own.length}`,
    );
  }
  console.log('\nThe worst errors');
  const wrong = ({ headline, opinion }: Judged): number => Math.abs(opinion.probability - (headline.relevant ? 1 : 0));
  for (const { headline, opinion } of [...judged].sort((a, b) => wrong(b) - wrong(a)).slice(0, 20)) {
    const { file, line, relevant, title, summary } = headline;
    console.log(
      `  ${file}:${line} is ${relevant ? 'relevant' : 'not relevant'}, said ${opinion.probability.toFixed(3)} ${opinion.genre}`,
    );
    console.log(`    ${title}${summary && ` | ${summary}`}`);
  }
}

function groupedBy(
  judged: readonly Judged[],
  name: (one: Judged) => string,
): readonly (readonly [string, readonly Judged[]])[] {
  const groups = new Map<string, Judged[]>();
  for (const one of judged) groups.set(name(one), [...(groups.get(name(one)) ?? []), one]);
  return [...groups].sort(([a], [b]) => a.localeCompare(b));
}
