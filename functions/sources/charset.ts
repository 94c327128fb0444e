/**
 * Whether a page in this charset can be read: any label of the WHATWG Encoding Standard that stands for a charset, and HZ,
 * which the standard only replaces.
 */
export function isCharset(label: string): boolean {
  if (/^hz(?:-gb-?2312)?$/i.test(label)) return true;
  try {
    return new TextDecoder(label).encoding !== '';
  } catch (error) {
    if (error instanceof RangeError) return false; // a label that no browser knows says nothing
    throw error;
  }
}
