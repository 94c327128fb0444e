import {
  type Chunk,
  chunksOf,
  clausesOf,
  isCore,
  isPlace,
  isTarget,
  isThing,
  isVerb,
  JAPANESE_FIRM,
} from './chunks.ts';
import { effects } from './effects.ts';
import { mix } from './hash.ts';
import { ngrams } from './ngrams.ts';
import type { Sink } from './sink.ts';
import { scripts, type Tagged } from './tag.ts';

/** How much each part of the features weighs: each is scaled to this length, however long the text. */
const WEIGHT = { ngrams: 1, roles: 1, both: 0.5, effects: 0.7 };
/** Salts: equal words in another part are another feature. */
const TITLE = 1;
const SUMMARY = 2;
const EITHER = 3;

/**
 * What the reader sees of a headline: pieces of its words, and the roles that words play, alone, side by side, in their
 * order and by clause; for title and summary apart, and for both together.
 */
export function featuresOf(title: Tagged, summary: Tagged, sink: Sink): void {
  sink.reading(title);
  ngrams(title, TITLE, sink);
  sink.end(WEIGHT.ngrams);
  sink.reading(summary);
  ngrams(summary, SUMMARY, sink);
  sink.end(WEIGHT.ngrams);
  sink.reading(title);
  ngrams(title, EITHER, sink);
  sink.reading(summary);
  ngrams(summary, EITHER, sink);
  sink.end(WEIGHT.ngrams);
  sink.reading(title);
  const said = roles(title, TITLE, sink);
  sink.reading(summary);
  const more = summary.text === '' ? undefined : roles(summary, SUMMARY, sink);
  together(said, more, title, sink);
  sink.end(WEIGHT.both);
}

/** What one text is about: the first to act, and the chunks that it names, once each. */
interface Gist {
  readonly actor: number;
  readonly core: readonly number[];
}

function roles(tagged: Tagged, salt: number, sink: Sink): Gist {
  const chunks = chunksOf(tagged);
  const core = chunks.filter(({ code }) => isCore.has(code));
  runs(
    tagged.tokens.map(({ role, from, to }) => ({ code: role, from, to })),
    3,
    mix(salt, 20),
    sink,
  );
  runs(core, 5, mix(salt, 21), sink);
  pairs(core, mix(salt, 22), sink);
  const clauses = clausesOf(chunks);
  const actor = acts(clauses, tagged, mix(salt, 23), sink);
  for (const clause of clauses) {
    const own = clause.filter(({ code }) => isCore.has(code));
    pairs(own, mix(salt, 24), sink);
    triples(own, mix(salt, 25), sink);
  }
  const ends = [actor, core[0]?.code ?? 0, core.at(-1)?.code ?? 0, tagged.tokens.at(-1)?.role ?? 0];
  for (const [i, code] of ends.entries()) sink.add(mix(mix(salt, 26 + i), code), 0, 0);
  sink.end(WEIGHT.roles);
  effects(clauses, tagged.script, actor, mix(salt, 30), sink);
  sink.end(WEIGHT.effects);
  return { actor, core: [...new Set(core.map(({ code }) => code))] };
}

/** Chunks side by side, up to so many. */
function runs(chunks: readonly Chunk[], longest: number, salt: number, sink: Sink): void {
  for (const [i, first] of chunks.entries()) {
    let hash = salt;
    for (let n = 0; n < longest; n++) {
      const chunk = chunks[i + n];
      if (chunk === undefined) break;
      hash = mix(hash, chunk.code);
      sink.add(mix(hash, n), first.from, chunk.to);
    }
  }
}

/** Two chunks in their order, whatever stands between. */
function pairs(chunks: readonly Chunk[], salt: number, sink: Sink): void {
  for (let i = 0; i < chunks.length; i++) {
    const a = chunks[i];
    if (a === undefined) break;
    const hash = mix(salt, a.code);
    for (let j = i + 1; j < chunks.length; j++) {
      const b = chunks[j];
      if (b) sink.add(mix(hash, b.code), a.from, b.to);
    }
  }
}

/** Three chunks of one clause in their order, none far from the next. */
function triples(chunks: readonly Chunk[], salt: number, sink: Sink): void {
  for (let i = 0; i < chunks.length; i++) {
    for (let j = i + 1; j < Math.min(chunks.length, i + 5); j++) {
      for (let k = j + 1; k < Math.min(chunks.length, j + 5); k++) {
        const [a, b, c] = [chunks[i], chunks[j], chunks[k]];
        if (a && b && c) sink.add(mix(mix(mix(salt, a.code), b.code), c.code), a.from, c.to);
      }
    }
  }
}

/**
 * Who does what, with what, toward whom: for each verb the country named last before it, the things beside it, and the
 * target of its clause. A clause that names nobody goes on with the one before.
 * @returns the first country or Japanese firm that is named
 */
function acts(clauses: readonly (readonly Chunk[])[], { text }: Tagged, salt: number, sink: Sink): number {
  let actor = 0;
  let first = 0;
  for (const clause of clauses) {
    const named = clause.find(({ code }) => isPlace.has(code) || code === JAPANESE_FIRM)?.code;
    if (named !== undefined) {
      actor = named;
      first ||= named;
    }
    const target = clause.find(({ code }) => isTarget.has(code))?.code ?? 0;
    let subject = actor;
    for (const [i, { code, from, to }] of clause.entries()) {
      if (isPlace.has(code)) subject = code;
      if (!isVerb.has(code)) continue;
      const object = clause.slice(i + 1).find((chunk) => isThing.has(chunk.code))?.code ?? 0;
      const topic = clause.slice(0, i).findLast((chunk) => isThing.has(chunk.code))?.code ?? 0;
      const act = mix(mix(salt, subject), code);
      sink.add(act, from, to);
      sink.add(mix(mix(act, 1), object), from, to);
      sink.add(mix(mix(act, 2), topic), from, to);
      sink.add(mix(mix(act, 3), target), from, to);
      sink.add(mix(mix(mix(act, 4), object), target), from, to);
      sink.add(mix(mix(mix(act, 5), topic), target), from, to);
      let word = mix(salt, 6);
      for (let at = from; at < to; at++) word = mix(word, text.charCodeAt(at));
      sink.add(mix(mix(word, 7), subject), from, to);
      sink.add(mix(mix(word, 8), object), from, to);
      sink.add(mix(mix(word, 9), target), from, to);
    }
  }
  return first;
}

/** What title and summary name between them, and who acts first in each. */
function together(title: Gist, summary: Gist | undefined, { script }: Tagged, sink: Sink): void {
  sink.add(mix(40, summary ? 1 : 2), 0, 0);
  sink.add(mix(41, scripts.indexOf(script)), 0, 0);
  const all = [...new Set([...title.core, ...(summary?.core ?? [])])].sort((a, b) => a - b);
  for (let i = 0; i < all.length; i++) {
    const a = all[i] ?? 0;
    sink.add(mix(42, a), 0, 0);
    for (let j = i + 1; j < all.length; j++) sink.add(mix(mix(43, a), all[j] ?? 0), 0, 0);
  }
  if (summary === undefined) return;
  sink.add(mix(mix(44, title.actor), summary.actor), 0, 0);
  for (const a of title.core) for (const b of summary.core) sink.add(mix(mix(45, a), b), 0, 0);
}
