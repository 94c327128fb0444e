import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const root = new URL('..', import.meta.url).pathname;

/**
 * The rooms of `functions/`, each with the rooms that it may import from: those whose data it works on. Data flows
 * lexicon → sources → documents → findings → register → screening, alerts → site, and imports point back.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  lexicon: [],
  sources: [],
  documents: ['sources', 'lexicon'],
  findings: ['documents', 'lexicon', 'findings/official', 'findings/press'],
  'findings/official': ['findings', 'documents', 'lexicon'],
  'findings/press': ['findings', 'documents', 'lexicon'],
  register: ['findings', 'documents', 'lexicon'],
  screening: ['sources', 'register', 'findings', 'documents', 'lexicon'],
  alerts: ['register', 'screening', 'findings', 'documents', 'lexicon', 'sources'],
  site: ['screening', 'alerts', 'register', 'findings', 'documents', 'lexicon', 'sources'],
  // The edge moves what the stages make, and decides nothing: of them it imports types, and how a Source is checked.
  edge: [],
  runs: ['site', 'alerts', 'screening', 'register', 'findings', 'documents', 'lexicon', 'sources', 'edge'],
  // The handlers parse the event and call a run.
  functions: ['runs', 'edge', 'sources', 'screening'],
  local: [
    'functions',
    'runs',
    'site',
    'alerts',
    'screening',
    'register',
    'findings',
    'findings/official',
    'findings/press',
    'documents',
    'lexicon',
    'sources',
    'edge',
    'infra',
  ],
};

const files = readdirSync(join(root, 'functions'), { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'));

interface Import {
  readonly from: string;
  readonly specifier: string;
  readonly typeOnly: boolean;
}

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(join(root, 'functions', file), 'utf8');
  const statements = text.matchAll(/^(import|export)( type)? (?:[^'";]*? from )?'([^']+)'/gm);
  return [...statements].map(([, , type, specifier = '']) => ({ from: file, specifier, typeOnly: type !== undefined }));
}

/** The room that a file is in: its first folder, or `findings/official` and `findings/press`, which are rooms of their own. */
const stageOf = (path: string): string => {
  if (path.startsWith('..')) return path.split('/')[1] ?? '';
  const [first = '', second = '', third] = path.split('/');
  if (!second) return 'functions';
  return first === 'findings' && third !== undefined ? `findings/${second}` : first;
};

const imports = files.flatMap(importsOf);

test('a stage imports only from itself and the stages before it', () => {
  const wrong = imports.filter(({ from, specifier, typeOnly }) => {
    if (!specifier.startsWith('.')) return false;
    const target = relative('.', join(dirname(from), specifier));
    if (['time.ts', 'errors.ts'].includes(target)) return false;
    const [own, other] = [stageOf(from), stageOf(target)];
    if (own === 'edge' && typeOnly) return false;
    // What crosses the border is checked or brought to today's form there.
    if (own === 'edge' && ['sources/source.ts', 'register/form.ts'].includes(target)) return false;
    return own !== other && !(mayImport[own] ?? []).includes(other);
  });
  expect(wrong).toEqual([]);
});

/** The script of the pages runs in a reader's browser, which is its own edge. */
const isWorldly = (file: string): boolean =>
  ['edge', 'local'].includes(stageOf(file)) || file.startsWith('site/browser/');

test('only the edge and the local run touch AWS, the network, the file system, the environment or the clock', () => {
  const worldly = /^(?:@aws-|node:(?:https?|net|dns|fs|child_process|process|timers)|dynalite|fauxqs)/;
  const wrong = imports.filter(
    ({ from, specifier }) => worldly.test(specifier) && !['edge', 'local'].includes(stageOf(from)),
  );
  expect(wrong).toEqual([]);
  const reads = files.filter((file) => {
    const text = readFileSync(join(root, 'functions', file), 'utf8');
    return /process\.env|Date\.now\(|new Date\(\)|\bfetch\(/.test(text) && !isWorldly(file);
  });
  expect(reads).toEqual([]);
});

test('the poller cannot reach the topic, and the notifier cannot reach the network', () => {
  const reached = (entry: string, seen = new Set<string>()): Set<string> => {
    for (const { specifier } of importsOf(entry)) {
      const target = specifier.startsWith('.') ? relative('.', join(dirname(entry), specifier)) : specifier;
      if (seen.has(target)) continue;
      seen.add(target);
      if (specifier.startsWith('.') && files.includes(target)) reached(target, seen);
    }
    return seen;
  };
  expect(reached('poll.ts')).not.toContain('edge/topic.ts');
  expect(reached('poll.ts')).not.toContain('@aws-sdk/client-sns');
  expect(reached('notify.ts')).not.toContain('edge/http.ts');
  expect(reached('calendar.ts')).not.toContain('edge/http.ts');
});

test('every file has one page, and no folder is called after nothing', () => {
  expect(files.filter((file) => readFileSync(join(root, 'functions', file), 'utf8').split('\n').length > 301)).toEqual(
    [],
  );
  expect(files.filter((file) => /utils|helpers|common|misc/.test(file))).toEqual([]);
});
