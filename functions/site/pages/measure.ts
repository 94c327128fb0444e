import { newsDay } from '../../register/stories.ts';
import { html, type Html, type Part } from '../html.ts';
import { bounded, outward, type Page, type Pen, table } from '../layout.ts';
import type { Row, Version } from '../view.ts';
import { measureTable, stateOf } from './lines.ts';

const MOST_RELATED = 20;
const MOST_VERSIONS = 20;
const MOST_PARTIES = 200;
const MOST_ITEMS = 200;

/** One measure: what it is, whom and what it covers, and every version of it that was read, with its words. */
export function measurePage(row: Row, rows: readonly Row[], pen: Pen): Page {
  const { text, words } = pen;
  const { measure, page } = row;
  const versions = bounded(row.versions, MOST_VERSIONS, 'register.json', page, pen);
  return {
    name: page,
    heading: `${words.measureName(measure)}: ${words.what(measure)}`,
    content: html`<p>${stateOf(row, pen)}</p>
      <dl>
        ${facts(row, pen).map(
          ([name, value]) =>
            html` <dt>${name}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>
      ${partyTable(row, pen)} ${itemTable(row, pen)}
      <section>
        <h2>${text.versions}</h2>
        ${versions.shown.map((version) => versionOf(version, pen))} ${versions.rest}
      </section>
      <section>
        <h2>${text.related}</h2>
        ${measureTable(text.related, relatedTo(row, rows), page, pen)}
      </section>`,
  };
}

/** Living measures that a reader of this one should know too: aimed at Japan as it is, or on goods of its families. */
function relatedTo(row: Row, rows: readonly Row[]): readonly Row[] {
  const related: Row[] = [];
  for (const other of rows) {
    if (related.length === MOST_RELATED) break;
    const { kind } = other.standing;
    if (other === row || kind === 'lifted' || kind === 'expired') continue;
    if (row.measure.reach === 'japan' ? other.measure.reach === 'japan' : sharesGoods(row, other)) related.push(other);
  }
  return related;
}

const sharesGoods = (row: Row, other: Row): boolean =>
  other.measure.goods.some((family) => row.measure.goods.includes(family));

function facts({ measure }: Row, { text, words }: Pen): readonly (readonly [string, Part])[] {
  const { facts: names } = text;
  const { document, conditions, compiled, staged = [] } = measure;
  const dated = measure.dayNotStated ? text.notStated : words.day(measure.effectiveOn);
  return [
    [names.official, outward(document.url, document.title || measure.title)],
    [names.instrument, words.instrument(measure)],
    [names.reach, words.reach(measure)],
    [names.effective, dated],
    ...(measure.until ? [[names.until, words.day(measure.until)] as const] : []),
    ...(staged.length > 0
      ? [[names.staged, list(staged.map(({ on, part }) => `${words.day(on)}: ${part}`))] as const]
      : []),
    ...(measure.goods.length > 0 ? [[names.goods, words.goods(measure.goods)] as const] : []),
    ...(measure.endUses.length > 0 ? [[names.endUses, list(measure.endUses)] as const] : []),
    [names.thirdCountries, measure.extraterritorial ? text.yes : text.notNamed],
    ...(conditions && conditions.applicants.length > 0
      ? [[names.applicants, conditions.applicants.map((who) => text.applicants[who]).join('; ')] as const]
      : []),
    ...(conditions?.threshold
      ? [
          [
            names.threshold,
            html`${conditions.threshold.percent} % <q lang="zh">${conditions.threshold.quote}</q>`,
          ] as const,
        ]
      : []),
    ...(conditions?.presumptions ?? []).map(
      ({ quote }) => [names.presumption, html`<q lang="zh">${quote}</q>`] as const,
    ),
    ...(conditions?.exemptions ?? []).map(({ quote }) => [names.exemption, html`<q lang="zh">${quote}</q>`] as const),
    ...(measure.legalBasis.length > 0 ? [[names.basis, measure.legalBasis.join('; ')] as const] : []),
    ...(compiled
      ? [
          [names.compiled, text.notRead(compiled.from, words.day(compiled.completeTo))] as const,
          ...compiled.doubts.map((doubt) => ['', doubt] as const),
        ]
      : [[names.archived, html`<span class="hash">${document.fingerprint}</span>`] as const]),
  ];
}

const list = (lines: readonly string[]): Html =>
  html`<ul>
    ${lines.map((line) => html`<li>${line}</li>`)}
  </ul>`;

function partyTable({ measure, page }: Row, pen: Pen): Part {
  const { text, words } = pen;
  if (measure.listings.length === 0) return undefined;
  const title = text.parties(measure.listings.length);
  const { heads } = text;
  const { shown, rest } = bounded(measure.listings, MOST_PARTIES, 'parties.csv', page, pen);
  return html`<section>
    <h2>${title}</h2>
    ${table(
      title,
      [heads.number, heads.party, heads.japanese, heads.english, heads.from, heads.to],
      shown.map(({ party, from, until }, i) => [
        i + 1,
        html`<span lang="zh">${party.zh}</span>`,
        html`<span lang="ja">${party.ja}</span>`,
        party.en,
        words.day(from),
        until && words.day(until),
      ]),
      text.none,
    )}
    ${rest}
  </section>`;
}

function itemTable({ measure, page }: Row, pen: Pen): Part {
  const { text } = pen;
  if (measure.items.length === 0) return undefined;
  const title = text.items(measure.items.length);
  const { heads } = text;
  const { shown, rest } = bounded(measure.items, MOST_ITEMS, 'items.csv', page, pen);
  return html`<section>
    <h2>${title}</h2>
    ${table(
      title,
      [heads.codes, heads.customs, heads.item],
      shown.map(({ controlCodes, hsCodes, text: words }) => [
        controlCodes.join(', '),
        hsCodes.join(', '),
        html`<span lang="zh">${words}</span>`,
      ]),
      text.none,
    )}
    ${rest}
  </section>`;
}

function versionOf({ change, effects }: Version, { text, words }: Pen): Html {
  const { cause, number, observedAt } = change;
  const quotes = [...new Set(effects.flatMap((effect) => ('quote' in effect && effect.quote ? [effect.quote] : [])))];
  const document = 'document' in cause ? cause.document : undefined;
  return html`<article>
    <h3>${words.day(newsDay(change))} <small>#${number}</small></h3>
    <p>${words.headlines({ ...change, effects }).join('; ')}</p>
    ${quotes.map((quote) => html`<blockquote lang="zh">${quote}</blockquote> `)}${
      document &&
      html`<p>
        ${outward(document.url, document.title)} (${text.readAt} ${words.moment(observedAt)})<br />
        <span class="hash">SHA-256 ${document.fingerprint}</span>
      </p> `
    }
  </article> `;
}
