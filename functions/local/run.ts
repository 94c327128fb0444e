/**
 * Runs a command, or with --help says what it is for. Whatever ends it ends it with one clear line and status 1: a mistake in its
 * use or its input with what to do, any other error with its name, and with where it arose when `WATCH_STACK=yes`.
 */
export async function run(help: string, act: () => Promise<void>): Promise<void> {
  if (process.argv.includes('--help')) {
    console.log(help);
    return;
  }
  // Whoever reads the output may have read enough: `| head`.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  try {
    await act();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const used = ((error as NodeJS.ErrnoException).code ?? '').startsWith('ERR_PARSE_ARGS');
    console.error(sentenceOf(error) + (used ? `\n${help}` : ''));
    if (process.env['WATCH_STACK'] === 'yes') console.error(error.stack);
    process.exitCode = 1;
  }
}

/** What happened, for people: our own errors say it, and so does the system of a file or an address. */
function sentenceOf(error: Error): string {
  const cloud = ofAws(error);
  if (cloud !== undefined) return cloud;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const ours = ['Misconfigured', 'SourceUnavailable', 'UnexpectedShape'].includes(error.name);
  const known = /^(?:E[A-Z]+|ERR_PARSE_ARGS\w*|Z_\w+|ResourceNotFound\w*)$/.test(code || error.name);
  if (ours || (known && error.message !== '')) return error.message;
  return `${error.name}: ${error.message || 'no reason given'}; this is a fault of the program (WATCH_STACK=yes shows where)`;
}

/** What AWS, or the SDK on the way to it, says, in one line; undefined for any other error. */
function ofAws(error: Error): string | undefined {
  const { name } = error;
  const [words = ''] = error.message.split('\n');
  if (name === 'CredentialsProviderError')
    return 'no AWS credentials: log in (aws configure, aws sso login), or set AWS_PROFILE';
  if (words === 'Region is missing') return 'no region: set AWS_REGION to where the watch is deployed';
  // Every answer of a service has it, and nothing else.
  if (!('$metadata' in error)) return undefined;
  return `AWS answered ${name}: ${words || 'no reason given'}; look at the names given, at AWS_REGION, and at the rights of your credentials`;
}
