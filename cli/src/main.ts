import { isMainThread, workerData } from 'node:worker_threads';
import { parseArguments } from './arguments';
import { runCheck } from './check/check';
import type { PoolThreadData } from './check/pool';
import { runCheckThread } from './check/thread';
import { runConvert } from './convert';
import { help, version } from './help';
import { runInspect } from './inspect/inspect';
import { runRead } from './read/read';
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
    case 'inspect':
      return runInspect(parsed);
    case 'read':
      return runRead(parsed);
    case 'convert':
      return runConvert(parsed);
    case 'lsp': {
      // Only here: a check has no use for the protocol.
      const { runLanguageServer } = await import('./lsp');
      runLanguageServer();
      return undefined;
    }
  }
}

function main(): void {
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
}

if (isMainThread) main();
else runCheckThread(workerData as PoolThreadData);
