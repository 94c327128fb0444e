import { catalogue } from '../sources/catalogue.ts';
import { addressOf, hostsOf } from '../sources/source.ts';

/** `news.example.co.jp` is of the site `example.co.jp`: two labels, or three where the registry sells the third. */
function siteOf(host: string): string {
  const labels = host.split('.');
  const [, second = ''] = labels.toReversed();
  const last = labels.at(-1) ?? '';
  const sold = last.length === 2 && /^(?:com?|net|org|gov?|edu|ac|ad|ed|gr|lg|ne|or)$/.test(second);
  return labels.slice(sold ? -3 : -2).join('.');
}

// The year stands in a path, and any will do.
const sites: ReadonlySet<string> = new Set(
  catalogue.flatMap((source) => hostsOf({ ...source, url: addressOf(source, 2026) }).map((host) => siteOf(host))),
);

/** Whether an address leads to a site of the catalogue, by https, http or either's usual port. */
export function isVouchedFor(address: string): boolean {
  const url = URL.parse(address);
  return (
    url !== null && /^https?:$/.test(url.protocol) && !url.username && !url.port && sites.has(siteOf(url.hostname))
  );
}
