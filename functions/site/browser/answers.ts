import type { Answer, Match } from '../../screening/answer.ts';
import type { SiteText } from '../text/text.ts';

/** What of the page's texts its script needs. */
export type Phrases = Pick<SiteText, 'ask' | 'kinds' | 'hows' | 'unread' | 'language'>;
// A table of 20,000 rows freezes a telephone; the rest is in the file.
const SHOWN = 1_000;

/** Answers as rows of a spreadsheet. */
export const answerRows = (answers: readonly Answer[]): readonly Record<string, string>[] =>
  answers.map(({ id = '', question, on, verdict, matches }) => {
    const [first] = matches;
    return {
      id,
      question,
      on,
      verdict,
      measure: first?.measure ?? '',
      matched: first?.matched ?? '',
      how: first?.how ?? '',
      since: first?.since ?? '',
      until: first?.until ?? '',
      standing: first?.standing.kind ?? '',
      link: first?.link ?? '',
      all_measures: matches.map(({ measure }) => measure).join(' '),
    };
  });

function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  content: string | readonly Node[] = [],
  set: Partial<HTMLElementTagNameMap[K]> = {},
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(tag), set);
  made.append(...(typeof content === 'string' ? [content] : content));
  return made;
}

/** The ways to keep answers, each a button. */
export type Keeping = Readonly<Record<'csv' | 'xlsx' | 'print', () => void>>;

/** Shows answers as a table, what applies to everybody below it, and the ways to keep them. Only as texts: nothing is markup. */
export function showAnswers(answers: readonly Answer[], into: HTMLElement, phrases: Phrases, keeping: Keeping): void {
  const { ask } = phrases;
  const head = make(
    'tr',
    [ask.question, ask.verdict, ask.why].map((title) => make('th', title, { scope: 'col' })),
  );
  const rows = answers.slice(0, SHOWN).map((answer) => rowOf(answer, phrases));
  const table = make('table', [make('thead', [head]), make('tbody', rows)]);
  const wide = make('div', [table], { className: 'wide', tabIndex: 0 });
  wide.setAttribute('role', 'region');
  wide.setAttribute('aria-label', ask.verdict);
  const buttons = (['csv', 'xlsx', 'print'] as const).flatMap((way) => {
    const button = make('button', ask[way], { type: 'button', id: `save-${way}` });
    button.addEventListener('click', keeping[way]);
    return [button, new Text(' ')];
  });
  const [first] = answers;
  into.replaceChildren(make('p', buttons), wide, ...(first ? notesOn(first, phrases) : []));
}

function rowOf({ question, verdict, matches }: Answer, phrases: Phrases): HTMLTableRowElement {
  const measures = [...new Set(matches.map(({ measure }) => measure))];
  const why = measures.slice(0, 5).map((id) => {
    const met = matches.filter(({ measure }) => measure === id);
    const [first] = met;
    return first ? reasonOf(first, met, phrases) : new Text('');
  });
  return make('tr', [make('td', question), make('td', [make('strong', phrases.ask[verdict])]), make('td', why)]);
}

/** One measure that a question met: its page, how it stands, by which names, codes or items, and who must do what. */
function reasonOf(first: Match, met: readonly Match[], { kinds, hows }: Phrases): HTMLElement {
  const { title, since, until, standing, duty, link } = first;
  const days = [since, until].filter(Boolean).join(' – ');
  const lines = met.slice(0, 8).map(({ how, matched, party, items }) => {
    const whom = party
      ? [party.ja, party.zh, party.en].filter(Boolean).slice(0, 2).join(' / ')
      : (items?.[0]?.text ?? '');
    return make('li', `${whom && whom !== matched ? `${whom}: ` : ''}${matched} (${hows[how]})`);
  });
  const more = met.length > lines.length ? [make('li', `… +${met.length - lines.length}`)] : [];
  return make('div', [
    make('p', [linkTo(link, title), new Text(` ${kinds[standing.kind]}${days && `, ${days}`}`)]),
    make('ul', [...lines, ...more]),
    make('p', [make('small', duty)]),
  ]);
}

function notesOn({ alsoApplies, unread }: Answer, { ask, unread: kinds }: Phrases): readonly Node[] {
  const duties = alsoApplies.map(({ text, link }) =>
    make('li', link ? [new Text(`${text} `), linkTo(link, '↗')] : text),
  );
  const gaps = unread.map(({ kind, text, link }) =>
    make('li', [new Text(`${kinds[kind]}: `), link ? linkTo(link, text) : new Text(text)]),
  );
  return [
    ...(duties.length > 0 ? [make('h2', ask.alsoApplies), make('ul', duties)] : []),
    ...(gaps.length > 0 ? [make('h2', ask.unread), make('ul', gaps)] : []),
  ];
}

const linkTo = (address: string, label: string): Node =>
  /^https?:\/\//.test(address) ? make('a', label, { href: address, rel: 'noopener noreferrer' }) : new Text(label);
