import { Misconfigured } from '../errors.ts';
import type { OurLists, Own, OwnKind } from '../screening/own.ts';
import { idHeads, tableIn } from './table-file.ts';

/** Lists of our own as a file holds them, and the rows that are left out: which, what is wrong, what to do. */
export interface OwnListFile {
  readonly lists: OurLists;
  readonly faults: readonly string[];
}

const kindHeads = /^(?:kind|type|種別|区分|种类|类别|類別)$/i;
const nameHeads = /^(?:name|名称|名前|名|社名|会社名|企業名|品名|公司名称|企业名称)$/i;

/** What a row is, in the words of its keepers. */
const kinds: readonly (readonly [OwnKind, RegExp])[] = [
  ['customers', /^(?:customers?|end[- ]?users?|取引先|得意先|顧客|販売先|需要者|客户|用户)$/i],
  ['suppliers', /^(?:suppliers?|vendors?|仕入先|調達先|購買先|供应商|供應商|供货商)$/i],
  ['parts', /^(?:parts?|materials?|items?|goods|部品|部材|材料|品目|原料|零部件|零件|物料|物项)$/i],
];

const LONGEST = { id: 60, name: 300 };
const MOST = 30_000;

/**
 * Reads a table with the columns kind, id and name, one name a row; an id may stand in several rows. A row that cannot be
 * used is left out and named; the others are read.
 * @throws Misconfigured where no row can be used
 */
export function ownListsIn(file: string): OwnListFile {
  const { heads, rows } = tableIn(file);
  const column = (what: string, pattern: RegExp): string => {
    const found = heads.find((head) => pattern.test(head));
    if (found === undefined)
      throw new Misconfigured(`${file}: no column "${what}" among ${heads.join(', ')}; it has kind, id and name`);
    return found;
  };
  const columns = { kind: column('kind', kindHeads), id: column('id', idHeads), name: column('name', nameHeads) };
  const lists: Record<OwnKind, Own[]> = { customers: [], suppliers: [], parts: [] };
  const faults: string[] = [];
  for (const { number, row } of rows) {
    const cell = (name: keyof typeof columns): string => (row[columns[name]] ?? '').normalize('NFKC').trim();
    const [kind, id, name] = [cell('kind'), cell('id'), (row[columns.name] ?? '').trim()];
    const known = kinds.find(([, words]) => words.test(kind))?.[0];
    const fault = known === undefined ? faultOfKind(kind) : faultOf(id, name);
    if (fault !== undefined) faults.push(`row ${number}: ${fault}`);
    else if (known !== undefined) lists[known].push({ id, name });
  }
  const count = Object.values(lists).reduce((sum, { length }) => sum + length, 0);
  if (count === 0) throw new Misconfigured([`${file}: no row of it can be used`, ...faults.slice(0, 20)].join('\n'));
  if (count > MOST) throw new Misconfigured(`${file}: ${count} rows; allowed are ${MOST}`);
  return { lists, faults };
}

const faultOfKind = (kind: string): string =>
  `its kind is ${kind === '' ? 'empty' : JSON.stringify(kind.slice(0, 40))}; write customer, supplier or part`;

function faultOf(id: string, name: string): string | undefined {
  if (id === '') return 'it has no id; give it one of yours, which alerts then name';
  if (id.length > LONGEST.id || /\p{C}/u.test(id))
    return `its id is no mark of up to ${LONGEST.id} characters; shorten it`;
  if (name === '') return 'it has no name; write a name, a code or what the part is made of';
  if (name.length > LONGEST.name) return `its name has ${name.length} characters; allowed are ${LONGEST.name}`;
  return undefined;
}
