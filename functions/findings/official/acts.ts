import type { Act } from './act.ts';
import type { Alteration } from '../finding.ts';
import { correctionActs } from './corrections.ts';
import type { Named } from './context.ts';
import { listsIn } from './instruments.ts';
import { type ListVerb, type Listing, listingAct } from './listing.ts';
import { exemptionActs } from './exceptions.ts';
import { moveActs } from './moves.ts';
import { easingActs, ownMeasure } from './own-measure.ts';
import { eachAnnouncement, eachHeading } from './removals.ts';
import type { Proposition } from './propositions.ts';
import { statusTableActs } from './status-table.ts';
import type { Text } from './text.ts';

/** All that a text does, in its own order: to lists of parties, to other announcements, and what it imposes itself. */
export function actsIn(text: Text): readonly Act[] {
  const ours = text.propositions.filter(({ actor }) => actor === 'china');
  const tabled = statusTableActs(text);
  const moved = tabled.length > 0 ? tabled : movesIn(text, ours);
  const lists = moved.filter(({ provision }) => provision.action === 'impose' || provision.action === 'unclear');
  const corrected = lists.length > 0 ? [] : correctionActs(text);
  const handled = corrected.some(({ provision }) => 'alters' in provision && provision.alters !== undefined);
  // An announcement that suspends or resumes others speaks of bans and controls only to say which.
  const speaksOfOthers =
    handled ||
    lists.length > 0 ||
    moved.some(({ provision }) => /suspend|resume|remove-parties/.test(provision.action));
  const ended = new Set(moved.flatMap(({ provision }) => (provision.action === 'lift' ? [provision.measure] : [])));
  // 不再适用商务部公告…: the whole of it ended, and no exemption from it.
  const own = speaksOfOthers
    ? []
    : easedFirst(text).filter(({ provision }) => provision.action !== 'amend' || !ended.has(provision.measure));
  const left = new Set(
    moved.flatMap(({ provision }) => (provision.action === 'remove-parties' ? [provision.measure] : [])),
  );
  const amended = corrected.filter(
    ({ provision }) =>
      provision.action !== 'amend' ||
      !(ended.has(provision.measure) || (left.has(provision.measure) && onlyRemoves(provision.alters))),
  );
  // What is eased beside what is done is said second, and in an announcement only tells what that means.
  const eased = moved.length > 0 && text.number !== undefined ? [] : own.filter(isEasing);
  const imposed = own.filter((act) => !isEasing(act));
  const done = placeIn(text, moved[0]) < placeIn(text, imposed[0]) ? [...moved, ...imposed] : [...imposed, ...moved];
  return once([...done, ...amended, ...eased].filter((act) => !handled || act.provision.action !== 'unclear'));
}

/** Where in a text the sentence of an act stands. */
const placeIn = ({ sentences }: Text, act: Act | undefined): number =>
  act === undefined ? Infinity : sentences.findIndex(({ quote }) => quote === act.provision.quote);

const isEasing = ({ provision }: Act): boolean => provision.action === 'clarify';

/** 删除附件第6项 is told as the removal that it is, and not a second time as an amendment. */
const onlyRemoves = (alters: Alteration | undefined): boolean =>
  alters !== undefined && Object.keys(alters).every((key) => key === 'removed' || key === 'removedPlaces');

function easedFirst(text: Text): readonly Act[] {
  const eased = easingActs(text);
  if (eased.length > 0) return eased;
  const own = ownMeasure(text);
  const exempted = exemptionActs(text);
  if (own.length > 0 && !(exempted[0] && own[0] && sparesFirst(text, exempted[0], own[0]))) return own;
  return exempted.length > 0 ? exempted : easingActs(text, 'anything');
}

/** 向日本出口下列物项，不适用公告第1号：… 仍应当取得许可: somebody is spared, and a duty only stays. */
function sparesFirst({ sentences }: Text, { provision: spares }: Act, { provision: imposes }: Act): boolean {
  if (imposes.action !== 'impose' || !/^(?:licensing-rule|country-ban)$/.test(imposes.measure.instrument)) return false;
  const at = (quote: string): number => sentences.findIndex((one) => one.quote === quote);
  const rule = imposes.measure.instrument === 'licensing-rule';
  return rule ? at(spares.quote) <= at(imposes.quote) : spares.quote === imposes.quote;
}

const nothing: Named = { cites: [], parties: [], lists: [], citedLists: [] };

