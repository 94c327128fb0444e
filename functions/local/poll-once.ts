// `npm run poll-once` starts quickly.js itself, which spares Node the compiler of this file.
process.argv.splice(2, 0, 'poll-listed');
await import(new URL('quickly.js', import.meta.url).href);

export {};
