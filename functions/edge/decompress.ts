import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync, type ZlibOptions } from 'node:zlib';

type Coding = (bytes: Buffer, options: ZlibOptions) => Buffer;

const ifGzip: Coding = (bytes, options) =>
  bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, options) : bytes;

// `deflate` is zlib (RFC 9110 §8.4.1.2), and by an old misreading often bare deflate.
const inflate: Coding = (bytes, options) =>
  ((bytes[0] ?? 0) & 0x0f) === 8 ? inflateSync(bytes, options) : inflateRawSync(bytes, options);

const unlessText =
  (coding: Coding): Coding =>
  (bytes, options) => {
    try {
      return coding(bytes, options);
    } catch (error) {
      if (isText(bytes.subarray(0, 1_000).toString('latin1'))) return bytes;
      throw error;
    }
  };

// Brotli may begin with a bracket too, but soon has bytes that no text has.
const isText = (start: string): boolean =>
  /^(?:\xef\xbb\xbf|\s)*[<{[]/.test(start) && !/[\x00-\x08\x0e-\x1f]/.test(start);

const codings: ReadonlyMap<string, Coding> = new Map([
  ['br', unlessText(brotliDecompressSync)],
  ['deflate', unlessText(inflate)],
]);

// Nobody needs more; a header could name thousands, each a bomb of its own.
const MOST_CODINGS = 3;

/**
 * Undoes the compression of a body. Headers lie: gzip is known by its first bytes, announced or not, and a text that
 * was announced as compressed is taken as it stands.
 * @param encoding the `Content-Encoding` header
 * @param most bytes; a bomb is given up there, however much more it would unfold
 * @throws zlib's own errors: `ERR_BUFFER_TOO_LARGE` beyond `most`, others for a broken body
 */
export function decompress(body: Buffer, encoding: string | undefined, most: number): Buffer {
  const options: ZlibOptions = { maxOutputLength: most };
  const applied = (encoding ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .slice(-MOST_CODINGS);
  let bytes = body;
  for (const name of applied.reverse()) bytes = (codings.get(name) ?? ifGzip)(bytes, options);
  return ifGzip(bytes, options);
}
