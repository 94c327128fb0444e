import { webAddress } from '../alerts/safe-text.ts';
import { languages } from '../sources/source.ts';
import { Html, html, type Part } from './html.ts';
import type { SiteText } from './text/text.ts';
import { texts } from './text/texts.ts';
import { dayOf, type SiteView } from './view.ts';
import type { Words } from './words.ts';

/** What a page is made with: its language's texts and words. */
export interface Pen {
  readonly text: SiteText;
  readonly words: Words;
}

export interface Page {
  /** Its path without language and ending: `index`, `measures/mofcom-2026-1`. */
  readonly name: string;
  readonly heading: string;
  readonly content: Part;
  /** The script that it loads, by its path from the root; it must be readable without. */
  readonly script?: string;
}

/**
 * The policy of every page: nothing but our own files, no inline script or style, no frame, nothing sent anywhere. A workbook is
 * packed by a worker that the page makes of its own code, and that is bound by the same policy.
 */
export const CONTENT_SECURITY_POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; worker-src blob:; connect-src 'self'; img-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** From a page back to the root of the site: every link is relative, so that the site works wherever it lies. */
export const upFrom = (name: string): string => '../'.repeat(name.split('/').length);

/** A page with head, menu, language switch and foot. */
export function pageOf(page: Page, view: SiteView, { text, words }: Pen): string {
  const up = upFrom(page.name);
  const title = page.name === 'index' ? text.title : `${page.heading} · ${text.title}`;
  const policy = CONTENT_SECURITY_POLICY.replace("; frame-ancestors 'none'", '');
  const document = html`<!doctype html>
    <html lang="${text.tag}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <meta name="description" content="${text.intro}" />
        <link rel="stylesheet" href="${up}site.css" />
        <link rel="icon" href="${up}icon.svg" type="image/svg+xml" />
        ${languages.map(
          (language) =>
            html`<link rel="alternate" hreflang="${texts[language].tag}" href="${up}${language}/${page.name}.html" /> `,
        )}
        <link rel="alternate" type="application/atom+xml" href="${up}changes.atom" title="${text.pages.changes}" />
        ${page.script && html`<script type="module" src="${up}${page.script}"></script> `}
      </head>
      <body>
        <a class="skip" href="#content">${text.skip}</a>
        <header>
          <p class="site"><a href="${up}${text.language}/index.html">dual-use-watch</a></p>
          <nav aria-label="${text.menu}">
            <ul>
              ${Object.entries(text.pages).map(
                ([name, label]) =>
                  html` <li>
                    <a href="${up}${text.language}/${name}.html" ${current(name === page.name)}>${label}</a>
                  </li>`,
              )}
            </ul>
          </nav>
          <nav class="languages" aria-label="${text.languages}">
            <ul>
              ${languages.map(
                (language) =>
                  html` <li>
                    <a
                      href="${up}${language}/${page.name}.html"
                      lang="${texts[language].tag}"
                      hreflang="${texts[language].tag}"
                      ${current(language === text.language)}
                      >${texts[language].name}</a
                    >
                  </li>`,
              )}
            </ul>
          </nav>
        </header>
        <main id="content" tabindex="-1">
          <h1>${page.heading}</h1>
          ${page.content}
        </main>
        <footer>
          <p>
            ${text.madeAt}<time datetime="${dayOf(view)}">${words.day(dayOf(view))}</time
            >${text.journalUpTo(view.register.upTo)}
          </p>
          <p>${text.disclaimer}</p>
        </footer>
      </body>
    </html> `;
  return document.markup;
}

const current = (is: boolean): Html | undefined => (is ? new Html(' aria-current="page"') : undefined);

/**
 * As many as a page bears, which must stay light, and a line that says how many more there are and which file holds them all.
 * @param from the page's name
 */
export function bounded<T>(all: readonly T[], most: number, file: string, from: string, { text }: Pen): Bounded<T> {
  const more = all.length - most;
  const rest = more > 0 && html`<p>${text.more(more)} <a href="${upFrom(from)}${file}">${file}</a></p>`;
  return { shown: all.slice(0, most), rest };
}

interface Bounded<T> {
  readonly shown: readonly T[];
  readonly rest: Part;
}

/** A table that may be wider than a telephone: it scrolls by itself, also by keyboard. */
export function table(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly Part[])[],
  none: string,
): Html {
  if (rows.length === 0) return html`<p>${none}</p>`;
  return html`<div class="wide" role="region" aria-label="${caption}" tabindex="0">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (cells) =>
            html` <tr>
              ${cells.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** A link to an address of others, only where it leads to a site of the catalogue; any other is shown and is no link. */
export function outward(address: string, label: string): Part {
  const href = webAddress(address);
  if (href && !/^https?:\/\//.test(href)) return `${label} (${href})`;
  return href ? html`<a href="${href}" rel="noopener noreferrer">${label}</a>` : label;
}
