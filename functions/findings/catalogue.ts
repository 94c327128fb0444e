import type { UnreadReason } from '../documents/annexes/annex.ts';

/** One numbered entry of a licence catalogue or an item list. */
export interface CatalogueEntry {
  readonly number?: number;
  /** The control code as the list writes it, `1C902.c.3`; '' where the entry bears none. */
  readonly code: string;
  /** 参考商品名称; where there is none, the description's first words. */
  readonly name: string;
  /** 物项名称及描述, with its technical notes. */
  readonly description: string;
  readonly hsCodes: readonly string[];
  readonly unit: string;
  /** The headings over it, from the widest, parted by ` / `. */
  readonly section: string;
  readonly page: number;
}

/** A licence catalogue, or an item list, which has no part for imports. */
export interface Catalogue {
  readonly exports: readonly CatalogueEntry[];
  readonly imports: readonly CatalogueEntry[];
  /** What was not read, and what does not add up: gaps in the numbering, codes out of their order. */
  readonly doubts: readonly CatalogueDoubt[];
}

export interface CatalogueDoubt {
  readonly why: UnreadReason | 'numbering' | 'order' | 'code' | 'customs-code';
  readonly page?: number;
  readonly words?: string;
}

/** How a description is set and pointed is no change of it; a point within a figure is. */
export const wordsAlone = (description: string): string =>
  description
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/(?<!\d)[\p{P}\p{S}]|[\p{P}\p{S}](?!\d)/gu, '');
