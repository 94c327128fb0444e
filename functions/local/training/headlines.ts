import { readdirSync, readFileSync } from 'node:fs';
import { Misconfigured } from '../../errors.ts';
import { acts, genres, instruments, others, reaches } from '../../findings/press/labels.ts';

/** A labelled headline; a label that nobody set is undefined. */
export interface Headline {
  readonly file: string;
  readonly line: number;
  readonly relevant: boolean;
  readonly genre: (typeof genres)[number] | undefined;
  readonly instrument: (typeof instruments)[number] | undefined;
  readonly reach: (typeof reaches)[number] | undefined;
  readonly title: string;
  readonly summary: string;
  /** Which of `FOLDS` parts it is tested in: a file's lines resemble each other, so a file is never parted by line. */
  readonly fold: number;
}

export const FOLDS = 5;
const folder = new URL('../../findings/press/headlines/', import.meta.url);

/** One of a list, or undefined for the `?` and `none` of a label that nobody set. */
const oneOf = <T extends string>(list: readonly T[], value: string | undefined): T | undefined =>
  list.find((one) => one === value);

/**
 * Every headline of the project, file after file.
 * @throws Misconfigured naming file and line of one that has no seven columns or no label
 */
export function headlines(): readonly Headline[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .sort();
  const sizes = new Array<number>(FOLDS).fill(0);
  return files.flatMap((file) => {
    const lines = readFileSync(new URL(file, folder), 'utf8').replace(/\n$/, '').split('\n');
    // The next file goes where the fewest lines are; twins of leads.tsv stand near each other, so it is cut in runs.
    const fold = sizes.indexOf(Math.min(...sizes));
    const cut = file === 'leads.tsv';
    if (!cut) sizes[fold] = (sizes[fold] ?? 0) + lines.length;
    return lines.map((line, i) => {
      const part = cut ? Math.floor((i / lines.length) * FOLDS) : fold;
      return parseHeadline(line, file, i + 1, part);
    });
  });
}

export function parseHeadline(text: string, file: string, line: number, fold: number): Headline {
  const cells = text.split('\t');
  const [label, act, instrument, reach, kind, title = '', summary = ''] = cells;
  if (cells.length !== 7 || (label !== '0' && label !== '1') || title === '') {
    throw new Misconfigured(
      `${file}, line ${line}: expected seven cells parted by tabs (label 0 or 1, act, instrument, reach, kind, title, summary)`,
    );
  }
  const relevant = label === '1';
  const genre = relevant ? oneOf(acts, act) : kind === 'report' ? 'elsewhere' : oneOf(others, kind);
  return {
    ...{ file, line, relevant, genre, title, summary, fold },
    instrument: relevant ? oneOf(instruments, instrument) : undefined,
    reach: relevant ? oneOf(reaches, reach) : undefined,
  };
}
