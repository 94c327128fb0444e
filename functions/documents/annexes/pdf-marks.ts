import type { PDFPageProxy } from 'unpdf/pdfjs';
import {
  identity,
  type Matrix,
  type PageMarks,
  type PlacedGlyph,
  pointAt,
  type Stroke,
  times,
  upright,
} from './marks.ts';
import { draw } from './pdf-paths.ts';
import { letter, unknownLetter } from './radicals.ts';

/** The numbers of pdf.js's operators, by name. */
export type Operators = Readonly<Record<string, number>>;

interface Font {
  readonly fontMatrix?: readonly number[];
  readonly vertical?: boolean;
}

interface TextState {
  /** Why pdf.js could not load it, such as an encoding that it does not know; undefined before any was set. */
  font: Font | string | undefined;
  size: number;
  characterSpace: number;
  wordSpace: number;
  stretch: number;
  leading: number;
  rise: number;
  mode: number;
}

interface ShownGlyph {
  readonly unicode?: string;
  readonly width?: number;
  readonly isSpace?: boolean;
}

// A form may draw itself; what a page draws is bounded too.
const DEEPEST = 40;
const MOST_MARKS = 400_000;

/** Every character and straight stroke of a page, from the operators that draw it: no letter's place is guessed. */
export async function marksOf(page: PDFPageProxy, operators: Operators): Promise<PageMarks> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const names = new Map(Object.entries(operators).map(([name, number]) => [number, name]));
  const glyphs: PlacedGlyph[] = [];
  const strokes: Stroke[] = [];
  let ctm: Matrix = identity;
  let text = newText();
  const saved: { ctm: Matrix; text: TextState }[] = [];
  let lineMatrix: Matrix = identity;
  let at: readonly [number, number] = [0, 0];
  let lineStart: readonly [number, number] = [0, 0];
  const save = (): void => {
    if (saved.length < DEEPEST * 25) saved.push({ ctm, text: { ...text } });
  };
  const restore = (): void => {
    const before = saved.pop();
    if (before) ({ ctm, text } = before);
  };
  const move = (x: number, y: number): void => {
    lineStart = [lineStart[0] + x, lineStart[1] + y];
    at = lineStart;
  };

  function show(shown: readonly (ShownGlyph | number | null)[]): void {
    const { font, size, characterSpace, wordSpace, stretch, rise } = text;
    const advance = size * ((typeof font === 'object' ? font.fontMatrix?.[0] : undefined) ?? 0.001);
    let [x] = at;
    const matrix = times(ctm, lineMatrix);
    const scale = Math.hypot(matrix[2], matrix[3]) * Math.abs(size);
    // What an unknown font shows is missing, and must not go unseen.
    if (typeof font === 'string' && text.mode !== 3 && glyphs.length < MOST_MARKS) {
      const y = at[1] + rise;
      glyphs.push({
        text: unknownLetter,
        start: pointAt(matrix, x, y),
        end: pointAt(matrix, x + size, y),
        size: scale,
      });
    }
    for (const glyph of shown) {
      if (glyph === null) continue;
      if (typeof glyph === 'number') {
        x -= (glyph * size * stretch) / 1_000;
        continue;
      }
      const width = (glyph.width ?? 0) * advance;
      const next = x + (width + characterSpace + (glyph.isSpace ? wordSpace : 0)) * stretch;
      // Mode 3 draws nothing: it is a machine's guess under a picture, and no evidence.
      if (text.mode !== 3 && glyphs.length < MOST_MARKS) {
        const word = letter(glyph.unicode ?? '');
        if (word !== '') {
          const y = at[1] + rise;
          const end = x + width * stretch;
          glyphs.push({
            text: word,
            start: pointAt(matrix, x, y),
            end: pointAt(matrix, end === x ? x + 0.01 : end, y),
            size: scale,
          });
        }
      }
      x = next;
    }
    at = [x, at[1]];
  }

  for (let i = 0; i < fnArray.length; i++) {
    const args = (argsArray[i] ?? []) as readonly unknown[];
    const number = (n: number): number => (typeof args[n] === 'number' && Number.isFinite(args[n]) ? args[n] : 0);
    switch (names.get(fnArray[i] ?? -1) ?? '') {
      case 'save':
      case 'beginGroup':
        save();
        break;
      case 'restore':
      case 'endGroup':
        restore();
        break;
      case 'transform':
        ctm = times(ctm, matrixOf(args));
        break;
      case 'paintFormXObjectBegin':
        save();
        if (args[0]) ctm = times(ctm, matrixOf(Object.values(args[0])));
        break;
      case 'paintFormXObjectEnd':
        restore();
        break;
      case 'beginText':
        lineMatrix = identity;
        at = lineStart = [0, 0];
        break;
      case 'setFont':
        text.font = page.commonObjs.has(String(args[0]))
          ? (page.commonObjs.get(String(args[0])) as Font | string)
          : undefined;
        text.size = number(1);
        break;
      case 'setTextMatrix':
        lineMatrix = matrixOf(Object.values(args[0] ?? {}));
        at = lineStart = [0, 0];
        break;
      case 'setCharSpacing':
        text.characterSpace = number(0);
        break;
      case 'setWordSpacing':
        text.wordSpace = number(0);
        break;
      case 'setHScale':
        text.stretch = number(0) / 100;
        break;
      case 'setLeading':
        text.leading = -number(0);
        break;
      case 'setTextRise':
        text.rise = number(0);
        break;
      case 'setTextRenderingMode':
        text.mode = number(0);
        break;
      case 'moveText':
        move(number(0), number(1));
        break;
      case 'setLeadingMoveText':
        text.leading = number(1);
        move(number(0), number(1));
        break;
      case 'nextLine':
        move(0, text.leading);
        break;
      case 'showText':
      case 'showSpacedText':
        show((args[0] ?? []) as readonly ShownGlyph[]);
        break;
      case 'nextLineShowText':
        move(0, text.leading);
        show((args[0] ?? []) as readonly ShownGlyph[]);
        break;
      case 'nextLineSetSpacingShowText':
        text.wordSpace = number(0);
        text.characterSpace = number(1);
        move(0, text.leading);
        show((args[2] ?? []) as readonly ShownGlyph[]);
        break;
      case 'constructPath':
        if (strokes.length < MOST_MARKS) draw(args, operators, ctm, strokes);
        break;
    }
  }
  return upright(page.pageNumber, glyphs, strokes);
}

const newText = (): TextState => ({
  font: undefined,
  size: 0,
  characterSpace: 0,
  wordSpace: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
  mode: 0,
});

function matrixOf(values: readonly unknown[]): Matrix {
  const [a, b, c, d, e, f] = values.map((value) => (typeof value === 'number' && Number.isFinite(value) ? value : 0));
  return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0];
}
