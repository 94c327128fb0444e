import { addressOfLink, baseIn } from './listed.ts';
import { type Attributes, tagsWhere, visit } from './markup.ts';
import { oneLine, plainText } from './plain-text.ts';

/** What stands on an article's page, as it stands there. */
export interface ArticlePage {
  /** The body's words; '' when no known container holds any. */
  readonly text: string;
  /** Whether any known container stands on it. */
  readonly contained: boolean;
  readonly title?: string;
  /** `PubDate` or `publishTime`: Beijing time without saying so. `MakeTime` is when the page was built, and is not read. */
  readonly stamp?: string;
  /** `name (address)` of every file that the page offers. */
  readonly attachments: readonly string[];
  /** The same files, by name and address. */
  readonly files: readonly { readonly name: string; readonly url: string }[];
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

const mostFiles = 50;
const file = /\.(?:pdf|docx?|xlsx?|wps|et|ofd|zip|rar)(?:[?#]|$)|document\/download/i;
/** Beside the body, only what was uploaded with an article: navigation offers files of its own. */
const upload = /\/attach\/|document\/download/i;

/** Reads an article's page. @param address its own, against which links are resolved unless it names another */
export function readArticlePage(html: string, address: string): ArticlePage {
  const base = baseIn(html, address);
  const metas = tagsWhere(html, (name) => name === 'meta');
  const meta = (wanted: string): string =>
    metas.find(({ name }) => name?.toLowerCase() === wanted.toLowerCase())?.content ?? '';
  const title = oneLine(meta('ArticleTitle') || scriptVariable(html, 'title'));
  const stamp = meta('PubDate') || scriptVariable(html, 'publishTime');
  const refresh = metas.find((attributes) => attributes['http-equiv']?.toLowerCase() === 'refresh')?.content;
  const frame = tagsWhere(html, (name, { src }) => (name === 'iframe' || name === 'frame') && src !== undefined)[0]?.[
    'src'
  ];
  const moved = addressOfLink(refreshTarget(refresh) ?? scriptTarget(html) ?? frame ?? '', base);
  const { body, contained } = bodyOf(html);
  const files = new Map([...filesIn(body, base, file), ...filesIn(html, base, upload)]);
  return {
    text: plainText(body),
    contained,
    ...(title && { title }),
    ...(stamp && { stamp }),
    attachments: [...files].map(([url, name]) => `${name} (${url})`),
    files: [...files].map(([url, name]) => ({ name, url })),
    ...(moved && { moved }),
  };
}

/** A container lasts until as many tags of its name have closed as opened; pages forget to close everything else. */
function bodyOf(html: string): { readonly body: string; readonly contained: boolean } {
  const found: string[][] = containers.map(() => []);
  let region: { readonly rank: number; readonly from: number; readonly element: string } | undefined;
  let depth = 0;
  const end = (at: number): void => {
    if (region) found[region.rank]?.push(html.slice(region.from, at));
    region = undefined;
  };
  visit(html, {
    open: (element, attributes, from) => {
      const classes = attributes['class']?.split(/\s+/) ?? [];
      if (!region) {
        const rank = containers.findIndex((fits) => fits(attributes, classes));
        if (rank >= 0) [region, depth] = [{ rank, from, element }, 1];
      } else if (classes.some((name) => ends.has(name))) end(from);
      else if (element === region.element) depth++;
    },
    close: (element, start) => {
      if (element === region?.element && --depth === 0) end(start);
    },
  });
  end(html.length);
  const [article = [], govcn = [], boxes = []] = found;
  const sizes = boxes.map((box) => plainText(box).length);
  const longest = boxes[sizes.indexOf(sizes.reduce((a, b) => Math.max(a, b), 0))] ?? '';
  return {
    body: article.join('\n') || govcn.join('\n') || longest,
    contained: found.some((regions) => regions.length > 0),
  };
}

/** The names of the files that markup links to, by address. */
function filesIn(html: string, base: string, wanted: RegExp): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  let link: { readonly url: string; readonly title: string; text: string } | undefined;
  visit(html, {
    open: (name, { href = '', title = '' }) => {
      if (name !== 'a') return;
      const url = wanted.test(href) ? addressOfLink(href, base) : undefined;
      link = url === undefined || files.size === mostFiles ? undefined : { url, title, text: '' };
    },
    close: (name) => {
      if (name !== 'a' || !link) return;
      files.set(link.url, oneLine(link.title) || oneLine(link.text) || 'attachment');
      link = undefined;
    },
    text: (words) => {
      if (link) link.text += words;
    },
  });
  return files;
}

/** exportcontrol's articles state their title and time in an inline script: `var title='…';` */
const scriptVariable = (html: string, name: string): string =>
  new RegExp(`\\bvar\\s{1,9}${name}\\s{0,9}=\\s{0,9}(['"])(.{0,600}?)\\1\\s{0,9};`).exec(html)?.[2] ?? '';

const refreshTarget = (content = ''): string | undefined =>
  /^\s{0,9}\d{0,4}\s{0,9}[;,]\s{0,9}url\s{0,9}=\s{0,9}["']?([^"']{1,1500})/i.exec(content)?.[1];

/** Legacy pages send on by script, `_cofing1={href:"…"` (their spelling) among them (RSSHub gov/mofcom/article.ts). */
const scriptTarget = (html: string): string | undefined =>
  /(?:location(?:\.href)?\s{0,9}=\s{0,9}|location\.(?:replace|assign)\(\s{0,9}|_cofing1\s{0,9}=\s{0,9}\{\s{0,9}href\s{0,9}:\s{0,9})["']([^"'\s]{1,1500})["']/.exec(
    html,
  )?.[1];
