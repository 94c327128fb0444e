import { unreal } from './unreal.ts';

/** 中方已依法对镓、锗实施出口管制: told of what stands. */
export const alreadyDone = /(?:已(?:经)?依法|早已|此前已?|长期)[^,]{0,60}(?:实施|采取|加强|列入|纳入|禁止)/;

/** A clause that puts something under control or forbids it, itself. */
export function imposes(clause: string): boolean {
  if (unreal.test(clause) || alreadyDone.test(clause)) return false;
  return imposing.test(withoutListed(clause).replace(/(?:实施|采取|规定)的(?!决定|公告)(?:[^,。]{0,24}措施)?/g, '的'));
}

/** 列入…清单的商用密码: which goods are meant, and none put on a list. */
export const withoutListed = (clause: string): string =>
  clause.replace(/(?:被)?(?:列入|纳入)[^,。;]{0,40}(?:清单|目录|名单|范围)的/g, '的');

const imposing =
  /(?<!不再|暂停)实[施行](?:出口)?许可证?管理(?!货物|目录)|(?<!不再|继续)实施.{0,8}(?<!进口)管制(?!清单|物项|法|条例|管理)|(?<!(?:不(?:当然|会|再|是|一定|必然)?|未|并非|而非)被?)禁止.{0,60}?(?:出口|转移|提供)|(?:暂停|停止)(?:向|对)(?:日本?[^,]{0,8}|其|上述[^,]{0,8})(?:出口|供应|提供|销售)|不得[^,]{0,120}(?:出口|转移|提供)|不予(?:许可|批准)|(?:加强|收紧|强化).{0,40}(?:出口管制|出口许可)/;
