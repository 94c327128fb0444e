import { parseArgs, styleText } from 'node:util';
import type { Document } from '../documents/document.ts';
import { controlCodesNamed } from '../findings/control-codes.ts';
import type { Party, Provision, Reading } from '../findings/finding.ts';
import { interpret } from '../findings/interpret.ts';
import { reasonsOf } from '../findings/press/explain.ts';
import { folded } from '../lexicon/fold.ts';
import { documentLines } from './document-lines.ts';
import { run } from './run.ts';

const help = `Usage: npm run judge [-- --explain] [files.jsonl …]
Reads documents as JSON lines ({id, authority, publisher, url, language, title, text, publishedAt}), from standard input
when no file is named, and prints what each says: one JSON line, or with --explain a page for people. controlCodes names
every entry of the item list that the text names, codesLeftOut those among them that it says it does not control.`;

/** What a document says, flat, as one line of JSON. */
export function judged(document: Document, reading: Reading): Record<string, unknown> {
  const { id } = document;
  const why = reading.why.map(({ rule, span }) => `${rule}: ${span}`);
  if (reading.kind === 'silent') return { id, relevant: false, why };
  const { provisions, announcement, reach } = reading.finding;
  const measures = provisions.flatMap(measureOf);
  const first = provisions[0];
  const reports = provisions.flatMap(reportOf);
  const items = [...[...measures, ...reports].flatMap((one) => one.items ?? []), ...provisions.flatMap(correctedItems)];
  const dates = provisions.map(datesOf);
  const leftOut = items.flatMap(({ notOf = [] }) => notOf);
  return {
    id,
    relevant: true,
    action: actionOf(first),
    instrument:
      measures[0]?.instrument ?? reports[0]?.instrument ?? ('instrument' in first ? first.instrument : undefined),
    reach,
    announcement,
    effectiveOn:
      [...measures, ...reports].find((one) => one.effectiveOn)?.effectiveOn ?? dates.find(({ from }) => from)?.from,
    until: [...measures, ...reports].find((one) => one.until)?.until ?? dates.find(({ until }) => until)?.until,
    parties: provisions.flatMap(partiesOf),
    ...(first.action === 'unclear' && { doubt: first.doubt }),
    items: items.map(({ text }) => text),
    act: reports[0]?.act,
    probability: reports[0]?.probability,
    strength: reports[0]?.strength,
    goods: [...new Set([...measures, ...reports].flatMap(({ goods }) => goods))],
    endUses: [...new Set([...measures, ...reports].flatMap(({ endUses }) => endUses))],
    controlCodes: [
      ...new Set([...items.flatMap(({ controlCodes }) => controlCodes), ...provisions.flatMap(codesMoved), ...leftOut]),
    ],
    codesLeftOut: [...new Set(leftOut)],
    hsCodes: [...new Set(items.flatMap(({ hsCodes }) => hsCodes))],
    cites: [...new Set(provisions.flatMap(citedBy))],
    extraterritorial: [...measures, ...reports].some(({ extraterritorial }) => extraterritorial),
    quotes: provisions.map(({ quote }) => quote),
    why,
  };
}

const reportOf = (one: Provision) =>
  one.action === 'report' ? [one.report] : one.action === 'clarify' ? [one.about] : [];

const measureOf = (one: Provision) => ('measure' in one && typeof one.measure === 'object' ? [one.measure] : []);

/** What the document does first; of a text that is unclear, what it plainly does all the same. */
function actionOf(first: Provision): string {
  if (first.action === 'report') return first.report.action;
  if (first.action === 'unclear') return first.measure ? 'impose' : (first.act ?? 'unclear');
  return first.action;
}

const citedBy = (one: Provision): readonly string[] => [
  ...('measure' in one && typeof one.measure === 'string' ? [one.measure] : []),
  ...('suspendedBy' in one && one.suspendedBy ? [one.suspendedBy] : []),
  ...('target' in one && one.target ? [one.target] : []),
  ...(one.action === 'clarify' ? one.about.announcements : []),
];

const correctedItems = (one: Provision) =>
  one.action === 'amend' ? [...(one.alters?.items ?? []), ...(one.alters?.endedItems ?? [])] : [];

/** Of a suspension or its end, the entries that are meant: 3B901.a、3E901.a项. */
const codesMoved = (one: Provision): readonly string[] =>
  'clause' in one && one.clause !== undefined ? controlCodesNamed(folded(one.clause)) : [];

function partiesOf(one: Provision): readonly Party[] {
  if (one.action === 'amend') {
    const { added = [], renamed = [], aliases = [] } = one.alters ?? {};
    return [
      ...(one.parties ?? []),
      ...added,
      ...renamed.map(({ to }) => to),
      ...aliases.map(({ party, names }) => ({ ...party, aliases: names })),
    ];
  }
  if ('parties' in one) return one.parties ?? [];
  return [...measureOf(one), ...reportOf(one)].flatMap(({ parties }) => parties ?? []);
}

function datesOf(one: Provision): { readonly from?: string | undefined; readonly until?: string | undefined } {
  if (one.action === 'suspend') return { from: one.from, until: one.until };
  if (one.action === 'amend') return { from: one.on, until: one.until };
  return 'on' in one ? { from: one.on } : {};
}

function explain(document: Document, reading: Reading): void {
  const {
    title: _title,
    text: _text,
    why,
    ...rest
  } = { ...document, ...judged(document, reading) } as Record<string, unknown>;
  console.log(styleText('bold', `\n${document.title}`));
  const shown = reading.kind === 'silent' ? { authority: document.authority, relevant: false } : rest;
  for (const [name, value] of Object.entries(shown)) {
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    const text = Array.isArray(value)
      ? value.map((one) => `\n    ${typeof one === 'string' ? one : Object.values(one as object).join(' · ')}`).join('')
      : typeof value === 'string'
        ? value
        : JSON.stringify(value);
    console.log(`  ${name}: ${text}`);
  }
  console.log(`  because:${(why as readonly string[]).map((reason) => `\n    ${reason}`).join('')}`);
  if (document.authority === 'official') return;
  const { pro, con } = reasonsOf(document.title, document.text);
  for (const [side, reasons] of Object.entries({ for: pro, against: con })) {
    console.log(`  ${side}:`);
    for (const { words, weight } of reasons) console.log(`    ${weight.toFixed(2).padStart(6)}  ${words}`);
  }
}

if (import.meta.main) {
  await run(help, async () => {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { explain: { type: 'boolean' } },
    });
    const fault = (message: string): void => {
      console.error(message);
      process.exitCode = 1;
    };
    for (const file of positionals.length > 0 ? positionals : ['-']) {
      for await (const { document } of documentLines(file, fault)) {
        const reading = interpret(document);
        if (values.explain) explain(document, reading);
        else console.log(JSON.stringify(judged(document, reading)));
      }
    }
  });
}
