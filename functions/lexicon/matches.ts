/**
 * All matches of a global pattern, as `matchAll` gives them. `matchAll` copies the pattern at every call, which costs more
 * than the search where a pattern of many words is asked of many short texts.
 */
export function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex++;
  }
  return found;
}
