import type { Instead } from '../../functions/local/replica.ts';
import { feed, html, item, ok, type Row } from './row.ts';

const away = { state: 'degraded' } as const;
const answers = (status: number, body = '', headers: Readonly<Record<string, string>> = {}): readonly Instead[] => [
  { status, body, headers },
];
const leadsTo = (location: string, status = 302): readonly Instead[] => answers(status, '', { location });
const jsl = { 'x-via-jsl': 'a', 'set-cookie': '__jsluid_s=0' };

const reset: Instead = (request) => void request.socket.resetAndDestroy();
const newsAfter = (times: number): Instead => {
  let left = times;
  return (request, response) => {
    if (left-- > 0) request.socket.resetAndDestroy();
    else response.writeHead(200, { 'content-type': 'application/xml' }).end(feed(item('After a reset')));
  };
};

/** The source is not reached, or declines; nothing is said of its list. */
export const refusals: readonly Row[] = [
  { name: '403 of a firewall', seen: 'miniflux/v2#2781', source: 'index', serves: answers(403, 'Forbidden'), cause: /403/, ...away },
  { name: '405 of a cloud shield', seen: 'DIYgod/RSSHub#3208', source: 'index', serves: answers(405, '电信云防护'), cause: /405/, ...away },
  { name: '406 to a feed reader', seen: 'rbren/rss-parser#205', source: 'feed', serves: answers(406), cause: /406/, ...away },
  { name: '412 with a script', seen: 'DIYgod/RSSHub#5914', source: 'index', serves: answers(412, '<script>$_ts={}</script>'), cause: /412.*declines/, ...away },
  { name: '521 with a cookie to compute', seen: 'DIYgod/RSSHub#8896', source: 'index', serves: answers(521, '<script>document.cookie=1</script>', jsl), cause: /521.*declines/, ...away },
  {
    name: '521, 521, 412, 412, and then the page',
    seen: 'gsxt.gov.cn',
    source: 'feed',
    serves: [...answers(521), ...answers(521), ...answers(412), ...answers(412), ok(feed(item('Past the gate')))],
    state: 'ok',
    read: 1,
  },
  { name: '200 and a challenge', seen: 'zen-browser/www#396', source: 'feed', serves: [ok(html('<script src="/cdn-cgi/challenge-platform/h/b"></script>', 'Just a moment...'))], cause: /challenge/, ...away },
  { name: 'a challenge by header', seen: 'cf-mitigated', source: 'feed', serves: [{ status: 403, headers: { 'cf-mitigated': 'challenge' }, body: html('') }], cause: /declines/, ...away },
  { name: '404 after a redesign', seen: 'DIYgod/RSSHub#5879', source: 'index', serves: answers(404, 'not found'), cause: /404/, ...away },
  { name: '410', seen: 'feeds that closed', source: 'feed', serves: answers(410), cause: /410/, ...away },
  { name: '500', seen: 'any server', source: 'feed', serves: answers(500, 'error'), cause: /500/, ...away },
  { name: '502 of a proxy', seen: 'exportcontrol.mofcom.gov.cn', source: 'unit', serves: answers(502, 'Bad gateway'), cause: /502/, ...away },
  { name: '503', seen: 'any server', source: 'network', serves: answers(503), cause: /503/, ...away },
  { name: '429 without a time', seen: 'dgtlmoon/changedetection.io#962', source: 'feed', serves: answers(429, 'slow down'), cause: /429/, ...away },
  { name: '204', seen: 'any server', source: 'feed', serves: answers(204), state: 'down', cause: /204/ },
  { name: '304 that nobody asked for', seen: 'caches', source: 'network', serves: answers(304), state: 'down', cause: /304/ },
  { name: 'a reset, again and again', seen: 'aqygzj.mofcom.gov.cn', source: 'feed', serves: [reset], cause: /reset/, ...away },
  { name: 'a reset on the first try', seen: 'aqygzj.mofcom.gov.cn', source: 'feed', serves: [newsAfter(1)], state: 'ok', read: 1 },
  { name: 'half an answer', seen: 'overseas routes', source: 'index', serves: [(_, response) => void response.writeHead(200, { 'content-length': 9_999 }).write('<html>', () => response.destroy())], ...away },
  { name: 'no HTTP', seen: 'middleboxes', source: 'feed', serves: [(request) => void request.socket.end('220 smtp ready\r\n\r\n')], ...away },
  { name: 'a header bomb', seen: 'hostile servers', source: 'feed', serves: [(request) => void request.socket.end(`HTTP/1.1 200 OK\r\n${'x: y\r\n'.repeat(50_000)}\r\n`)], cause: /too large/, ...away },
  { name: 'a consent wall', seen: 'samuelclay/NewsBlur#2131', source: 'feed', serves: leadsTo('https://consent.google.com/ml?continue=1'), cause: /consent\.google\.com/, ...away },
  { name: 'a redirect to loopback', seen: 'the runtime API of Lambda', source: 'feed', serves: leadsTo('http://127.0.0.1:9001/2018-06-01/runtime/invocation/next'), cause: /127\.0\.0\.1/, ...away },
  { name: 'a redirect to the metadata service', seen: 'AWS', source: 'feed', serves: leadsTo('http://169.254.169.254/latest/meta-data/'), cause: /169\.254/, ...away },
  { name: 'a redirect to another site', seen: 'single sign-on', source: 'index', serves: leadsTo('https://login.example/sso', 301), cause: /login\.example/, ...away },
  { name: 'a redirect to itself', seen: 'cookie walls', source: 'feed', serves: leadsTo('https://www.scmp.com/rss/4/feed'), ...away },
]; // prettier-ignore
