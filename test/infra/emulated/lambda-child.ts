import { pathToFileURL } from 'node:url';

/** One run that is asked for. */
export interface Ask {
  readonly event: unknown;
  /** The time that the function is to see: epoch milliseconds at its start. */
  readonly clock: number;
  /** What it has left. */
  readonly milliseconds: number;
}
export type Told = { readonly result: unknown } | { readonly error: string };

/** An instance of a function: loads the bundle once, as Lambda does, and runs its handler for each message. */
const module = import(pathToFileURL(process.argv[2] ?? '').href) as Promise<{
  readonly handler: (event: unknown, context: { getRemainingTimeInMillis: () => number }) => Promise<unknown>;
}>;

process.on('message', (ask: Ask) => {
  const started = performance.now();
  const passed = (): number => performance.now() - started;
  const tick = (): void => {
    process.env['WATCH_CLOCK'] = new Date(ask.clock + passed()).toISOString();
  };
  tick();
  const ticking = setInterval(tick, 100);
  const left = (): number => ask.milliseconds - passed();
  void module
    .then(({ handler }) => handler(ask.event, { getRemainingTimeInMillis: left }))
    .then(
      (result): Told => ({ result }),
      (error: unknown): Told => ({ error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }),
    )
    .then((told) => {
      clearInterval(ticking);
      process.send?.(told);
    });
});