function movesIn(text: Text, ours: readonly Proposition[]): readonly Act[] {
  const listings = ours.flatMap((proposition) => listingsIn(text, proposition));
  const several = new Set(listings.map(keyOf)).size > 1;
  const seen = new Set<string>();
  const named = new Map<string, ReadonlySet<string>>();
  const lastOf = new Map(listings.map((one) => [keyOf(one), one.proposition.sentence.from] as const));
  const lifted = new Set<Proposition['sentence']>();
  const byProposition = Map.groupBy(listings, ({ proposition }) => proposition);
  return ours.flatMap((proposition): readonly Act[] => {
    const here = byProposition.get(proposition) ?? [];
    if (here.length === 0) {
      const moved = moveActs(text, proposition);
      // 停止对…采取管控名单措施，将其移出管控名单: the second says the first again.
      for (const { provision } of moved) {
        if (provision.action === 'remove-parties') seen.add(`remove ${provision.instrument}`);
        if (provision.action === 'lift') lifted.add(proposition.sentence);
      }
      return moved;
    }
    if (here.every(({ verb }) => verb === 'remove') && lifted.has(proposition.sentence)) return [];
    return here.flatMap((listing) => {
      // A sentence further down that says it again (列入…的实体) adds nothing.
      const key = keyOf(listing);
      if (isHeading(proposition.sentence, lastOf.get(key) ?? 0)) return [];
      const acts =
        eachAnnouncement(text, listing) ?? eachHeading(text, listing) ?? listingAct(text, { ...listing, several });
      const names = acts.flatMap(namesOf);
      const known = named.get(key);
      named.set(key, new Set([...(known ?? []), ...names]));
      if (seen.has(key) && (known === undefined || names.every((name) => known.has(name)))) return [];
      seen.add(key);
      return acts;
    });
  });
}

/** The parties that an act names; none where it is in doubt who they are. */
const namesOf = ({ provision }: Act): readonly string[] => {
  const measure = 'measure' in provision && typeof provision.measure === 'object' ? provision.measure : undefined;
  if (provision.action === 'unclear') return [];
  const parties = ('parties' in provision ? provision.parties : measure?.parties) ?? [];
  return parties.map(({ zh, en }) => zh ?? en ?? '');
};
const keyOf = ({ verb, instrument }: Listing): string => `${verb} ${instrument}`;

/** 公布将2家日本实体列入关注名单, as a heading over the text that says it in full. */
const isHeading = ({ text, from }: Proposition['sentence'], last: number): boolean =>
  text.length < 80 && /^(?:关于|公布)/.test(text) && !/[。;:,]/.test(text) && last > from;

const verbs: Readonly<Partial<Record<Proposition['act'], ListVerb>>> = { list: 'list', remove: 'remove' };

/** 列入 and 移出, with each list that the clause names; 由关注名单调整列入管控名单 is both. */
function listingsIn(text: Text, proposition: Proposition): readonly Listing[] {
  const verb = verbs[proposition.act];
  if (!verb) return [];
  // 重复列入，予以删除: a misprint goes, and nobody leaves the list.
  if (/重复|同一主体|同一实体/.test(proposition.sentence.bare) && !/移出|移除|调出/.test(proposition.bare)) return [];
  const before = text.before.get(proposition.sentence) ?? nothing;
  const { sentence, from } = proposition;
  const bare = proposition.bare.replace(/自列入[^,]{0,24}之日起/g, '');
  const moves =
    /(?:由|从|自)(?<old>[^,。]{0,24}名单)[^,。]{0,12}(?:列入|纳入|移入|调整|[升降转改调](?:级|列)?(?:为|至|到|入)?)/.exec(
      bare,
    )?.groups?.['old'];
  const lists = listsIn(bare);
  const left = verb === 'list' && moves ? listsIn(moves) : [];
  const here = lists.length > 0 ? lists : verb === 'remove' ? lastList(sentence.bare.slice(0, from), before) : [];
  return [
    ...here
      .filter((one) => !left.includes(one))
      .map((instrument) => ({ proposition, verb, instrument, several: false, before })),
    ...left.map((instrument) => ({ proposition, verb: 'remove' as const, instrument, several: false, before })),
  ];
}

function lastList(earlier: string, before: Named): Named['lists'] {
  const here = listsIn(earlier);
  return here.length > 0 ? here.slice(-1) : before.lists.slice(-1);
}

const hasDay = ({ provision }: Act): boolean =>
  ('on' in provision && provision.on !== undefined) ||
  ('from' in provision && provision.from !== undefined) ||
  ('until' in provision && provision.until !== undefined);

/** A sentence and the list under it may both name an announcement: one act each, and the one that says from when. */
export function once(acts: readonly Act[]): readonly Act[] {
  const key = ({ provision }: Act): string =>
    JSON.stringify([
      provision.action,
      'measure' in provision ? provision.measure : 0,
      'clause' in provision ? provision.clause : 0,
      'instrument' in provision ? provision.instrument : 0,
      'title' in provision ? provision.title : 0,
    ]);
  const map = new Map<string, Act>();
  for (const act of acts) {
    const before = map.get(key(act));
    if (!before || (!hasDay(before) && hasDay(act))) map.set(key(act), act);
  }
  return [...map.values()];
}
