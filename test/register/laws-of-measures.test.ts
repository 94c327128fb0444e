import { expect, test, vi } from 'vitest';
import type { Change } from '../../functions/register/change.ts';
import { dueOn } from '../../functions/register/due.ts';
import { replay } from '../../functions/register/replay.ts';
import { samePart, standingOn } from '../../functions/register/restriction.ts';
import { addDays, addMinutes, startOf } from '../../functions/time.ts';
import { effectsOf, inEveryHistory, lastOf, ring, type Step } from './lived.ts';
import { borneTwice, kinds, listed, namesIn, renumberedIn } from './looked-at.ts';
import { START } from './written.ts';

vi.setConfig({ testTimeout: 1_200_000 }); // LAW_RUNS=20000 takes minutes

test('law 5: only an official text ends, pauses or begins a measure, and each Change raises a version by one', () => {
  inEveryHistory((steps) => {
    for (const { before, change, after } of steps) {
      const renumbered = renumberedIn([change]);
      for (const id of before.restrictions.keys()) {
        if (!renumbered.has(id)) expect(after.restrictions.has(id)).toBe(true);
      }
      for (const [id, restriction] of after.restrictions) {
        const official = change && 'document' in change.cause && change.cause.document.authority === 'official';
        const touched =
          official && change.effects.some((effect) => 'restriction' in effect && effect.restriction.id === id);
        if (!renumbered.has(id))
          expect(restriction.version).toBe((before.restrictions.get(id)?.version ?? 0) + (touched ? 1 : 0));
      }
    }
  });
});

test('law 7: a day that is rung for again brings nothing, and a clock that was ahead loses nothing', () => {
  inEveryHistory((steps) => {
    const register = lastOf(steps);
    const from = addDays(START, 31);
    const to = addDays(from, 95);
    const straight = ring(register, from, to);
    const all = replay(straight, register);
    for (const { cause } of straight) {
      if ('day' in cause) expect(dueOn(all, cause.day, startOf(cause.day))).toBeUndefined();
    }
    const ahead = addMinutes(startOf(to), 4 * 365 * 24 * 60);
    const mad = [30, 60, 90].flatMap((days) => dueOn(register, addDays(from, days), ahead) ?? []);
    const after = replay(
      mad.map((draft, i) => ({ number: register.upTo + i + 1, ...draft })),
      register,
    );
    const days = (changes: readonly Change[]): readonly unknown[] =>
      changes.map(({ cause, effects }) => [cause, kinds(effects)]);
    expect(days(ring(after, from, to))).toEqual(days(straight));
  });
});

test('law 8, 10: a copy at another stamp makes no second measure, date or alert', () => {
  inEveryHistory((steps) => {
    for (const { read, before, change, after } of steps) {
      if (read.event.kind !== 'copy' || !change || read.finding?.provisions[0]?.action !== 'impose') continue;
      const { id } = read.finding.provisions[0].measure;
      if (!before.restrictions.has(id)) continue;
      expect(after.restrictions.size).toBe(before.restrictions.size);
      expect(change.quiet === 'copy' || change.effects.every(({ kind }) => kind === 'unclear')).toBe(true);
      const [was, is] = [before.restrictions.get(id)?.effectiveOn ?? '', after.restrictions.get(id)?.effectiveOn ?? ''];
      expect(is <= was).toBe(true);
      if (!read.event.stale && read.page?.mirrors?.versions.length === 1)
        expect(kinds(change.effects)).not.toContain('unclear');
    }
  });
});

test('law 8, 10: a mirror that follows tells nothing, and a page that is renumbered takes its measure along', () => {
  inEveryHistory((steps) => {
    const shown = new Map<string, readonly string[]>();
    for (const { read, before, change, after } of steps) {
      const { event, page, finding } = read;
      const [provision] = finding?.provisions ?? [];
      if (!page || provision?.action !== 'impose') continue;
      const words = JSON.stringify([finding.announcement, provision.measure.instrument, namesIn(provision)]);
      const own = shown.get(page.id) ?? [];
      shown.set(page.id, [...own, words]);
      if (event.kind === 'follow' && page.mirrors && shown.get(page.mirrors.id)?.at(-1) === words) {
        const ownWay = ['edit', 'back', 'renumber', 'lose'];
        const strays = steps.some((one) => one.read.page === page && ownWay.includes(one.read.event.kind));
        const loud = change?.quiet === undefined ? kinds(change?.effects ?? []) : [];
        if (!strays) expect(loud.filter((kind) => kind !== 'unclear')).toEqual([]);
      }
      const last = before.texts.pages.get(finding.document.id)?.last;
      const held = before.texts.histories.get(last?.announcement ?? '');
      if (event.kind !== 'renumber' || held?.versions.at(-1)?.document.id !== page.id) continue;
      const [was, is] = [last?.announcement as never, provision.measure.id];
      if (!before.restrictions.has(was)) continue;
      expect(kinds(change?.effects ?? [])).not.toContain('imposed');
      expect([after.restrictions.has(was), after.restrictions.has(is)]).toEqual([false, true]);
      for (const { zh } of provision.measure.parties)
        if (!(own.at(-1) ?? '').includes(`"${zh ?? ''}"`)) expect(listed(after, is)).toContain(zh);
    }
  });
});

