import { UnexpectedShape } from '../errors.ts';
import { outletOf } from '../sources/outlets.ts';
import { hostsOf, type Source } from '../sources/source.ts';
import { type ArticlePage, readArticlePage } from './article-page.ts';
import { mostlySpoilt } from './characters.ts';
import { refuseFalsePages } from './classify.ts';
import { decode } from './decode.ts';
import type { Document, Entry } from './document.ts';
import { documentIdOf, fingerprintOf } from './fingerprint.ts';
import type { Ask, Page } from './page.ts';
import { addDays, type BeijingDate, beijingDay, daysBetween, type Instant } from '../time.ts';
import { plainText } from './plain-text.ts';
import { dayOfStamp } from './written-dates.ts';

/** The request for an article; the edge refuses addresses beyond the source's hosts. */
export const articleAsk = (source: Source, url: string): Ask => ({ url, hosts: hostsOf(source) });

// Characters. The shortest announcement on record has 204; a shell's "来源：" line has a dozen.
const shortest = 30;
// The longest page that was tried in earnest had a million. Beyond this a function of 256 MB could not hold what is made of it.
const longest = 5_000_000;

/**
 * Reads an article's page, or says where a redirect stub leads.
 * @param now against which a page's own date is held
 * @throws UnexpectedShape when the page holds no article; SourceUnavailable ('blocked') when a challenge stands there
 */
export function readArticle(
  source: Source,
  entry: Entry,
  page: Page,
  now?: Instant,
): Document | { readonly moved: string } {
  if (isFile(page)) {
    const file = { name: entry.title, url: page.url };
    const words = { text: '', attachments: [`${file.name} (${file.url})`], files: [file] };
    return documentOf(source, entry, page, words, now);
  }
  const where = `${source.id} ${page.url}`;
  const html = decode(page, source.charset, where);
  if (html.length > longest) {
    throw new UnexpectedShape(`${where}: expected an article, found ${html.length} characters; open it and see`);
  }
  refuseFalsePages(html, where);
  const article = readArticlePage(html, page.url);
  const { text, moved, attachments } = article;
  const length = text.replace(/\s/g, '').length;
  if (length < shortest) {
    if (moved !== undefined && documentIdOf(moved) !== documentIdOf(page.url)) return { moved };
    // An announcement may be nothing but its attachment; then somebody must open that.
    if (attachments.length === 0) {
      throw new UnexpectedShape(
        `${where}: expected an article, found ${length} characters of one; open it and see`,
        !article.contained && bearsTitle(html, article, entry) ? 'unlike' : 'other',
      );
    }
  }
  if (/\[an error occurred while processing this directive\]/i.test(text)) {
    throw new UnexpectedShape(
      `${where}: expected an article, found its server’s error message; the next poll tries again`,
    );
  }
  const spoilt = mostlySpoilt(`${article.title ?? ''}${text}`, source.language);
  if (spoilt)
    throw new UnexpectedShape(`${where}: expected words, found ${spoilt}; the server lost the charset`, 'undecoded');
  return documentOf(source, entry, page, article, now);
}

/** Whether a page is that of a listed title, and has words beside it: not a shell, and not an error in the site's own frame. */
function bearsTitle(html: string, { title = '' }: ArticlePage, entry: Entry): boolean {
  const plain = (words: string): string => words.normalize('NFKC').replace(/\s/g, '');
  const words = plain(plainText(html));
  const wanted = plain(entry.title).replace(/[.…]+$/, '');
  return wanted.length >= 8 && words.length >= wanted.length + 200 && `${plain(title)}\n${words}`.includes(wanted);
}

/** A list may point straight at a PDF, a Word file or an archive, by whatever content type. */
const isFile = ({ bytes }: Page): boolean =>
  /^(?:%PDF|PK\x03\x04|\xd0\xcf\x11\xe0|Rar!)/.test(String.fromCharCode(...bytes.subarray(0, 4)));

// Days by which the day of a page may differ from that of its row, before it is taken for a slip of the pen.
const ASTRAY = 366;

/**
 * The day of a page's own stamp, unless it lies ahead, or years from the day on which it is listed: 2062 and 2016 were seen for
 * 2026.
 */
function dayOf(
  stamp: string | undefined,
  listed: BeijingDate | undefined,
  now: Instant | undefined,
): BeijingDate | undefined {
  const day = dayOfStamp(stamp ?? '');
  if (day === undefined || (now !== undefined && day > addDays(beijingDay(now), 1))) return listed;
  return listed !== undefined && Math.abs(daysBetween(day, listed)) > ASTRAY ? listed : day;
}

type Words = Pick<ArticlePage, 'text' | 'title' | 'stamp' | 'attachments' | 'files'>;

function documentOf(source: Source, entry: Entry, page: Page, article: Words, now: Instant | undefined): Document {
  // A listing shortens titles with an ellipsis; the page's own is whole.
  const title = article.title ?? entry.title;
  const publishedOn = dayOf(article.stamp, entry.publishedOn, now);
  return {
    id: documentIdOf(page.url),
    fingerprint: fingerprintOf(title, article.text),
    source: source.id,
    publisher: source.publisher,
    authority: source.authority,
    language: source.language,
    url: page.url,
    title,
    text: article.text,
    ...(publishedOn && { publishedOn }),
    ...(article.files.length > 0 && { unread: article.attachments, attachments: article.files }),
  };
}

/** What a list says of a page, where nothing else can be read of it. */
export function titleOnly(source: Source, entry: Entry): Document {
  return {
    id: documentIdOf(entry.url),
    fingerprint: fingerprintOf(entry.title, ''),
    source: source.id,
    publisher: source.publisher,
    authority: source.authority,
    language: source.language,
    url: entry.url,
    title: entry.title,
    text: '',
    ...(entry.publishedOn && { publishedOn: entry.publishedOn }),
  };
}

/**
 * Of the press, the feed's headline and summary are the document. It is the source's own word, whatever the item claims:
 * only an aggregator's items are another outlet's, and only where that outlet is known.
 */
export function pressDocument(source: Source, entry: Entry): Document {
  const text = entry.summary ?? '';
  const outlet = source.aggregator && entry.publisher !== undefined ? outletOf(entry.publisher) : undefined;
  const publisher = outlet ?? source.publisher;
  return {
    // Nobody asks who a silent one is, and nearly all of a feed is silent.
    get id() {
      return documentIdOf(entry.url, entry);
    },
    get fingerprint() {
      return fingerprintOf(entry.title, text);
    },
    source: source.id,
    publisher,
    ...(entry.publisher !== undefined && entry.publisher !== publisher && { saysFrom: entry.publisher }),
    authority: source.authority,
    language: source.language,
    url: entry.url,
    title: entry.title,
    text,
    ...(entry.publishedOn && { publishedOn: entry.publishedOn }),
    ...(entry.publishedAt && { publishedAt: entry.publishedAt }),
  };
}
