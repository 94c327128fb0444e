import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { DocumentId } from '../documents/document.ts';
import { fingerprintOf } from '../documents/fingerprint.ts';
import { Misconfigured } from '../errors.ts';
import { interpret } from '../findings/interpret.ts';
import { scoreIssuers } from './citations.ts';
import { documentLines } from './document-lines.ts';
import { judged } from './judge.ts';
import { run } from './run.ts';

const help = `Usage: npm run evaluate -- --corpus DIR [--scorer FILE] [--events SHARE]
Reads and replays labelled documents, scores both, prints one table, and fails below the thresholds. DIR holds *.jsonl
with *.gold.jsonl beside them, stream*.jsonl.gz on which nothing happens, and perhaps seed-article.txt. SHARE is the least
of its events that must be told (0.95).`;

interface Row {
  readonly what: string;
  readonly got: number | undefined;
  readonly least: number;
}

await run(help, async () => {
  const { values } = parseArgs({
    options: { corpus: { type: 'string' }, scorer: { type: 'string' }, events: { type: 'string', default: '0.95' } },
  });
  const corpus = values.corpus;
  if (!corpus || !existsSync(corpus)) throw new Misconfigured(`--corpus: "${corpus ?? ''}" is no folder\n${help}`);
  const events = Number(values.events);
  if (!(events >= 0 && events <= 1))
    throw new Misconfigured(`--events: "${values.events}" is no share of 0 to 1\n${help}`);
  const scorer = values.scorer ?? join(corpus, '../evaluate/score.mjs');
  if (!existsSync(scorer)) throw new Misconfigured(`--scorer: ${scorer} is not there\n${help}`);
  const names = readdirSync(corpus);
  const gold = names.filter((name) => name.endsWith('.gold.jsonl')).map((name) => join(corpus, name));
  const files = gold.map((name) => name.replace('.gold.jsonl', '.jsonl'));
  const streams = names.filter((name) => /^stream.*\.jsonl\.gz$/.test(name)).map((name) => join(corpus, name));
  const folder = mkdtempSync(join(tmpdir(), 'dual-use-watch-'));

  const findings = join(folder, 'findings.jsonl');
  const judgedLines = (await Promise.all(files.map(judgeFile))).flat();
  writeFileSync(findings, judgedLines.join('\n'));
  const issuers = scoreIssuers(
    gold.flatMap((file) => readFileSync(file, 'utf8').split('\n').filter(Boolean)),
    judgedLines,
  );
  const reading = score('reading', ['--findings', findings]) as Reading;
  const alerts = score('alerts', ['--alerts', inEnglish(replay('alerts', files))]) as Alerts;
  const quiet = streams.length > 0 ? linesOf(replay('stream', streams)) : 0;
  const seed = join(corpus, 'seed-article.txt');

  const { official, press, facts } = reading;
  const share = ({ right, of }: Share): number => (of === 0 ? 1 : right / of);
  const rows: readonly Row[] = [
    { what: 'official: recall', got: official.recall, least: 1 },
    { what: 'official: precision', got: official.precision, least: 1 },
    { what: 'press: recall', got: press.recall, least: 0.93 },
    { what: 'press: precision', got: press.precision, least: 0.9 },
    { what: 'parties: F1', got: facts.parties.f1, least: 1 },
    { what: 'control codes: F1', got: facts.controlCodes.f1, least: 1 },
    { what: 'HS codes: F1', got: facts.hsCodes.f1, least: 1 },
    { what: 'announcements cited: F1', got: facts.cites.f1, least: 1 },
    { what: 'cited with their issuer', got: share(issuers), least: 1 },
    { what: 'effective dates right', got: share(facts.effectiveOn), least: 1 },
    { what: 'third-country reach right', got: share(facts.extraterritorial), least: 1 },
    { what: 'events told', got: alerts.eventRecall ?? 1, least: events },
    { what: 'false alerts (less than none)', got: -alerts.falseAlerts, least: -1 },
    { what: 'duplicate alerts (less than none)', got: -alerts.duplicates, least: -3 },
    { what: 'alerts on quiet days (0 is 1)', got: quiet === 0 ? 1 : 0, least: 1 },
    ...(existsSync(seed)
      ? [{ what: 'the article it began with', got: readsSeed(readFileSync(seed, 'utf8')) ? 1 : 0, least: 1 }]
      : []),
  ];
  for (const { what, got, least } of rows) {
    const shown = got === undefined ? 'none' : got.toFixed(3);
    console.log(`${passes({ what, got, least }) ? 'ok  ' : 'FAIL'} ${what.padEnd(32)} ${shown}  (least ${least})`);
  }
  console.log(`alerts: ${alerts.alerts} for ${alerts.events} events, ${alerts.told} told; on quiet days: ${quiet}`);
  for (const miss of [...reading.misses, ...issuers.misses, ...alerts.misses]) console.log(`  ${miss}`);
  if (!rows.every(passes)) process.exitCode = 1;

  function score(mode: 'reading' | 'alerts', rest: readonly string[]): unknown {
    const out = spawnSync(process.execPath, [scorer, mode, '--gold', gold.join(','), '--json', '--misses', ...rest]);
    return JSON.parse(out.stdout.toString()) as unknown;
  }

  function replay(name: string, documents: readonly string[]): string {
    const out = join(folder, `${name}.jsonl`);
    const command = new URL('replay.ts', import.meta.url).pathname;
    const ran = spawnSync(process.execPath, [command, '--documents', documents.join(','), '--alerts', out], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (ran.status !== 0) throw new Error(`replay of ${documents.join(', ')} ended with status ${ran.status}`);
    return out;
  }
});

function passes({ got, least }: Row): boolean {
  return got !== undefined && got >= least;
}

async function judgeFile(file: string): Promise<readonly string[]> {
  const lines: string[] = [];
  const fault = (message: string): void => {
    console.error(message);
  };
  for await (const { document } of documentLines(file, fault)) {
    lines.push(JSON.stringify(judged(document, interpret(document))));
  }
  return lines;
}

/** Alerts with their English subject alone: a scorer prints it. */
function inEnglish(file: string): string {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const alerts = lines.map((line) => JSON.parse(line) as { readonly subject?: Readonly<Record<string, string>> });
  const out = `${file}.english`;
  writeFileSync(out, alerts.map((alert) => JSON.stringify({ ...alert, subject: alert.subject?.['en'] })).join('\n'));
  return out;
}

function linesOf(file: string): number {
  return readFileSync(file, 'utf8').split('\n').filter(Boolean).length;
}

/** A news page with banner and caption: its report of the ban, with goods and end users. */
function readsSeed(text: string): boolean {
  const title = text.trim().split('\n')[0] ?? '';
  const document = {
    id: 'seed' as DocumentId,
    fingerprint: fingerprintOf(title, text),
    source: 'file',
    publisher: '',
    authority: 'press',
    language: 'en',
    url: 'file:seed',
    title,
    text,
  } as const;
  const reading = interpret(document);
  const provision = reading.kind === 'finding' ? reading.finding.provisions[0] : undefined;
  if (provision?.action !== 'report') return false;
  const { action, instrument, reach, goods, endUses } = provision.report;
  return `${action} ${instrument} ${reach}` === 'impose country-ban japan' && goods.length > 0 && endUses.length > 0;
}

interface Prf {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}
interface Share {
  readonly right: number;
  readonly of: number;
}
interface Reading {
  readonly official: Prf;
  readonly press: Prf;
  readonly facts: Readonly<
    Record<'parties' | 'controlCodes' | 'hsCodes' | 'cites', Prf> & Record<'effectiveOn' | 'extraterritorial', Share>
  >;
  readonly misses: readonly string[];
}
interface Alerts {
  readonly alerts: number;
  readonly events: number;
  readonly told: number;
  readonly eventRecall: number | null;
  readonly falseAlerts: number;
  readonly duplicates: number;
  readonly misses: readonly string[];
}
