/** Ends and uses that announcements name over and over, so that they can be read without Chinese. */
const kinds = [
  ['military-users', /军事(?:最终)?用户|軍事ユーザー|military (?:end[- ])?users?/i],
  ['military-uses', /军事(?:最终)?用途|軍事(?:利用|目的)|military (?:purposes?|end[- ]uses?|uses?|applications?)/i],
  ['military-strength', /军事(?:实力|能力|力)|軍事力|military (?:capabilit|strength|power|might)/i],
  ['mass-destruction', /大规模杀伤性武器|weapons of mass destruction/i],
  ['terrorism', /恐怖主义|terroris[mt]/i],
] as const;
export type EndUse = (typeof kinds)[number][0];

/** The known ones among an announcement's or a report's words. */
export const endUsesOf = (words: readonly string[]): readonly EndUse[] =>
  kinds.filter(([, pattern]) => words.some((word) => pattern.test(word))).map(([kind]) => kind);
