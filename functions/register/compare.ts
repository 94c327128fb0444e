import type { Document, DocumentRef } from '../documents/document.ts';
import { refOf } from '../documents/document.ts';
import type { Doubt, Finding, MeasureId, Provision } from '../findings/finding.ts';
import { beijingDay, type Instant } from '../time.ts';
import { impose, isMeasureOf, move, Restrictions, type Text } from './apply.ts';
import type { Draft, Effect } from './change.ts';
import { revise } from './revise.ts';
import { type PastReading, readingKey, type Register } from './replay.ts';
import { borneOut, dayOf, retold } from './stories.ts';
import { substanceOf } from './substance.ts';

/**
 * What a document alters, given everything the journal holds; undefined when there is nothing to record.
 *
 * A version that the journal holds alters nothing. An official text is recorded even when it alters nothing, so that it is
 * known again; the press only when it is news. The press never moves a measure. An edit moves its measure by what it
 * newly says, so that it cannot bring back what another announcement has taken away since.
 * @param at when the document was read
 */
export function compare(register: Register, finding: Finding, at: Instant): Draft | undefined {
  const { document, announcement, provisions } = finding;
  if (register.versions.has(document.fingerprint)) return undefined;
  const cause = { document, ...(announcement && { announcement }) };
  if (document.authority !== 'official') {
    const effects = reported(provisions, document, register);
    return effects.length > 0 ? { observedAt: at, cause, provisions, effects } : undefined;
  }
  const effects = settled(moved(register, finding, at), finding);
  const draft: Draft = { observedAt: at, cause, provisions, effects };
  const report = borneOut(draft, register.told);
  return report ? { ...draft, confirms: report.number } : draft;
}

/**
 * A page that was read as a measure, and no longer says so: nothing is lifted by that, but somebody must look.
 * @returns a finding to compare, or undefined for a page that the journal does not know
 */
export function withdrawn(register: Register, document: Document): Finding | undefined {
  const key = register.keyOf.get(document.id);
  const last = key && register.readings.get(key)?.findLast((reading) => reading.document.id === document.id);
  if (!last || document.authority !== 'official') return undefined;
  const { publishedOn } = last.document;
  const doubt: Doubt = { kind: 'page-changed', ...(publishedOn && { since: publishedOn }) };
  return {
    document: refOf(document),
    reach: 'all-destinations',
    provisions: [{ action: 'unclear', doubt, quote: document.title }],
  };
}

/** A report is told once per story, and not at all when the ministry's own text, or an earlier report, has told it. */
function reported(provisions: readonly Provision[], document: DocumentRef, register: Register): readonly Effect[] {
  return provisions.flatMap((provision): readonly Effect[] => {
    if (provision.action !== 'report' || retold(provision.report, dayOf(document), register.told)) return [];
    return [{ kind: 'reported', report: provision.report, quote: provision.quote }];
  });
}

function moved(register: Register, finding: Finding, at: Instant): readonly Effect[] {
  const { document, announcement } = finding;
  const key = register.keyOf.get(document.id) ?? readingKey(document.id, announcement);
  const earlier = register.readings.get(key) ?? [];
  const own = earlier.findLast((reading) => reading.document.id === document.id);
  const restrictions = new Restrictions(register.restrictions);
  const text: Text = { document, day: document.publishedOn ?? beijingDay(at) };
  // What a copy elsewhere has said since this page was last read has had its effect.
  const since = own ? earlier.slice(earlier.indexOf(own)) : earlier;
  const said = new Set(since.flatMap(substances));
  const news = finding.provisions.filter((provision) => !said.has(substanceOf(provision, document.publishedOn)));
  if (own === undefined && earlier.some(({ unsettled }) => !unsettled)) return copy(finding, news, earlier);
  return news.flatMap((provision): readonly Effect[] => {
    switch (provision.action) {
      case 'impose':
        return restrictions.get(provision.measure.id)
          ? revise(provision, text, beijingDay(at), since, restrictions)
          : [impose(provision, text, restrictions), ...awaited(provision.measure.id, text, register, restrictions)];
      case 'remove-parties':
      case 'suspend':
      case 'resume':
      case 'lift':
      case 'amend':
        return move(provision, text, restrictions);
      case 'clarify':
        return isSaid(provision, register)
          ? []
          : [{ kind: 'clarified', about: provision.about, quote: provision.quote }];
      case 'report':
        return reported([provision], document, register);
      case 'unclear': {
        const { doubt, quote, measure } = provision;
        return [{ kind: 'unclear', doubt, quote, ...(measure && { measure }) }];
      }
    }
  });
}

/** Another address for an announcement that was read in full: equal in substance, poorer, or in contradiction. */
function copy(finding: Finding, news: readonly Provision[], earlier: readonly PastReading[]): readonly Effect[] {
  const differing = news.find((provision) => provision.action !== 'unclear' || provision.measure);
  if (differing === undefined) return [];
  const first = earlier[0]?.document.url ?? '';
  return [
    {
      kind: 'unclear',
      doubt: {
        kind: 'copies-differ',
        ...(finding.announcement && { announcement: finding.announcement }),
        other: first,
        facts: [],
      },
      quote: differing.quote,
      ...('measure' in differing && typeof differing.measure === 'object' && { measure: differing.measure }),
    },
  ];
}

/** Announcements read before the one that they speak of, as happens while past years are read, take their effect now. */
function awaited(id: MeasureId, text: Text, register: Register, restrictions: Restrictions): readonly Effect[] {
  const later = [...register.readings.values()]
    .flat()
    .filter(
      ({ unsettled, document }) => unsettled && (document.publishedOn ?? '') >= (text.document.publishedOn ?? ''),
    );
  return later.flatMap(({ document, provisions }) =>
    provisions.flatMap((provision) => {
      if (provision.action === 'impose' || provision.action === 'unclear' || !('measure' in provision)) return [];
      if (provision.measure === undefined || !isMeasureOf(id, provision.measure)) return [];
      return move(provision, { document, day: document.publishedOn ?? text.day }, restrictions);
    }),
  );
}

/** One statement stands on several of the ministry's sites, under titles of their own. */
const isSaid = (provision: Provision, register: Register): boolean =>
  [...register.readings.values()]
    .flat()
    .some(({ provisions }) =>
      provisions.some((other) => substanceOf(other, undefined) === substanceOf(provision, undefined)),
    );

const substances = ({ provisions, document }: PastReading): readonly string[] =>
  provisions.map((provision) => substanceOf(provision, document.publishedOn));

/**
 * Ending or amending what nobody here has read matters only to a text that does nothing else, and not at all to one that
 * does not even say that it is about export control; what it names may be read later.
 */
function settled(effects: readonly Effect[], { byNumberAlone }: Finding): readonly Effect[] {
  const idle = (effect: Effect): boolean =>
    effect.kind === 'unclear' &&
    effect.doubt.kind === 'unknown-target' &&
    effect.doubt.act !== 'remove-parties' &&
    (byNumberAlone === true || effect.doubt.act !== 'suspend');
  return effects.every(idle) && !byNumberAlone ? effects.slice(0, 1) : effects.filter((effect) => !idle(effect));
}
