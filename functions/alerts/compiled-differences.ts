import type { Change } from '../register/change.ts';
import { announcementName } from './announcement-name.ts';
import type { Differing, Replacement } from './differing.ts';
import { excerpt, webAddress } from './safe-text.ts';
import { termIn } from './terms.ts';
import { texts } from './text/texts.ts';

const SHOWN = 40;
const NAMES = 10;

/** A message for whoever runs the watch: what the compilation said, what the text says, and that somebody must look. */
export function composeDifferences(all: readonly Differing[]): { subject: string; text: string } {
  const blocks = all.flatMap(({ change, effects }) => effects.map((effect) => blockOf(effect, change)));
  const count = blocks.length === 1 ? '1 measure' : `${blocks.length} measures`;
  const more =
    blocks.length > SHOWN ? [`and ${blocks.length - SHOWN} more; npm run register -- --history shows each`] : [];
  return {
    subject: `[dual-use-watch] UNCLEAR: ${count} read otherwise than compiled`,
    text: [
      `The watch has read the ministry’s own text of ${count} that stood in the register as compiled from public sources, and the two differ. Which is right is unclear until somebody looks: our reading, or the compilation. The register goes by the text as read.`,
      ...blocks.slice(0, SHOWN),
      ...more,
      'What to do: open each address and compare. Where we read it wrongly, please report it with the address; where the compilation was wrong, nothing is to do. Subscribers were not told of it.',
    ]
      .join('\n\n')
      .concat('\n'),
  };
}

function blockOf({ restriction, terms, added, removed }: Replacement, { number, cause }: Change): string {
  const { en } = texts;
  const { announcement, title, id } = restriction;
  const name = announcement ? announcementName(announcement, 'en') : id;
  const names = (parties: Replacement['added']): string =>
    parties
      .slice(0, NAMES)
      .map(({ zh, en: english, ja }) => excerpt(zh ?? english ?? ja ?? '', 60))
      .concat(parties.length > NAMES ? ['…'] : [])
      .join('; ');
  const address = 'document' in cause ? webAddress(cause.document.url) : undefined;
  return [
    `${name} (${id}, record #${number}): ${excerpt(title, 100)}`,
    'compiled → as read:',
    ...terms.map((term) => `- ${termIn(term, en)}`),
    ...(added.length > 0 ? [`- in the text alone: ${names(added)}`] : []),
    ...(removed.length > 0 ? [`- compiled alone: ${names(removed)}`] : []),
    ...(address ? [address] : []),
  ].join('\n');
}
