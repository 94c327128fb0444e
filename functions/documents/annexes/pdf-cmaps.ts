import packed from './chinese-cmaps.json' with { type: 'json' };

const maps: Readonly<Record<string, string>> = packed.maps;

/**
 * Gives pdf.js the tables of the encodings that PDF knows by name (ISO 32000-1, 9.7.5.2), for Simplified Chinese: a file whose font
 * is not embedded says by them alone which letters it holds. Nothing is fetched.
 */
export class ChineseMaps {
  /** pdf.js's name for it. It rejects for any other table, or other data: what needs that is then unread. */
  readonly fetch = ({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> => {
    const map = kind === 'cMapUrl' ? maps[filename.replace(/\.bcmap$/, '')] : undefined;
    return map === undefined
      ? Promise.reject(new Error(`no ${filename}`))
      : Promise.resolve(new Uint8Array(Buffer.from(map, 'base64')));
  };
}
