import { languages } from '../../functions/sources/source.ts';
import { startWorld } from '../../functions/local/world.ts';
import { countCalls } from './call-counter.ts';
import { type Served, startOrigin } from './origin.ts';
import type { Asked, Counted } from './outside.ts';

// Runs by itself: the sources' servers and AWS's emulators, so that whoever measures does not measure them.
await startWorld({ subscribers: [], languages, sources: [] });
const origin = await startOrigin();
let changedAt = 0;
let publishedAt: number | undefined;
const table = await countCalls(process.env['AWS_ENDPOINT_URL_DYNAMODB'] ?? '');
const topics = await countCalls(process.env['AWS_ENDPOINT_URL_SNS'] ?? '', (operation) => {
  if (operation === 'Publish') publishedAt ??= performance.now();
});

const acts: { readonly [A in Asked['act']]: (asked: Extract<Asked, { act: A }>) => unknown } = {
  show: ({ pages }) => {
    show(pages);
  },
  counted: (): Counted => ({
    table: table.take(),
    topics: topics.take(),
    origin: origin.take(),
    ...(publishedAt !== undefined && { publishedAfter: publishedAt - changedAt }),
  }),
};

function show(pages: Readonly<Record<string, Served>>): void {
  origin.show(pages);
  changedAt = performance.now();
  publishedAt = undefined;
}

process.on('message', (asked: Asked) => {
  process.send?.(acts[asked.act](asked as never) ?? {});
});
process.on('disconnect', () => process.exit());
process.send?.({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => /^(?:AWS|WATCH|POWERTOOLS)_/.test(name))),
  AWS_ENDPOINT_URL_DYNAMODB: table.address,
  AWS_ENDPOINT_URL_SNS: topics.address,
  WATCH_REPLICA: origin.address,
});
