import { Inflate } from 'fflate';

/** A member of an archive, as its central directory lists it. */
export interface Member {
  readonly name: string;
  readonly size: number;
  readonly isEncrypted: boolean;
  readonly bytes: () => Uint8Array;
}

export const zipBounds = { members: 5_000, bytes: 120_000_000, ratio: 500 } as const;

/** A ZIP that cannot be read: broken, or beyond its bounds. */
export class ZipRefused extends Error {
  override name = 'ZipRefused' as const;
  readonly tooLarge: boolean;
  constructor(message: string, tooLarge = false) {
    super(message);
    this.tooLarge = tooLarge;
  }
}

/**
 * Lists an archive's members by its central directory; each is unpacked only when asked for, and no further than the
 * directory says and the bounds allow.
 * @throws ZipRefused
 */
export function membersOf(zip: Uint8Array): readonly Member[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const members: Member[] = [];
  let total = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > zip.length || view.getUint32(at, true) !== 0x02014b50)
      throw new ZipRefused('its directory is broken');
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const packed = view.getUint32(at + 20, true);
    const size = view.getUint32(at + 24, true);
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ];
    const local = view.getUint32(at + 42, true);
    const name = nameOf(zip.subarray(at + 46, at + 46 + nameLength), (flags & 0x800) !== 0);
    at += 46 + nameLength + extra + comment;
    total += size;
    if (i >= zipBounds.members || total > zipBounds.bytes)
      throw new ZipRefused(`more than ${zipBounds.bytes} bytes unpacked`, true);
    if (size > 1_000_000 && size > zipBounds.ratio * packed)
      throw new ZipRefused(`${name} unpacks to ${size} bytes of ${packed}`, true);
    if (name.endsWith('/')) continue;
    members.push({
      name,
      size,
      isEncrypted: (flags & 1) !== 0,
      bytes: () => unpack(zip, view, { local, packed, size, method, name }),
    });
  }
  return members;
}

/** The end record stands last, before a comment of at most 65,535 bytes. */
function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw new ZipRefused('it has no directory');
}

// Names without the flag are in the packer's own charset: in China GB 18030.
function nameOf(bytes: Uint8Array, isUtf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(isUtf8 ? 'utf-8' : 'gb18030').decode(bytes);
  }
}

interface Place {
  readonly local: number;
  readonly packed: number;
  readonly size: number;
  readonly method: number;
  readonly name: string;
}

function unpack(zip: Uint8Array, view: DataView, { local, packed, size, method, name }: Place): Uint8Array {
  if (local + 30 > zip.length || view.getUint32(local, true) !== 0x04034b50)
    throw new ZipRefused(`${name} is not where its directory says`);
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const body = zip.subarray(from, from + packed);
  if (method === 0) return body;
  if (method !== 8) throw new ZipRefused(`${name} is packed by method ${method}`);
  const chunks: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate((chunk) => {
    length += chunk.length;
    // The directory may lie about the size.
    if (length > size) throw new ZipRefused(`${name} is larger than its directory says`, true);
    chunks.push(chunk);
  });
  // In pieces, so that a bomb is stopped as it unfolds.
  for (let at = 0; at < body.length; at += 16_384)
    inflate.push(body.subarray(at, at + 16_384), at + 16_384 >= body.length);
  return Buffer.concat(chunks);
}
