/**
 * Runs a command, or with --help says what it is for. A mistake in its use or its input ends it with one clear line and status 1, any other error with its
 * stack.
 */
export async function run(help: string, act: () => Promise<void>): Promise<void> {
  if (process.argv.includes('--help')) {
    console.log(help);
    return;
  }
  try {
    await act();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? '';
    const used = code.startsWith('ERR_PARSE_ARGS');
    const ours = ['Misconfigured', 'SourceUnavailable', 'UnexpectedShape'].includes(error.name);
    const known =
      ours ||
      used ||
      /^(?:ENOENT|EACCES|EISDIR|EADDRINUSE|ECONNREFUSED|ENOTFOUND|ResourceNotFound)/.test(code || error.name);
    console.error(known ? `${error.message}${used ? `\n${help}` : ''}` : error.stack);
    process.exitCode = 1;
  }
}
