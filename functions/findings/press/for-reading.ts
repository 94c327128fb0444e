import type { Model } from './model.ts';
import { scriptOf, tag, type Tagged } from './tag.ts';

/** Characters of a summary that are read: what stands behind is background. */
const SUMMARY = 400;

/** Title and summary as they are read: without what wires and aggregators put before and behind. */
function forReading(title: string, summary: string): { readonly title: string; readonly summary: string } {
  const bare = title.replace(
    /^(?:\((?:\d\w\w )?(?:lead|ld)\)|(?:update|wrapup|rpt|refile|corrected|exclusive|breaking(?: news)?|just in|urgent|alert|flash)(?: \d+)?\s*[-–—:|])\s*/i,
    '',
  );
  return {
    title: bare,
    summary: summary
      .replace(/<[^>]*>/g, ' ')
      .replace(/^\s+/, '')
      .slice(0, SUMMARY),
  };
}

/** Title and summary with their words found. */
export function tagged(title: string, summary: string, { taggers }: Pick<Model, 'taggers'>): readonly [Tagged, Tagged] {
  const read = forReading(title, summary);
  const script = scriptOf(read.title + read.summary);
  return [tag(read.title, script, taggers[script]), tag(read.summary, script, taggers[script])];
}
