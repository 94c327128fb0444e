import type { DoubtedAct } from '../../../findings/doubt.ts';
import type { Text } from '../text.ts';
import { days, nouns } from './nouns.ts';

const acts: Readonly<Record<DoubtedAct, string>> = {
  suspend: 'suspends',
  resume: 'resumes',
  lift: 'lifts',
  amend: 'amends',
  'remove-parties': 'takes parties off',
};

const left = (files: readonly string[]): string =>
  files.length > 0 ? `; ${files.length === 1 ? 'an attachment was' : `${files.length} attachments were`} not read` : '';

/** What two copies may differ in. */
const factNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...nouns.terms,
    ...{
      parties: 'entities',
      measure: 'what it orders',
      wording: 'wording',
      from: 'first day',
      until: 'last day',
      on: 'day',
    },
  }),
);

const inFacts = (facts: readonly string[]): string =>
  facts.length > 0 ? ` in ${facts.map((fact) => factNames.get(fact) ?? fact).join(', ')}` : '';

export const doubts: Text['doubts'] = {
  'clause-not-understood': () => 'it speaks of export control, but what it does could not be established',
  count: ({ stated, read, unread }) =>
    `it names ${stated ?? 'some'} entities, and ${read === 0 ? 'no name' : `${read} names`} could be read${left(unread)}`,
  'no-country': () => 'it names entities without saying of which country',
  'unread-attachment': ({ files }) => `its list is in an attachment${left(files)}`,
  'page-changed': ({ since }) =>
    `its page has changed and no longer says what it said ${since ? `on ${days.day(since)}` : 'when it was first read'}`,
  'wording-changed': ({ before, after }) => `its wording changed, from “${before}” to “${after}”`,
  'copies-differ': ({ announcement, facts }, name) =>
    `two copies of ${announcement ? name(announcement) : 'one text'} differ${inFacts(facts)}; the other is at the second address below`,
  'unknown-target': ({ act, target }, name) => `it ${acts[act]} ${name(target)}, of which there is no record`,
  'unknown-parties': ({ names }) =>
    `it names entities that no list on record holds, or that several hold${names.length > 0 ? `: ${names.join(', ')}` : ''}`,
  'page-unread': ({ since }) =>
    `its title is plainly about these controls, and its page cannot be read since ${days.moment(since)}`,
  'characters-lost': () => 'characters of its text are lost',
  other: ({ words }) => words,
};
