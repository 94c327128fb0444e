/** Failures that another test shows, because they need more than one list: file and title. */
export const elsewhere: readonly (readonly [failure: string, file: string, title: string])[] = [
  ['a server that never answers, and sockets that stay open', 'edge/http-hostile.test.ts', 'a slow drip ends at the deadline, and nothing stays open'],
  ['a parser that takes quadratic time', 'documents/hostile-pages.test.ts', 'five seconds and 256 MB suffice for %s'],
  ['IPv6 that leads nowhere', 'edge/address-guard.test.ts', 'a name is reached over IPv4 first, and never at its private addresses'],
  ['a certificate that nobody trusts', 'edge/http-failures.test.ts', 'a server that speaks no TLS is no encrypted place'],
  ['two requests at once to one host', 'edge/turns.test.ts', 'a host is asked one thing at a time'],
  ['paging that answers page 1 for ever', 'documents/lists.test.ts', 'page 1 in answer to page 2 is caught by the number that the pager bears'],
  ['zones that are read as another country’s', 'documents/feeds.test.ts', 'CST and zoneless times are Chinese where the source is'],
  ['the page’s build taken for its publication', 'documents/articles.test.ts', 'an announcement is read with header, clauses and annex one a line, and its attachments are named'],
  ['one announcement at several addresses', 'stories/stories.test.ts', 'one announcement at three addresses is one alert'],
  ['a page that is edited in silence', 'stories/stories.test.ts', 'a silent edit that adds a company is an alert about that company'],
  ['a page that is deleted', 'stories/stories.test.ts', 'a page that vanishes lifts nothing, and the operator alone hears of it'],
  ['a charset that is told by nobody', 'documents/charsets.test.ts', 'where neither server nor page says any charset the source’s own serves, or the characters tell'],
]; // prettier-ignore

/** Failures that cannot befall this watch, why, and the addresses that it would have to ask for them. */
export const notHere: readonly (readonly [failure: string, because: string, addresses: RegExp])[] = [
  ['a public RSSHub instance is blocked, or its route is empty', 'no source is read through RSSHub', /rsshub/],
  ['GDELT limits a shared address', 'GDELT is no source', /gdelt/],
  ['gov.cn’s search gives one empty answer to every query', 'no source is a search', /sousuo\.|gov\.cn\/search/],
  ['a consent page is stored as an article’s text', 'of the press only the feed’s own words are read', /consent\./],
]; // prettier-ignore
