import { html } from '../html.ts';
import { type Page, type Pen, table, upFrom } from '../layout.ts';
import type { SiteView } from '../view.ts';

const NAME = 'about';

/** How the register is made, what it cannot say, and when each source was last read. */
export function aboutPage(view: SiteView, { text, words }: Pen): Page {
  const { heads } = text;
  const up = upFrom(NAME);
  return {
    name: NAME,
    heading: text.pages.about,
    content: html`${text.about.map(
        ([heading, paragraph]) =>
          html`<section>
            <h2>${heading}</h2>
            <p>${paragraph}</p>
          </section> `,
      )}
      ${table(
        heads.source,
        [heads.source, heads.state, heads.checked, heads.news],
        view.sources.map(({ id, publisher, state, checkedAt, changedAt }) => [
          `${publisher} (${id})`,
          text.states[state],
          checkedAt && words.moment(checkedAt),
          changedAt && words.moment(changedAt),
        ]),
        text.watchNever,
      )}
      <section>
        <h2>${text.data}</h2>
        ${table(
          text.data,
          [heads.file, heads.about],
          Object.entries(text.files).map(([file, about]) => [html`<a href="${up}${file}">${file}</a>`, about]),
          text.none,
        )}
      </section>`,
  };
}