test('law 5: whoever stands on a list was named there, by a page that bears its number or bore it', () => {
  inEveryHistory((steps) => {
    for (const { id, instrument, listings, formerly = [] } of lastOf(steps).restrictions.values()) {
      const numbers: readonly string[] = [id, ...formerly];
      const bears = ({ read: { finding } }: Step): boolean => numbers.includes(String(finding?.announcement));
      const pages = steps.filter(bears).map(({ read }) => read.page);
      const named = steps.flatMap(({ read: { page, finding } }) => {
        const [provision] = finding?.provisions ?? [];
        const ofList = provision?.action === 'impose' && provision.measure.instrument === instrument;
        return ofList && pages.includes(page) ? namesIn(provision) : [];
      });
      for (const { party } of listings) expect(named).toContain(party.zh);
    }
  });
});

test('law 10: a part has one interval at a time, and an end is told once, and not while a pause goes on', () => {
  inEveryHistory((steps) => {
    const register = lastOf(steps);
    for (const { suspensions } of register.restrictions.values()) {
      for (const [i, one] of suspensions.entries()) {
        for (const other of suspensions.slice(i + 1)) {
          if (!samePart(one, other)) continue;
          const [first, second] = one.from <= other.from ? [one, other] : [other, one];
          expect(first.until !== undefined && first.until < second.from).toBe(true);
        }
      }
    }
    const lapses = effectsOf(ring(register, addDays(START, 31), addDays(START, 200))).flatMap((effect) =>
      effect.kind === 'lapsed' ? [effect] : [],
    );
    const keys = lapses.map(({ restriction, suspension, on }) => `${restriction.id} ${suspension?.clause ?? ''} ${on}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { restriction, on } of lapses) {
      expect(standingOn(restriction, addDays(on, 1)).kind).toBe('in-force');
    }
  });
});

test('law 11: what was paused or ended before it was read is so on the day it is read', () => {
  inEveryHistory((steps) => {
    for (const { read, before, after, change } of steps) {
      const { event } = read;
      // A page that bears the number of another text by mistake is told as a copy that differs.
      if (event.kind !== 'impose' || event.wrong !== undefined) continue;
      if (read.finding?.provisions[0].action !== 'impose') continue;
      const { id } = read.finding.provisions[0].measure;
      const known = before.unread.get(id);
      const now = after.restrictions.get(id);
      if (!known || !change) continue;
      expect(after.unread.has(id)).toBe(false);
      expect(now?.lifted?.on).toBe(known.lifted?.on);
      expect(now?.suspensions).toEqual(known.suspensions);
      if (known.lifted) expect(kinds(change.effects)).toEqual(['lifted']);
    }
    const renumbered = renumberedIn(steps.map(({ change }) => change));
    // What bears the number later by mistake was published after the text that ends it.
    const twice = borneTwice(steps);
    for (const { provisions } of steps.flatMap(({ change }) => change ?? [])) {
      for (const provision of provisions) {
        if (provision.action !== 'lift' || provision.measure === undefined) continue;
        const { measure } = provision;
        if (renumbered.has(measure) || twice.has(measure)) continue;
        const register = lastOf(steps);
        const standing = register.restrictions.get(measure) ?? register.unread.get(measure);
        if (standing) expect(standing.lifted).toBeDefined();
      }
    }
  });
});

test('law 12: nobody is told "not confirmed" of what an official text has said since', () => {
  inEveryHistory((steps) => {
    const changes = steps.flatMap(({ change }) => change ?? []);
    for (const change of changes) {
      for (const effect of change.effects) {
        if (effect.kind !== 'unconfirmed' || effect.report.goods.length > 0) continue;
        const since = changes.slice(effect.change, change.number - 1);
        expect(since.filter((one) => one.confirms === effect.change)).toEqual([]);
        if (effect.report.reach === 'japan') expect(kinds(effectsOf(since))).not.toContain('imposed');
      }
    }
  });
});
