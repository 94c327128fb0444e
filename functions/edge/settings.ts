import { setTimeout } from 'node:timers/promises';
import { Misconfigured } from '../errors.ts';
import { type Language, languages } from '../sources/source.ts';
import { type Instant, instantOf, parseInstant } from '../time.ts';

/**
 * A setting from the environment.
 * @throws Misconfigured naming the variable
 */
export function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined)
    throw new Misconfigured(`environment: ${name} is missing; the stack sets it, and so does npm run invoke`);
  return value;
}

export const listSetting = (name: string): readonly string[] =>
  setting(name)
    .split(',')
    .filter((item) => item !== '');

export function languageSettings(): readonly Language[] {
  return listSetting('WATCH_LANGUAGES').map((name) => {
    const language = languages.find((known) => known === name);
    if (language) return language;
    throw new Misconfigured(`environment: WATCH_LANGUAGES holds "${name}"; allowed are ${languages.join(', ')}`);
  });
}

/** The clock. `WATCH_CLOCK` sets it for a local run, and is refused where time must be true. */
export function now(): Instant {
  const set = process.env['WATCH_CLOCK'];
  if (set === undefined) return instantOf(Date.now()) as Instant;
  const instant = parseInstant(set);
  if (process.env['AWS_LAMBDA_FUNCTION_NAME'] !== undefined || instant === undefined) {
    throw new Misconfigured(
      `environment: WATCH_CLOCK is "${set}"; allowed is an ISO 8601 instant with its zone, and not in Lambda`,
    );
  }
  return instant;
}

/** For local runs: where the replica of the sources listens, and whether loopback may be reached at all. */
export const localSources = (): { readonly replica?: string; readonly allowLocal: boolean } => {
  const replica = process.env['WATCH_REPLICA'];
  return { ...(replica && { replica }), allowLocal: process.env['WATCH_ALLOW_LOCAL_SOURCES'] === 'yes' };
};

/** Waits. */
export const pause = (milliseconds: number): Promise<void> => setTimeout(milliseconds);
