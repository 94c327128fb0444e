import { type DigestText, OFTEN } from '../text.ts';
import { days, plural } from './nouns.ts';

export const digest: DigestText = {
  title: 'weekly digest',
  labels: { changes: 'Changes', due: 'Due in the next 90 days', inForce: 'In force', trouble: 'Sources in trouble' },
  subject: (n, from, to) =>
    `Weekly digest: ${n === 0 ? 'nothing new' : plural(n, 'change')}, ${days.day(from)} to ${days.day(to)}`,
  headline: (n, from, to) =>
    n === 0
      ? `Nothing new was seen on China’s dual-use export controls and Japan, ${days.day(from)} to ${days.day(to)}.`
      : `${plural(n, 'change')} to China’s dual-use export controls that concern Japan, ${days.day(from)} to ${days.day(to)}.`,
  watched({ sources, polls, failed, silent, blindHours, hours, down }) {
    if (sources === 0) return 'NOT WATCHED: no official source has been read yet.';
    const checks = `${plural(sources, 'official source')}, ${polls.toLocaleString('en')} checks, ${failed} failed`;
    const away = down > 0 ? ` ${plural(down, 'source')} not answering now.` : '';
    if (blindHours >= 1) {
      const long =
        blindHours >= 48
          ? `${Math.round(blindHours / 24)} of ${Math.round(hours / 24)} days`
          : plural(blindHours, 'hour');
      return `NOT WATCHED IN FULL: all official sources were down for ${long} (${checks}).${away} What was published then may be missing here.`;
    }
    if (failed > polls * OFTEN)
      return `WATCHED WITH GAPS: ${checks}.${away} What was published in the gaps is seen late.`;
    return `Watched throughout: ${checks}.${
      silent === undefined
        ? ' One has never answered.'
        : away || ` Every one answered in the last ${plural(silent, 'minute')}.`
    }`;
  },
  quiet: (n) =>
    `${plural(n, 'more record')} without an alert (learned at the start, or held back as a flood or beyond a source’s daily share).`,
  nothing: 'None.',
  due: (day, away, what) => `${days.day(day)} | ${plural(away, 'day')} | ${what}`,
  standings: (inForce, japan, suspended, announced) =>
    `${inForce} in force (${japan} of them aimed at Japan), ${suspended} suspended, ${announced} announced.`,
  trouble: (publisher, since) => `${publisher}: not answering${since ? ` since ${days.moment(since)}` : ''}`,
};
