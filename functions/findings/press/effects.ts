import { type Chunk, codes, isTarget } from './chunks.ts';
import { mix } from './hash.ts';
import type { Sink } from './sink.ts';
import type { Script } from './tag.ts';
import { roleCode } from './tagger.ts';

/**
 * What becomes of trade: it flows, is under control, stays so, is cut off, is free again, under control again, or gets its
 * permits.
 */
const states = ['flow', 'control', 'kept', 'cut', 'free', 'again', 'permits'] as const;
type State = (typeof states)[number];

const nouns = new Map<number, State>([
  ...[...codes('control', 'list', 'watch', 'unreliable', 'measure')].map((code) => [code, 'control'] as const),
  ...[...codes('export', 'licence', 'trade')].map((code) => [code, 'flow'] as const),
]);
const BAN = roleCode('impose');
const BACKGROUND = roleCode('background');
/** Goods flow where nothing else is said to. */
const isGoods = codes('goods', 'dual');

/** What a verb makes of that which it is said of: who suspends controls does the opposite of who suspends exports. */
type Change = Readonly<Partial<Record<State, State>> & { readonly else?: State }>;
const verbs = new Map<number, Change>(
  Object.entries({
    impose: { else: 'control' },
    listing: { else: 'control' },
    halt: { control: 'free', kept: 'free', cut: 'free', again: 'free', free: 'again', else: 'cut' },
    ease: { free: 'again', else: 'free' },
    restart: { control: 'again', kept: 'again', again: 'again', else: 'free' },
    again: { flow: 'free', permits: 'free', cut: 'cut', else: 'again' },
    approve: { else: 'permits' },
    extend: { control: 'kept', cut: 'kept', again: 'kept' },
    not: { flow: 'cut', permits: 'cut', free: 'again', else: 'free' },
  } satisfies Record<string, Change>).map(([name, change]) => [roleCode(name), change]),
);

/**
 * What verbs come to, one upon another: "ends the pause of export controls" returns a control, "extends the pause" does
 * not. Chinese and English put what is governed behind, Japanese before; where nothing stands there, the other side counts.
 * @param actor who acts
 */
export function effects(
  clauses: readonly (readonly Chunk[])[],
  script: Script,
  actor: number,
  salt: number,
  sink: Sink,
): void {
  const target = clauses.flat().find(({ code }) => isTarget.has(code))?.code ?? 0;
  for (const unit of unitsOf(clauses)) {
    for (const { state, frame, from, to } of framesOf(script === 'kana' ? unit : unit.toReversed())) {
      const effect = mix(salt, states.indexOf(state));
      sink.add(effect, from, to);
      sink.add(mix(mix(effect, 1), actor), from, to);
      sink.add(mix(mix(effect, 2), target), from, to);
      sink.add(mix(mix(mix(effect, 3), actor), target), from, to);
      sink.add(mix(mix(salt, 4), frame), from, to);
    }
  }
}

/** Clauses that have both a thing and a verb; one that lacks either goes on with the next. "After the truce" is another. */
function unitsOf(clauses: readonly (readonly Chunk[])[]): readonly (readonly Chunk[])[] {
  const units: Chunk[][] = [];
  for (const clause of clauses.flatMap(partsOf)) {
    const things = clause.some(({ code }) => nouns.has(code)) ? nouns : isGoods;
    const own = clause.filter(({ code }) => things.has(code) || verbs.has(code));
    const last = units.at(-1);
    const isWhole = last && last.some(({ code }) => verbs.has(code)) && last.some(({ code }) => !verbs.has(code));
    if (last && !isWhole) last.push(...own);
    else units.push(own);
  }
  return units;
}

function partsOf(clause: readonly Chunk[]): readonly (readonly Chunk[])[] {
  const at = clause.findIndex(({ code }, i) => i > 0 && code === BACKGROUND);
  return at < 0 ? [clause] : [clause.slice(0, at), ...partsOf(clause.slice(at))];
}

interface Frame {
  readonly state: State;
  /** The roles that led to it, as a hash. */
  readonly frame: number;
  readonly from: number;
  readonly to: number;
}

/** Each thing with the verbs upon it, from the innermost outward; of several things in a row the outermost counts. */
function framesOf(inward: readonly Chunk[]): readonly Frame[] {
  const frames: Frame[] = [];
  const isThing = inward.some(({ code }) => nouns.has(code) || isGoods.has(code)) ? isNoun : isBan;
  let now: Frame | undefined;
  let early: Chunk[] = [];
  let isSaid = false;
  for (const chunk of inward) {
    if (isThing(chunk)) {
      if (now && isSaid) frames.push(now);
      now = early.reduce(upon, thingOf(chunk));
      isSaid = early.length > 0;
      early = [];
    } else if (now) {
      now = upon(now, chunk);
      isSaid = true;
    } else early.push(chunk);
  }
  if (now && isSaid) frames.push(now);
  return frames;
}

const isNoun = ({ code }: Chunk): boolean => !verbs.has(code);
/** "Japan ban suspended": where nothing else is a thing, the ban is. */
const isBan = ({ code }: Chunk): boolean => code === BAN;

function thingOf({ code, from, to }: Chunk): Frame {
  const state = code === BAN ? 'control' : (nouns.get(code) ?? 'flow');
  return { state, frame: states.indexOf(state), from, to };
}

function upon(thing: Frame, { code, from, to }: Chunk): Frame {
  const change: Change = verbs.get(code) ?? {};
  return {
    state: change[thing.state] ?? change.else ?? thing.state,
    frame: mix(thing.frame, code),
    from: Math.min(thing.from, from),
    to: Math.max(thing.to, to),
  };
}
