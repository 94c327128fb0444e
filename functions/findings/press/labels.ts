/**
 * What a headline may be: the first five report news of our subject, by act; the rest do not. `elsewhere` reports what
 * China does to others alone. The labels of `headlines/` are defined in README.md.
 */
export const acts = ['impose', 'ease', 'resume', 'clarify', 'plan'] as const;
export const others = [
  'elsewhere',
  'reaction',
  'market',
  'opinion',
  'history',
  'other-actor',
  'other-regime',
  'company',
  'unrelated',
] as const;
export const genres = [...acts, ...others] as const;
export type Act = (typeof acts)[number];
export type Genre = (typeof genres)[number];

/** By what, in the words of the labels. */
export const instruments = [
  'ban',
  'control-list',
  'watch-list',
  'unreliable-list',
  'items',
  'catalogue',
  'rule',
] as const;
/** Whom it reaches: Japan by name, or everybody and so Japan. */
export const reaches = ['japan', 'all'] as const;

/** The questions that one reading answers; the columns of the weights are their classes, in this order. */
export const heads = { genre: genres, instrument: instruments, reach: reaches } as const;
export type HeadName = keyof typeof heads;
