/** A month's work, counted. */
export interface Work {
  readonly invocations: number;
  readonly gigabyteSeconds: number;
  readonly readUnits: number;
  readonly writeUnits: number;
  readonly logGigabytes: number;
}

const MILLION = 1_000_000;

/** List prices of us-east-1 in US dollars, with the permanent free allowance of each. */
const prices: Readonly<Record<keyof Work | 'schedules', { readonly each: number; readonly free: number }>> = {
  schedules: { each: 1 / MILLION, free: 14 * MILLION },
  invocations: { each: 0.2 / MILLION, free: MILLION },
  gigabyteSeconds: { each: 0.0000133334, free: 400_000 },
  readUnits: { each: 0.125 / MILLION, free: 0 },
  writeUnits: { each: 0.625 / MILLION, free: 0 },
  logGigabytes: { each: 0.5, free: 5 },
};

/** What a deployment has however many its sources: the key; alarms, metrics and a dashboard, which are free at first. */
const fixed = { key: 1, watching: 10 * 0.1 + 4 * 0.3 + 3 };

/** Dollars a month, by whether the account's free allowances are still to be had. */
export function monthly(work: Work): { readonly within: number; readonly beyond: number; readonly bySources: number } {
  const used = { ...work, schedules: work.invocations };
  const cost = (free: boolean): number =>
    Object.entries(prices).reduce(
      (sum, [name, price]) => sum + price.each * Math.max(0, used[name as keyof typeof used] - (free ? price.free : 0)),
      0,
    );
  const bySources = cost(false);
  return { within: cost(true) + fixed.key, beyond: bySources + fixed.key + fixed.watching, bySources };
}
