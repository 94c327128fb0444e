import * as v from 'valibot';
import { Misconfigured } from '../errors.ts';
import { isCharset } from './charset.ts';

/** The evidence ladder that every alert shows, strongest first. Only `official` text moves the register. */
export const authorities = ['official', 'state-media', 'press', 'trade-body'] as const;
export type Authority = (typeof authorities)[number];

export const languages = ['en', 'ja', 'zh'] as const;
export type Language = (typeof languages)[number];

const positive = (unit: string) =>
  v.pipe(v.number(), v.integer(), v.minValue(1, `Invalid value: Expected at least 1 ${unit}`));

const common = {
  /** Lower-case words joined by hyphens; never reused for another place, because the bookmark hangs on it. */
  id: v.pipe(
    v.string(),
    v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Invalid id: Expected lower-case words joined by hyphens'),
  ),
  publisher: v.pipe(v.string(), v.nonEmpty()),
  authority: v.picklist(authorities),
  language: v.picklist(languages),
  /** Absolute. `{year}` and `{last-year}` stand for the Beijing year of the poll. */
  url: v.pipe(
    v.string(),
    v.check(isWebUrl, 'Invalid URL: Expected an absolute http(s) address without user or fragment'),
  ),
  /** Minutes between polls. */
  every: positive('minute'),
  /** The fewest entries that a healthy answer lists. Fewer is a changed page, not "no news". */
  atLeast: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Days: a newest entry older than this means that the source is frozen, however healthy its answer. */
  newestWithin: v.optional(positive('day')),
  /** Entries a day, as last measured: many times more at once is a restructured archive, and is held. */
  perDay: v.optional(v.pipe(v.number(), v.gtValue(0))),
  /** Days back that the first poll reads, where a list reaches back for decades. */
  learnDays: v.optional(positive('day')),
  /** Other hosts that this source's redirects and links may lead to; everything else is refused. */
  hosts: v.optional(v.array(v.pipe(v.string(), v.regex(/^[a-z0-9.-]+(:\d+)?$/, 'Invalid host')))),
  /** For servers that declare no charset, or the wrong one. */
  charset: v.optional(
    v.pipe(
      v.string(),
      v.check(isCharset, 'Invalid charset: Expected a label of the WHATWG Encoding Standard, or hz-gb-2312'),
    ),
  ),
  /** What a date without a zone, or with an ambiguous one such as CST, means here. */
  zone: v.optional(v.picklist(['+08:00', '+09:00', '+00:00'])),
  /** It carries others' news and names them: what its items say of their outlets counts if it is one of `outlets.ts`. */
  aggregator: v.optional(v.boolean()),
  /** Why the catalogue leaves it off until a deployer turns it on. */
  off: v.optional(v.pipe(v.string(), v.nonEmpty())),
};

const unit = v.object({ webId: v.string(), pageId: v.string(), tplSetId: v.string(), tagId: v.string() });

const SourceSchema = v.variant('format', [
  /** RSS 0.9x/2.0, RDF 1.0 or Atom 1.0; headline and summary are the document. */
  v.strictObject({ ...common, format: v.literal('feed') }),
  /** MOFCOM's annual announcement index, server-rendered HTML. */
  v.strictObject({ ...common, format: v.literal('mofcom-index'), emptyInJanuary: v.optional(v.boolean()) }),
  /** Hanweb JPAAS unit API; `url` is the API, `column` the page whose `queryData` names the ids. */
  v.strictObject({
    ...common,
    format: v.literal('jpaas-list'),
    column: v.pipe(v.string(), v.url()),
    unit,
    pageSize: positive('row'),
  }),
  /** exportcontrol.mofcom.gov.cn's POST API. */
  v.strictObject({ ...common, format: v.literal('exportcontrol-list'), columnId: positive('column') }),
  /** gov.cn's latest-policy file. */
  v.strictObject({ ...common, format: v.literal('govcn-list') }),
]);

/** A place we look: address, format, authority, rhythm, the least it must yield. */
export type Source = v.InferOutput<typeof SourceSchema>;
export type SourceOf<F extends Source['format']> = Extract<Source, { format: F }>;

/**
 * Checks a Source that arrives from outside: a schedule's input, a settings block, an event file.
 * @throws Misconfigured naming each bad field, its value and what is allowed
 */
export function parseSource(value: unknown, where: string): Source {
  const result = v.safeParse(SourceSchema, value);
  if (result.success) return result.output;
  const faults = result.issues.map((issue) => `${v.getDotPath(issue) ?? 'source'}: ${issue.message}`);
  throw new Misconfigured(`${where}: ${faults.join('; ')}`);
}

/** The address to poll in a given Beijing year. */
export const addressOf = (source: Source, year: number): string =>
  source.url.replaceAll('{year}', String(year)).replaceAll('{last-year}', String(year - 1));

/** The hosts that a request made for this source may reach. */
export function hostsOf(source: Source): readonly string[] {
  const own = [source.url, ...(source.format === 'jpaas-list' ? [source.column] : [])];
  return [...new Set([...own.map((url) => new URL(url).host), ...(source.hosts ?? [])])];
}

function isWebUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return (url.protocol === 'https:' || url.protocol === 'http:') && !url.username && !url.password && !url.hash;
}
