/**
 * What a headline's words do, so that the reading can be written over roles instead of words:
 *
 * actors   `cn` China acting · `cnOf` China owning ("China's ban") · `jp` · `other` another country
 * aims     `toJp` exports to Japan, Japanese firms · `toOther` somebody else · `toCn` China is the one aimed at
 * objects  `control` an export control as a thing · `list` a list of parties · `dual` dual or military use · `goods` ·
 *          `export` · `firms`
 * verbs    `impose` · `imposed` its past or passive form · `halt` stops exports, or stops controls · `ease`
 * beside   `say` · `plan` · `new` · `spares` says who is not hit · `spokesman`
 * marks    `after` opens background, up to the next comma · `maybe` · `talk` comment · `react` · `market` · `remedy` other
 *          measures than export control · `past` an old story
 */
type Actor = 'cn' | 'cnOf' | 'jp' | 'other' | 'toJp' | 'toOther' | 'toCn';
type Thing = 'control' | 'list' | 'dual' | 'goods' | 'export' | 'firms';
type Verb = 'impose' | 'imposed' | 'halt' | 'ease' | 'say' | 'plan' | 'new' | 'spares' | 'spokesman';
type Mark = 'after' | 'maybe' | 'talk' | 'react' | 'market' | 'remedy' | 'past' | 'comma';
export type Role = Actor | Thing | Verb | Mark;

/** Patterns on folded text, by role. The longest match at a place wins. */
export type Vocabulary = Readonly<Partial<Record<Role, readonly string[]>>>;

/** Patterns parted by semicolons and white space. Raw: a backslash stays what it is in a pattern. */
export const words = (text: TemplateStringsArray, ...values: readonly string[]): readonly string[] =>
  String.raw(text, ...values)
    .split(/;\s+|\n\s*/)
    .map((word) => word.trim())
    .filter(Boolean);
