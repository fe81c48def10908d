import { parseArguments } from './arguments';
import { runCheck } from './check';
import { help, version } from './help';
import { runTargets } from './targets';

/** Runs a command line; the number is the exit code, undefined where the program goes on (the language server). */
async function run(words: readonly string[]): Promise<number | undefined> {
  const parsed = parseArguments(words);
  if ('usage' in parsed) {
    process.stderr.write(`bbp: ${parsed.usage}\nTry: bbp --help\n`);
    return 2;
  }
  switch (parsed.command) {
    case 'help':
      process.stdout.write(help());
      return 0;
    case 'version':
      process.stdout.write(`${version}\n`);
      return 0;
    case 'check':
      return runCheck(parsed);
    case 'targets':
      return runTargets(parsed);
    case 'lsp': {
      // Only here: a check has no use for the protocol.
      const { runLanguageServer } = await import('./lsp');
      runLanguageServer();
      return undefined;
    }
  }
}

// `bbp check | head` closes our output early; that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

run(process.argv.slice(2)).then(
  (code) => {
    if (code !== undefined) process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`bbp: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 2;
  },
);
