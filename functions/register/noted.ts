import type { DocumentId } from '../documents/document.ts';
import { type PastReading, type Place, placeOf, saysTheSame, type TextHistory, type Texts } from './texts.ts';

/** Texts that one replay works on, and nobody else sees yet: a copy of all of them for each of thousands of readings took seconds. */
interface TextsInWork extends Texts {
  readonly histories: Map<string, TextHistory>;
  readonly pages: Map<DocumentId, { readonly key: string; readonly last: PastReading }>;
}

export const inWork = ({ histories, pages }: Texts): TextsInWork => ({
  histories: new Map(histories),
  pages: new Map(pages),
});

/** Gives a reading its place among the texts. */
export function note(texts: TextsInWork, reading: PastReading): void {
  const { key, place } = placeOf(reading, texts);
  if (place.kind === 'same') return;
  const { histories, pages } = texts;
  const history = histories.get(key) ?? { versions: [], reached: new Map(), others: [] };
  histories.set(key, grown(history, reading, place));
  const old = pages.get(reading.document.id)?.key ?? key;
  const former = histories.get(old);
  // What a page said under a number that was a mistake is no version of the announcement that bears that number.
  if (former && old !== key) histories.set(old, withoutPage(former, reading.document.id));
  pages.set(reading.document.id, { key, last: reading });
}

function grown(history: TextHistory, reading: PastReading, place: Place): TextHistory {
  const { versions, reached, others } = history;
  const { id } = reading.document;
  switch (place.kind) {
    case 'first':
      return { ...history, versions: [...versions, reading], reached: new Map(reached).set(id, versions.length) };
    case 'copy':
      return { ...history, reached: new Map(reached).set(id, place.version) };
    case 'renumbered': {
      const version = versions.findLastIndex((one) => saysTheSame(one, reading, 'copies'));
      if (version >= 0) return { ...history, reached: new Map(reached).set(id, version) };
      if (versions.length > 0) return { ...history, others: [...others, reading] };
      return { ...history, versions: [reading], reached: new Map(reached).set(id, 0) };
    }
    case 'edit':
      if (place.apart) return { ...history, others: [...others, reading] };
      return { ...history, versions: [...versions, reading], reached: new Map(reached).set(id, versions.length) };
    case 'differs':
    case 'poorer':
      return { ...history, others: [...others, reading] };
    case 'same':
    case 'restored':
    case 'reworded':
    case 'lost':
      return history;
  }
}

/** Keeps a renumbered page's readings beside the versions, so that a stale copy of them is known. */
function withoutPage({ versions, reached, others }: TextHistory, page: DocumentId): TextHistory {
  const kept = versions.filter(({ document }) => document.id !== page);
  if (kept.length === versions.length) {
    return { versions, reached: new Map([...reached].filter(([id]) => id !== page)), others };
  }
  const left = versions.filter(({ document }) => document.id === page);
  const place = (i: number): number => kept.indexOf(versions[i] as PastReading);
  const moved = [...reached].flatMap(([id, i]): readonly (readonly [DocumentId, number])[] =>
    id === page || place(i) < 0 ? [] : [[id, place(i)]],
  );
  return { versions: kept, reached: new Map(moved), others: [...others, ...left] };
}
