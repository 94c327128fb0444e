import type { Document } from '../documents/document.ts';
import type { Reading } from './finding.ts';

const readers = {
  official: once(async () => (await import('./official/read-official.ts')).readOfficial),
  press: once(async () => (await import('./press/report.ts')).readReport),
};

/** What `interpret` says, by a reader that the first document of its kind loads: a process that polls the press alone needs one. */
export async function interpretLazily(document: Document): Promise<Reading> {
  const read = await readers[document.authority === 'official' ? 'official' : 'press']();
  return read(document);
}

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => (loaded ??= load());
}
