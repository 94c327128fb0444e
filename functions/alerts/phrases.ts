/** A union told apart by `kind`, from a map of what each kind carries. */
export type Union<M> = { readonly [K in keyof M]: { readonly kind: K } & M[K] }[keyof M];

/** One phrase for each kind of a union: a missing one is a type error. */
export type Phrases<U extends { readonly kind: string }, A extends readonly unknown[] = []> = {
  readonly [K in U['kind']]: (said: Extract<U, { readonly kind: K }>, ...rest: A) => string;
};

/** A member of a union, put into words. */
export function phrase<U extends { readonly kind: string }, A extends readonly unknown[]>(
  phrases: Phrases<U, A>,
  said: U,
  ...rest: A
): string {
  // Each kind's phrase takes that kind; the pair cannot come apart, which TypeScript cannot follow through the index.
  return (phrases[said.kind as U['kind']] as (said: U, ...rest: A) => string)(said, ...rest);
}
