import { html } from '../html.ts';
import type { Page, Pen } from '../layout.ts';
import { dayOf, type SiteView } from '../view.ts';

/** Screening in the reader's browser: the form here, the work in `ask.js`; nothing that is entered leaves the page. */
export function askPage(view: SiteView, { text }: Pen): Page {
  const { ask, kinds, hows, unread, language } = text;
  return {
    name: 'ask',
    heading: text.pages.ask,
    script: 'ask.js',
    content: html`<p>${ask.intro}</p>
      <p class="note awake">${ask.private}</p>
      <noscript><p class="note">${ask.noScript}</p></noscript>
      <form id="ask" hidden>
        <label for="questions">${ask.label}</label>
        <textarea id="questions" name="questions" rows="5" autocomplete="off" spellcheck="false"></textarea>
        <label for="day">${ask.day}</label>
        <input id="day" name="day" type="date" value="${dayOf(view)}" />
        <label for="file">${ask.file}</label>
        <input id="file" name="file" type="file" accept=".csv,.tsv,.txt,text/csv,text/plain" />
        <button type="submit">${ask.button}</button>
      </form>
      <p id="status" role="status"></p>
      <div id="answers" data-phrases="${JSON.stringify({ ask, kinds, hows, unread, language })}"></div>`,
  };
}
