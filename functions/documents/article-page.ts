import { addressOfLink } from './listed.ts';
import { type Attributes, visit } from './markup.ts';
import { oneLine, plainText } from './plain-text.ts';

/** What stands on an article's page, as it stands there. */
export interface ArticlePage {
  /** The body's words; '' when no known container holds any. */
  readonly text: string;
  readonly title?: string;
  /** `PubDate` or `publishTime`: Beijing time without saying so. `MakeTime` is when the page was built, and is not read. */
  readonly stamp?: string;
  /** `name (address)` of every file that the page offers. */
  readonly attachments: readonly string[];
  /** Where a page without words sends its reader: refresh, script, or the frame that holds the words. */
  readonly moved?: string;
}

// Where articles stand, best first: JPAAS (`ergodic="article"`, with `art-con-gonggao` for the header of a 公告), gov.cn,
// exportcontrol. Of exportcontrol's several `bd` boxes the article is the longest.
const containers: readonly ((attributes: Attributes, classes: readonly string[]) => boolean)[] = [
  ({ ergodic }, classes) => ergodic === 'article' || classes.some((name) => /^art-con(?:-|$)/.test(name)),
  ({ id }) => id === 'UCAP-CONTENT',
  (_, classes) => classes.includes('bd'),
];
// Share buttons and disclaimers that stand inside the container.
const ends = new Set(['article-tool', 'u-disclaimer-box', 'u-art-box-footer']);

const attachment = /\.(?:pdf|docx?|xlsx?|wps|et|ofd|zip|rar)(?:[?#]|$)|document\/download/i;

interface Region {
  readonly rank: number;
  readonly from: number;
  readonly element: string;
}

/** Reads an article's page in one pass. @param base its address, against which links are resolved */
export function readArticlePage(html: string, base: string): ArticlePage {
  const bodies: string[][] = containers.map(() => []);
  const metas = new Map<string, string>();
  const files = new Map<string, string>();
  let region: Region | undefined;
  let depth = 0;
  let heading: string | undefined;
  let inHeading = false;
  let link: { url: string; title: string; text: string } | undefined;
  let refresh: string | undefined;
  let frame: string | undefined;
  const endRegion = (at: number): void => {
    if (region) bodies[region.rank]?.push(plainText(html.slice(region.from, at)));
    region = undefined;
  };
  visit(html, {
    open: (name, attributes, end) => {
      const classes = (attributes['class'] ?? '').split(/\s+/);
      if (region) {
        if (name === region.element) depth++;
        if (classes.some((word) => ends.has(word))) endRegion(end);
      } else if (!voids.has(name)) {
        const rank = containers.findIndex((fits) => fits(attributes, classes));
        if (rank >= 0) [region, depth] = [{ rank, from: end, element: name }, 1];
      }
      if (name === 'meta') {
        metas.set((attributes['name'] ?? '').toLowerCase(), attributes['content'] ?? '');
        if (attributes['http-equiv']?.toLowerCase() === 'refresh') refresh ??= attributes['content'];
      } else if (name === 'iframe') frame ??= attributes['src'];
      else if (name === 'h1' && heading === undefined) [heading, inHeading] = ['', true];
      else if (name === 'a') {
        const url = attachment.test(attributes['href'] ?? '')
          ? addressOfLink(attributes['href'] ?? '', base)
          : undefined;
        link = url === undefined ? undefined : { url, title: attributes['title'] ?? '', text: '' };
      }
    },
    close: (name, start) => {
      if (name === region?.element && --depth === 0) endRegion(start);
      if (name === 'h1') inHeading = false;
      if (name === 'a' && link) {
        files.set(link.url, `${oneLine(link.title) || oneLine(link.text) || 'attachment'} (${link.url})`);
        link = undefined;
      }
    },
    text: (words) => {
      if (inHeading) heading = (heading ?? '') + words;
      if (link) link.text += words;
    },
  });
  endRegion(html.length);
  const [article = [], govcn = [], boxes = []] = bodies;
  const text = article.join('\n') || govcn.join('\n') || boxes.reduce((a, b) => (b.length > a.length ? b : a), '');
  const title = oneLine(metas.get('articletitle') || scriptVariable(html, 'title') || heading || '');
  const stamp = metas.get('pubdate') || scriptVariable(html, 'publishTime');
  const target = refreshTarget(refresh) ?? scriptTarget(html) ?? frame;
  const moved = target === undefined ? undefined : addressOfLink(target, base);
  return {
    text,
    ...(title && { title }),
    ...(stamp && { stamp }),
    attachments: [...files.values()],
    ...(moved && { moved }),
  };
}

const voids = new Set(['area', 'br', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);

/** exportcontrol's articles state their title and time in an inline script: `var title='…';` */
const scriptVariable = (html: string, name: string): string | undefined =>
  new RegExp(`\\bvar\\s{1,9}${name}\\s{0,9}=\\s{0,9}(['"])(.{0,600}?)\\1\\s{0,9};`).exec(html)?.[2];

const refreshTarget = (content = ''): string | undefined =>
  /^\s{0,9}\d{0,4}\s{0,9}[;,]\s{0,9}url\s{0,9}=\s{0,9}["']?([^"']{1,1500})/i.exec(content)?.[1];

/** Legacy pages send on by script, `_cofing1={href:"…"` (their spelling) among them (RSSHub gov/mofcom/article.ts). */
const scriptTarget = (html: string): string | undefined =>
  /(?:location(?:\.href)?\s{0,9}=\s{0,9}|location\.(?:replace|assign)\(\s{0,9}|_cofing1\s{0,9}=\s{0,9}\{\s{0,9}href\s{0,9}:\s{0,9})["']([^"'\s]{1,1500})["']/.exec(
    html,
  )?.[1];
