import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { Misconfigured } from '../errors.ts';
import type { Confirmed } from './edge.ts';
import { type Authority, type Language, languages } from '../sources/source.ts';
import { type Instant, instantOf, parseInstant } from '../time.ts';

/** What is watched, and who must be subscribed, as hashes of their addresses. */
export interface Deployment {
  readonly sources: readonly { readonly id: string; readonly every?: number; readonly authority?: Authority }[];
  readonly expected?: Confirmed;
}

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

/**
 * What is deployed, as `infra/deployment.ts` writes it beside the bundle: the environment of a function holds 4 KB, and
 * the ids of 250 sources are more. A local run names its sources in `WATCH_SOURCES`, or such a file in `WATCH_DEPLOYMENT`.
 * @throws Misconfigured when there is none
 */
export function deployment(): Deployment {
  const [file, ids] = [process.env['WATCH_DEPLOYMENT'], process.env['WATCH_SOURCES']];
  if (file === undefined && ids !== undefined) return { sources: listSetting('WATCH_SOURCES').map((id) => ({ id })) };
  try {
    return JSON.parse(readFileSync(file ?? new URL('deployment.json', import.meta.url), 'utf8')) as Deployment;
  } catch (error) {
    throw new Misconfigured(
      `deployment.json: ${error instanceof Error ? error.message : String(error)}; the stack writes it, and a local run sets WATCH_SOURCES`,
    );
  }
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
