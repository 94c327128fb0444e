import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Change } from '../../functions/register/change.ts';
import { compare } from '../../functions/register/compare.ts';
import { emptyRegister, type Register, replay } from '../../functions/register/replay.ts';
import { listedOn } from '../../functions/register/restriction.ts';
import { addDays, type BeijingDate } from '../../functions/time.ts';
import { findingsOf, histories, type Read } from './history.ts';

vi.setConfig({ testTimeout: 600_000 }); // LAW_RUNS=20000 takes minutes
const numRuns = Number(process.env['LAW_RUNS'] ?? 300);
const LATER = '2027-06-30' as BeijingDate;

interface Step {
  readonly read: Read;
  readonly before: Register;
  readonly change: Change | undefined;
  readonly after: Register;
}

/** Lives through a history: every document read in its turn, every Change appended. */
function live(reads: readonly Read[]): readonly Step[] {
  let register = emptyRegister;
  return reads.map((read) => {
    const before = register;
    const draft = compare(before, read.finding, read.at);
    const change = draft && { number: before.upTo + 1, ...draft };
    register = change ? replay([change], before) : before;
    return { read, before, change, after: register };
  });
}

const inEveryHistory = (law: (steps: readonly Step[]) => void): void => {
  fc.assert(
    fc.property(histories, (events) => {
      law(live(findingsOf(events)));
    }),
    { numRuns },
  );
};

const listed = (register: Register, id: string): readonly string[] => {
  const restriction = [...register.restrictions.values()].find((one) => one.id === id);
  return restriction ? listedOn(restriction, LATER).map(({ zh }) => zh ?? '') : [];
};

test('a version that the journal holds alters nothing, whatever has happened since', () => {
  inEveryHistory((steps) => {
    const last = steps.at(-1)?.after ?? emptyRegister;
    const recorded = steps.filter(({ change }) => change !== undefined);
    for (const { read } of recorded) expect(compare(last, read.finding, read.at)).toBeUndefined();
  });
});

test('every version of an official text is recorded, even when it alters nothing', () => {
  inEveryHistory((steps) => {
    for (const { read, before, change } of steps) {
      const { authority, fingerprint } = read.finding.document;
      if (authority === 'official') expect(change !== undefined).toBe(!before.versions.has(fingerprint));
    }
  });
});

test('an edit moves the measure by the difference between two readings, and brings back nobody taken off since', () => {
  inEveryHistory((steps) => {
    const readings: { id: string; page: string; names: readonly string[] }[] = [];
    for (const { read, before, change, after } of steps) {
      const provision = read.finding.provisions[0];
      if (provision.action !== 'impose' || !change) continue;
      const { id, parties } = provision.measure;
      const page = read.finding.document.id;
      const text = parties.map(({ zh }) => zh ?? '');
      const last = readings.findLastIndex((one) => one.page === page);
      if (read.event.kind === 'edit' && last >= 0) {
        const since = readings.slice(last).filter((one) => one.id === id);
        const added = text.filter((name) => !since.some(({ names }) => names.includes(name)));
        const dropped = (since[0]?.names ?? []).filter((name) => !text.includes(name));
        const expected = new Set([...listed(before, id), ...added].filter((name) => !dropped.includes(name)));
        expect(new Set(listed(after, id))).toEqual(expected);
      }
      readings.push({ id, page, names: text });
    }
  });
});

test('the press never moves a measure, and tells one story once', () => {
  inEveryHistory((steps) => {
    const reported: { day: string; key: string }[] = [];
    for (const { read, before, change, after } of steps) {
      if (read.finding.document.authority === 'official') continue;
      expect(after.restrictions).toEqual(before.restrictions);
      if (!change) continue;
      const key = JSON.stringify(read.event);
      const day = read.finding.document.publishedOn ?? '';
      const week = addDays(day as BeijingDate, -7);
      expect(reported.filter((one) => one.key === key && one.day >= week)).toEqual([]);
      reported.push({ day, key });
    }
  });
});

test('only an official text ends, pauses or begins a measure, and each Change raises a version by one', () => {
  inEveryHistory((steps) => {
    for (const { before, change, after } of steps) {
      for (const [id, restriction] of after.restrictions) {
        const touched = change?.effects.some((effect) => 'restriction' in effect && effect.restriction.id === id);
        expect(restriction.version).toBe((before.restrictions.get(id)?.version ?? 0) + (touched ? 1 : 0));
      }
      expect([...before.restrictions.keys()].every((id) => after.restrictions.has(id))).toBe(true);
    }
  });
});

test('a copy that says the same at another address alters nothing', () => {
  inEveryHistory((steps) => {
    for (const { read, change } of steps) {
      if (read.event.kind === 'alias' && change) expect(change.effects).toEqual([]);
    }
  });
});

test('the register is the journal, replayed: at once, or Change by Change', () => {
  inEveryHistory((steps) => {
    const changes = steps.flatMap(({ change }) => change ?? []);
    expect(replay(changes)).toEqual(steps.at(-1)?.after ?? emptyRegister);
    expect(changes.map(({ number }) => number)).toEqual(changes.map((_, i) => i + 1));
    const stored = JSON.parse(JSON.stringify(changes)) as readonly Change[];
    expect(replay(stored)).toEqual(replay(changes));
  });
});
