import { createServer, type Server } from 'node:http';
import { CONTENT_SECURITY_POLICY } from '../site/layout.ts';
import type { SiteFile } from '../site/site.ts';

/** A server of the pages that answers as the deployed site does, with the same policy. */
export function serveFiles(files: readonly SiteFile[]): Server {
  const byPath = new Map(files.map((file) => [`/${file.path}`, file]));
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = byPath.get(pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    if (!file) {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('No such page\n');
      return;
    }
    response
      .writeHead(200, {
        'content-type': file.type,
        'content-security-policy': CONTENT_SECURITY_POLICY,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'access-control-allow-origin': '*',
      })
      .end(file.body);
  });
}
