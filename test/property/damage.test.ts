import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { LanguageService } from '../../server/src/service/languageService';
import { corpusFiles } from '../support/corpus';
import { MemoryWorkspace } from '../support/memoryWorkspace';
import { damage, RUNS } from '../support/random';

/** Files above this size are tried less often. */
const LARGE = 300_000;

/** No damaged file may take longer to be asked everything, in ms. */
const LIMIT = 5000;
const LARGE_LIMIT = 60_000;

interface Sample {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const examples = [
  'examples/simulation/BlueConfig',
  'examples/broken/BlueConfig',
  'examples/broken/user.target',
  'examples/circuit/start.target',
];
const fromCorpus: readonly Sample[] = corpusFiles('blueconfig', 'circuitconfig', 'target').map(({ file, format }) => ({
  name: format === 'target' ? 'user.target' : 'BlueConfig',
  bytes: readFileSync(file),
}));
const small: readonly Sample[] = [
  ...examples.map((name) => ({ name: path.basename(name), bytes: readFileSync(name) })),
  ...fromCorpus.filter(({ bytes }) => bytes.length < LARGE),
];
const large = fromCorpus.filter(({ bytes }) => bytes.length >= LARGE);

/** Every feature at some places of a file: none may throw, none may hang. */
async function useEverything(
  service: LanguageService,
  uri: string,
  text: string,
  places: readonly number[],
): Promise<void> {
  for (const { message } of await service.diagnostics(uri)) assert.doesNotMatch(message, /^Rule \w+ failed/);
  await service.outline(uri);
  await service.folding(uri);
  await service.links(uri);
  await service.status(uri);
  await service.listTargets(uri);
  await service.fixAll(uri);
  const document = await service.document(uri);
  for (const place of places) {
    const position = document?.lines.positionAt(Math.floor(place * text.length)) ?? { line: 0, character: 0 };
    await service.completion(uri, position);
    await service.hover(uri, position);
    await service.definition(uri, position);
    await service.references(uri, position, true);
    await service.highlights(uri, position);
    await service.codeActions(uri, { start: position, end: position });
    await service.resolvedTarget(uri, position);
  }
}

describe('damaged files', function () {
  this.timeout(Number(process.env['BBP_TEST_TIMEOUT'] ?? '120000'));

  const survives = (samples: readonly Sample[], limit: number) =>
    fc.asyncProperty(
      fc.constantFrom(...samples),
      fc.array(damage, { minLength: 1, maxLength: 3 }),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 4 }),
      async ({ name, bytes }, damages, places) => {
        const workspace = new MemoryWorkspace();
        const uri = `file:///ws/${name}`;
        const damaged = damages.reduce((each, change) => change(each), bytes);
        workspace.write(uri, damaged);
        const service = new LanguageService(workspace);
        const start = performance.now();
        await useEverything(service, uri, (await service.document(uri))?.text ?? '', places);
        assert.ok(performance.now() - start < limit, 'took too long');
      },
    );

  it('are answered for, and in time', async () => {
    await fc.assert(survives(small, LIMIT), { numRuns: RUNS * 3 });
  });

  it('are so when they are large', async function () {
    if (large.length === 0) this.skip();
    // What fails is not made smaller: each try takes long.
    await fc.assert(survives(large, LARGE_LIMIT), { numRuns: Math.ceil(RUNS / 12), endOnFailure: true });
  });
});
