import { type Document, refOf } from '../../documents/document.ts';
import { announcementNumbers } from '../../lexicon/announcement-numbers.ts';
import { fold } from '../../lexicon/fold.ts';
import type { Finding, Reading } from '../finding.ts';
import { endUsesIn } from '../end-uses-in.ts';
import { readSentence, type Said } from './headline.ts';
import { goodsNamed } from '../item-list.ts';

// Nothing without one of these is about the subject; most of a day's news ends here.
const trigger =
  /export|sanction.{0,20}japan|(?:dual|military).use|rare.earth|shipment|embargo|black.?list|watch.?list|(?:control|entity) list|delist|gallium|germanium|antimony|graphite|tungsten|出口|兩用|两用|稀土|輸日|输日|管制|管控|名单|名單|断供|斷供|停签|停簽|輸出|両用|禁輸|レアアース|デュアルユース|希土類|軍事転用|リスト/i;

/** There are too many words for a control; a headline that names China is read in any case. */
const ofChina =
  /\b(?:china|chinese|beijing|mofcom)\b|中国|中國|商务部|商務部|商務省|北京|中方|陸方|[两兩三四多]部[门門]/i;

const japan = /japan|tokyo|日本|日企|日系|日商|日廠|日厂|[对對対]日/i;

/**
 * Reads a press item by headline and summary: does it report a new or changed measure, of what kind, against whom? It
 * yields a report, never a fact: counts, names and dates of the press are not taken over.
 */
export function readReport(document: Document): Reading {
  const silent = (rule: string, span: string = document.title): Reading => ({ kind: 'silent', why: [{ rule, span }] });
  if (!trigger.test(document.title) && !trigger.test(document.text) && !ofChina.test(document.title))
    return silent('not the subject');
  const title = withoutSlug(withoutOutlet(document.title, document.publisher));
  if (asks(title)) return silent('a question or an explanation');
  const headline = readSentence(title, false);
  if (headline === 'talk') return silent('comment, reaction, market or another measure');
  if (headline !== 'nothing') return reported(document, headline, title);
  for (const sentence of leadOf(document.text).filter((one) => !isHistory(one, document))) {
    const said = readSentence(sentence, true);
    if (typeof said !== 'string') return reported(document, said, sentence);
  }
  return silent('reports no act of China’s export control');
}

function reported(document: Document, said: Said, quote: string): Reading {
  const rule = `${said.rule}: ${said.action} ${said.instrument}`;
  if (said.reach === 'elsewhere') return { kind: 'silent', why: [{ rule: `${rule}, aimed elsewhere`, span: quote }] };
  if (said.nameless && !japan.test(`${document.title}\n${document.text}`))
    return { kind: 'silent', why: [{ rule: `${rule}, of nobody in Japan`, span: quote }] };
  const folded = fold(`${document.title}\n${document.text}`);
  const announcements = [...new Set(announcementNumbers(folded.text).map((citation) => citation.number))];
  const { action, instrument, reach } = said;
  const report = {
    action,
    instrument,
    reach,
    goods: goodsNamed(folded.text),
    endUses: endUsesIn(folded),
    announcements,
  };
  const finding: Finding = {
    document: refOf(document),
    reach,
    provisions: [{ action: 'report', report, quote }],
  };
  return { kind: 'finding', finding, why: [{ rule, span: quote }] };
}

/** Aggregators append " - Outlet", which may be called "China Daily". */
const withoutOutlet = (title: string, publisher: string): string =>
  publisher && title.endsWith(` - ${publisher}`)
    ? title.slice(0, -publisher.length - 3)
    : title.replace(/ [-–|] [A-Z][\w .&']{2,30}$/, '');

/** Wires number their versions: "UPDATE 2-China …". */
const withoutSlug = (title: string): string =>
  title.replace(
    /^(?:\((?:\d\w\w )?(?:lead|ld)\)|(?:update|wrapup|rpt|refile|corrected|exclusive|breaking(?: news)?|just in|urgent|alert|flash|recap)(?: \d+)?\s*[-–—:|])\s*/i,
    '',
  );

const asks = (title: string): boolean =>
  /[?？]\s*$/.test(title) ||
  /^(?:why|how|what|who|when|where|is|are|can|could|will|would|should|does|do|explainer|analysis|opinion|editorial|factbox|podcast|watch|commentary|column|letter)\b/i.test(
    title,
  );

/** "China put gallium under licence in August 2023", told years later. */
function isHistory(sentence: string, { publishedOn, publishedAt }: Document): boolean {
  const now = Number((publishedOn ?? publishedAt ?? '').slice(0, 4));
  const years = [...sentence.matchAll(/(?<!\d)20[0-3]\d(?!\d)/g)].map(([year]) => Number(year));
  return now > 0 && years.length > 0 && years.every((year) => year < now);
}

/** The first two sentences of a summary: further down stands the background. */
const leadOf = (text: string): readonly string[] =>
  text
    .slice(0, 1_000)
    .split(/\n+|(?<=[.!?]["”’]?)\s+(?=[A-Z“"‘])|(?<=[。！？])/)
    .slice(0, 2);
