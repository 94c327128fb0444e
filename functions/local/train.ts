import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { figuresAt, judgedOf, languageOf, printFigures } from './training/figures.ts';
import { headlines } from './training/headlines.ts';
import { teach } from './training/teach.ts';
import { wordLists } from './training/word-lists.ts';
import { run } from './run.ts';

const help = `Usage: npm run train [-- --report | --check]
Learns to read headlines from functions/findings/press/headlines and words, and writes model.json beside them. The same
headlines and words give the same bytes. --report also prints, of headlines kept from it, what it finds and misses; --check
writes nothing, and fails where model.json differs from what would be written or figures fall below what was reached.`;

const file = new URL('../findings/press/model.json', import.meta.url);

/** What was reached; these only rise. Of headlines not learned from, at the probability from which a report is a finding. */
const reached = { at: 0.5, all: { precision: 0.9, recall: 0.895 }, language: { precision: 0.885, recall: 0.885 } };

await run(help, () => {
  const { values } = parseArgs({ options: { report: { type: 'boolean' }, check: { type: 'boolean' } } });
  const { model, tested } = teach(headlines(), wordLists());
  const text = `${JSON.stringify(model, null, 1)}\n`;
  const judged = judgedOf(tested, model);
  if (values.report) printFigures(judged, [reached.at, 0.8]);
  const languages = [...new Set(judged.map(({ headline }) => languageOf(headline)))];
  for (const language of [undefined, ...languages]) {
    const own = judged.filter(({ headline }) => language === undefined || languageOf(headline) === language);
    const { precision, recall } = figuresAt(own, reached.at);
    const least = language === undefined ? reached.all : reached.language;
    const well = precision >= least.precision && recall >= least.recall;
    console.log(
      `${well ? 'ok  ' : 'FAIL'} ${(language ?? 'all').padEnd(9)} precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}`,
    );
    if (values.check && !well) process.exitCode = 1;
  }
  const size = `${(Buffer.byteLength(text) / 1_000).toFixed(0)} kB, ${model.count.weights} weights`;
  if (!values.check) {
    writeFileSync(file, text);
    console.log(`model.json: ${size}`);
  } else if (readFileSync(file, 'utf8') === text)
    console.log(`ok   model.json is what the headlines and words give (${size})`);
  else {
    console.error('FAIL model.json is not what the headlines and words give; run npm run train and commit it');
    process.exitCode = 1;
  }
  return Promise.resolve();
});
