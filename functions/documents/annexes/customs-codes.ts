/**
 * The customs codes of a cell: ten digits, sometimes eight; a narrow column breaks one into several lines.
 * @returns the codes, once each, and the digits that make none
 */
export function customsCodesIn(cell: string): { readonly codes: readonly string[]; readonly rest: string } {
  const plain = cell.normalize('NFKC').replace(/(?<=\d)[ \t]*\.[ \t]*(?=\d)/g, '');
  const pieces = plain.split(/[^\d]+/).filter((piece) => piece !== '');
  const longest = Math.max(0, ...pieces.map(({ length }) => length));
  const ways: (readonly string[] | undefined)[] = [[]];
  const cost: number[] = [0];
  // The fewest breaks and the most codes of ten digits explain the pieces best.
  for (let end = 1; end <= pieces.length; end++) {
    cost[end] = Infinity;
    for (let start = Math.max(0, end - 10); start < end; start++) {
      const before = ways[start];
      if (!before) continue;
      const digits = pieces.slice(start, end).join('');
      const made = codesOf(digits);
      // Lines break where the column ends: but for its last, each piece of a code is as long as any.
      const ragged = pieces.slice(start, end - 1).filter((piece) => piece.length < longest).length;
      const price = (cost[start] ?? 0) + (made ? made.price + 0.1 * (end - start - 1) + 3 * ragged : 100);
      if (end - start > 1 && !made) continue;
      if (price < (cost[end] ?? Infinity)) {
        cost[end] = price;
        ways[end] = [...before, ...(made?.codes ?? [`?${digits}`])];
      }
    }
  }
  const all = ways[pieces.length] ?? [];
  const rest = all.filter((code) => code.startsWith('?')).map((code) => code.slice(1));
  return { codes: [...new Set(all.filter((code) => !code.startsWith('?')))], rest: rest.join(' ') };
}

/** Ten digits are a code; eight are one too, six and four a heading; twenty are two codes that stand against each other. */
function codesOf(digits: string): { readonly codes: readonly string[]; readonly price: number } | undefined {
  const chapter = Number(digits.slice(0, 2));
  if (chapter < 1 || chapter > 98) return undefined;
  if (digits.length === 10) return { codes: [digits], price: 0 };
  if (digits.length === 8) return { codes: [digits], price: 1 };
  if (digits.length === 6 || digits.length === 4) return { codes: [digits], price: 5 };
  if (digits.length % 10 === 0 && digits.length <= 100)
    return { codes: Array.from({ length: digits.length / 10 }, (_, i) => digits.slice(10 * i, 10 * i + 10)), price: 1 };
  return undefined;
}
