/** End users and end uses, as announcements and reports name them; patterns on folded text. */
export const endUses: readonly RegExp[] = [
  /(?:日本|境外|国外)?军事(?:最终)?用户/,
  /(?:日本|境外|国外)?军事(?:最终)?用途/,
  /一切有助于.{1,30}?用途/,
  /(?:提升|增强).{0,12}?军事(?:实力|能力).{0,16}?用途?/,
  /大规模杀伤性武器.{0,20}?(?:用途|载具|运载工具)/,
  /恐怖主义(?:目的|用途)?/,
  /(?:all )?(?:japan'?s? |japanese )?military (?:end[- ])?users?/,
  /(?:japan'?s? |japanese )?military (?:purposes?|end[- ]uses?|uses?|applications?)/,
  /(?:any|all)(?: other)? end[- ]?us(?:e|er|es|ers)\b[^.\n]{0,40}?military (?:capabilit(?:y|ies)|strength|power|might)/,
  /军事(?:ユ-ザ-|ユーザー|利用者|目的)/,
  /军事力(?:の)?(?:向上|强化)[^。、\n]{0,20}/,
];
