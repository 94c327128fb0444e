import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { healthIn } from '../edge/bookmarks.ts';
import { now } from '../edge/settings.ts';
import { aroundOf } from '../screening/around.ts';
import { Misconfigured } from '../errors.ts';
import { replay } from '../register/replay.ts';
import type { Answer } from '../screening/answer.ts';
import { answerLanguages } from '../screening/duties.ts';
import { screen } from '../screening/screen.ts';
import { beijingDay } from '../time.ts';
import { answerCells, answerColumns, printAnswers } from './answer-table.ts';
import { dayOption, knownByOption, withJournal } from './journal-read.ts';
import { type Asked, questionsIn } from './question-file.ts';
import { run } from './run.ts';
import { type Cells, csvOf, xlsxOf } from './spreadsheet.ts';
import { STATE } from './world.ts';

const help = `Usage: npm run ask -- QUESTION… [--on DAY] [--known-by DAY] [--lang en|ja|zh] [--json | --csv OUT | --xlsx OUT]
       npm run ask -- --file partners.csv [--column NAME] …
Asks the register whether a company, a material, a control code or a customs code is under a measure on a Beijing day (today),
by what was known by a day or moment (now). A file has one question a row: CSV or TSV in UTF-8 or Shift_JIS; its columns are
kept, an id among them is given back. --lang is the language of duties and of what else applies. --only-read leaves out what was compiled and not read by this watch.
Reads the local journal in ${STATE} (--state DIR), or with --table NAME a deployed one by your AWS credentials, with the
starter register under it.`;

await run(help, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      on: { type: 'string' },
      'known-by': { type: 'string' },
      file: { type: 'string' },
      column: { type: 'string' },
      json: { type: 'boolean' },
      csv: { type: 'string' },
      xlsx: { type: 'string' },
      lang: { type: 'string', default: 'en' },
      'only-read': { type: 'boolean' },
      state: { type: 'string', default: STATE },
      table: { type: 'string' },
    },
  });
  const asked = questionsOf(positionals, values.file, values.column);
  if (asked.length === 0) throw new Misconfigured(`a question, or --file with questions, is needed\n${help}`);
  const on = dayOption('--on', values.on) ?? beijingDay(now());
  const knownBy = knownByOption(values['known-by'], now());
  const language = answerLanguages.find((one) => one === values.lang);
  if (language === undefined)
    throw new Misconfigured(`--lang: "${values.lang}"; allowed is one of ${answerLanguages.join(', ')}`);
  const which = { state: values.state, table: values.table, onlyRead: values['only-read'] };
  const answers = await withJournal(which, knownBy, async ({ changes, table }) => {
    const register = replay(changes);
    // A table holds how its sources stand now, and not how they stood.
    const around = values['known-by'] === undefined ? aroundOf(await healthIn(table).all()) : {};
    const answer = ({ text, id }: Asked): Answer =>
      screen(register, { text, on, knownBy, ...(id !== undefined && { id }) }, around, language);
    return asked.map(answer);
  });
  const rows = (): readonly Cells[] => answers.map((answer, i) => ({ ...asked[i]?.row, ...answerCells(answer) }));
  const columns = [...new Set([...Object.keys(asked[0]?.row ?? {}), ...answerColumns])];
  if (values.csv !== undefined) writeFileSync(values.csv, csvOf(rows(), columns));
  if (values.xlsx !== undefined) writeFileSync(values.xlsx, await xlsxOf(rows(), columns, 'answers'));
  if (values.json) process.stdout.write(jsonOf(answers));
  else if (values.csv === undefined && values.xlsx === undefined) printAnswers(answers);
  else console.log(tally(answers));
});

function questionsOf(words: readonly string[], file: string | undefined, column: string | undefined): readonly Asked[] {
  if (file === undefined) return words.map((text) => ({ text, row: {} }));
  const { questions, empty, column: chosen } = questionsIn(file, column);
  console.error(`${file}: ${questions.length} questions in the column "${chosen}"`);
  if (empty.length > 0)
    console.error(`${file}: ${empty.length} rows without one, left out: ${empty.slice(0, 20).join(', ')}`);
  return [...words.map((text) => ({ text, row: {} })), ...questions];
}

/** An array, one answer a line: as long as the list of questions, and read line by line where it is too long for a viewer. */
function jsonOf(answers: readonly Answer[]): string {
  return `[\n${answers.map((answer) => JSON.stringify(answer)).join(',\n')}\n]\n`;
}

function tally(answers: readonly Answer[]): string {
  const groups = [...Map.groupBy(answers, ({ verdict }) => verdict)];
  return groups.map(([verdict, some]) => `${verdict}: ${some.length}`).join(', ');
}
