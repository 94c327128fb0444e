import { scaleLinear } from 'd3-scale';
import { type Html, html } from '../html.ts';

const WIDTH = 960;
const LABELS = 330;
const ROW = 28;

export interface Bar {
  readonly label: string;
  readonly count: number;
  readonly href?: string;
}

/** Counts as bars with their figures beside them; the figures are texts, so nothing is lost without colour. */
export function bars(title: string, rows: readonly Bar[], id: string): Html | undefined {
  if (rows.length === 0) return undefined;
  const x = scaleLinear([0, Math.max(...rows.map(({ count }) => count))], [0, WIDTH - LABELS - 60]);
  const height = rows.length * ROW + 6;
  return html`<figure class="wide" role="region" aria-label="${title}" tabindex="0">
    <svg class="picture" viewBox="0 0 ${WIDTH} ${height}" role="group" aria-labelledby="${id}">
      <title id="${id}">${title}: ${rows.map(({ label, count }) => `${label} ${count}`).join('; ')}</title>
      ${rows.map(({ label, count, href }, i) => {
        const name = html`<text x="0" y="${i * ROW + 18}">${label}</text>`;
        return html`${href ? html`<a href="${href}">${name}</a>` : name}
          <rect
            class="bar"
            x="${LABELS}"
            y="${i * ROW + 4}"
            width="${Math.max(2, Math.round(x(count)))}"
            height="${ROW - 10}"
          />
          <text x="${LABELS + Math.max(2, Math.round(x(count))) + 8}" y="${i * ROW + 18}">${count}</text> `;
      })}
    </svg>
    <figcaption>${title}</figcaption>
  </figure>`;
}
