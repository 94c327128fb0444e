import { expect, test, vi } from 'vitest';
import type { Provision } from '../../functions/findings/finding.ts';
import type { Change } from '../../functions/register/change.ts';
import { compare } from '../../functions/register/compare.ts';
import { replay } from '../../functions/register/replay.ts';
import { addDays, type BeijingDate, beijingDay } from '../../functions/time.ts';
import { inEveryHistory, isOfficial, lastOf, live, type Step } from './lived.ts';
import { borneTwice, kinds, listed } from './looked-at.ts';
import { readsOf } from './written.ts';

vi.setConfig({ testTimeout: 1_200_000 }); // LAW_RUNS=20000 takes minutes

/** Provisions as they are compared: the order of names says nothing. */
const inOrder = (provisions: readonly Provision[] | undefined): string =>
  JSON.stringify(provisions, (name, value: unknown) =>
    name === 'parties' ? (value as readonly { zh: string }[]).map(({ zh }) => zh).sort() : value,
  );

test('law 1: a reading equal to the last of its page alters nothing, and a counter that runs adds no row', () => {
  inEveryHistory((steps) => {
    for (const step of steps) {
      const { read, change, after } = step;
      if (!isOfficial(step) || !read.finding) continue;
      expect(compare(after, read.finding, read.at)).toBeUndefined();
      if (read.event.kind === 'counter') {
        const before = step.before.texts.pages.get(read.finding.document.id)?.last.provisions;
        if (JSON.stringify(before) === JSON.stringify(read.finding.provisions)) expect(change).toBeUndefined();
      }
    }
  });
});

test('law 1: no reading of the press ever silences, moves or delays an official page', () => {
  inEveryHistory((steps, events) => {
    const told = (all: readonly Step[]): readonly unknown[] =>
      all.filter(isOfficial).map(({ change }) => change?.effects);
    const alone = live(readsOf(events).filter(({ finding }) => finding?.document.authority !== 'press'));
    // The calendar alone may speak of reports.
    expect(told(steps)).toEqual(told(alone));
    expect(lastOf(steps).restrictions).toEqual(lastOf(alone).restrictions);
  });
});

test('law 1: an edit that is taken back is told, and the page’s last word stands', () => {
  inEveryHistory((steps) => {
    const alone = (id: string): boolean => steps.filter(({ read }) => read.page?.mirrors?.id === id).length === 0;
    const twice = borneTwice(steps);
    for (const { read, before, change, after } of steps) {
      if (read.event.kind !== 'back' || !read.page || read.page.mirrors || !alone(read.page.id)) continue;
      if (twice.has(String(read.finding.announcement))) continue;
      const provision = read.finding.provisions[0];
      const last = before.texts.pages.get(read.finding.document.id)?.last.provisions[0];
      if (provision.action !== 'impose' || last?.action !== 'impose' || last.measure.id !== provision.measure.id)
        continue;
      const names = (of: typeof provision): readonly string[] => of.measure.parties.map(({ zh }) => zh ?? '');
      const [was, is] = [names(last), names(provision)];
      const added = is.filter((name) => !was.includes(name));
      for (const name of added) expect(listed(after, provision.measure.id)).toContain(name);
      for (const name of was.filter((one) => !is.includes(one)))
        expect(listed(after, provision.measure.id)).not.toContain(name);
      if (added.some((name) => !listed(before, provision.measure.id).includes(name)))
        expect(kinds(change?.effects ?? [])).toContain('amended');
    }
  });
});

test('law 2: whatever an official page newly says is recorded, even when it alters nothing', () => {
  inEveryHistory((steps) => {
    for (const { read, before: register, change } of steps.filter(isOfficial)) {
      const last = register.texts.pages.get(read.finding?.document.id as never)?.last;
      const [before, now] = [last?.provisions, read.finding?.provisions].map(inOrder);
      if (before !== now) expect(change).toBeDefined();
    }
  });
});

test('law 3: an edit moves a measure by the difference between two readings of its page, and brings back nobody', () => {
  inEveryHistory((steps) => {
    for (const { read, before, after } of steps) {
      const provision = read.finding?.provisions[0];
      if (read.event.kind !== 'edit' || provision?.action !== 'impose') continue;
      const { id, parties } = provision.measure;
      const last = before.texts.pages.get(read.finding?.document.id as never)?.last.provisions[0];
      // A copy that keeps the number which its original has lost is a text of its own.
      if (last?.action !== 'impose' || last.measure.id !== id || !before.restrictions.has(id)) continue;
      const [was, is] = [last.measure.parties, parties].map((all) => all.map(({ zh }) => zh ?? ''));
      const moved = new Set(
        [...(was ?? []), ...(is ?? [])].filter((name) => was?.includes(name) !== is?.includes(name)),
      );
      const untouched = (names: readonly string[]): readonly string[] =>
        names.filter((name) => !moved.has(name)).sort();
      expect(untouched(listed(after, id))).toEqual(untouched(listed(before, id)));
      for (const name of listed(after, id))
        if (moved.has(name)) expect([...(is ?? []), ...listed(before, id)]).toContain(name);
      // A page that stands alone is followed to the letter.
      const copies = before.texts.histories.get(id)?.reached.size ?? 0;
      if (copies > 1 || (before.texts.histories.get(id)?.others.length ?? 0) > 0) continue;
      for (const name of moved) expect(listed(after, id).includes(name)).toBe(is?.includes(name));
    }
  });
});

test('law 4: the press moves nothing, tells one story once, and nothing that is older than three days', () => {
  inEveryHistory((steps) => {
    const told: { day: BeijingDate; key: string }[] = [];
    for (const { read, before, change, after } of steps) {
      if (read.event.kind !== 'report') continue;
      expect(after.restrictions).toEqual(before.restrictions);
      if (!change) continue;
      const { action, japan, goods, dated } = read.event;
      expect(dated === undefined || dated >= -3).toBe(true);
      const key = JSON.stringify([action, japan, goods]);
      const seen = beijingDay(read.at);
      const day = dated === undefined || dated > 0 ? seen : addDays(seen, dated);
      expect(told.filter((one) => one.key === key && one.day >= addDays(day, -7))).toEqual([]);
      told.push({ day, key });
    }
  });
});

test('the register is the journal, replayed: at once, or Change by Change, and after it was stored', () => {
  inEveryHistory((steps) => {
    const changes = steps.flatMap(({ change }) => change ?? []);
    expect(replay(changes)).toEqual(lastOf(steps));
    expect(changes.map(({ number }) => number)).toEqual(changes.map((_, i) => i + 1));
    const stored = JSON.parse(JSON.stringify(changes)) as readonly Change[];
    expect(replay(stored)).toEqual(replay(changes));
  });
});
