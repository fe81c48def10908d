import assert from 'node:assert/strict';
import path from 'node:path';
import { URI } from 'vscode-uri';
import { nodeLanguageService } from '../../server/src/service/nodeService.node';

const FOLDER = path.resolve('examples');
const service = nodeLanguageService([URI.file(FOLDER).toString()]);
const uriOf = (name: string): string => URI.file(path.join(FOLDER, name)).toString();

async function codesIn(name: string, ...severities: readonly string[]): Promise<string[]> {
  const found = await service.diagnostics(uriOf(name));
  return found.filter(({ severity }) => severities.includes(severity)).map(({ code }) => code);
}

describe('examples', () => {
  for (const name of ['circuit/CircuitConfig', 'circuit/start.target', 'circuit/thalamus/start.target']) {
    it(`${name} has nothing to say about`, async () => {
      assert.deepEqual(await codesIn(name, 'error', 'warning', 'information', 'hint'), []);
    });
  }

  it('the simulation has one warning, which README names', async () => {
    assert.deepEqual(await codesIn('simulation/BlueConfig', 'error', 'warning'), ['BC111']);
    for (const name of ['BlueConfig.replay', 'user.target', 'replay.target']) {
      assert.deepEqual(await codesIn(`simulation/${name}`, 'error', 'warning'), [], name);
    }
  });

  it('the pyramidal cell passes every check, and the interneuron only lacks an apical dendrite', async () => {
    const all = ['error', 'warning', 'information', 'hint'] as const;
    assert.deepEqual(await codesIn('morphologies/pyramidal-cell.swc', ...all), []);
    assert.deepEqual(await codesIn('morphologies/interneuron.asc', ...all), ['morph/check-has-apical-dendrite']);
  });

  for (const [name, least] of [
    ['broken/BlueConfig', 18],
    ['broken/user.target', 18],
    ['broken/neuron.swc', 10],
  ] as const) {
    it(`${name} makes each mistake that its comments name`, async () => {
      const text = (await service.document(uriOf(name)))?.text ?? '';
      const named = new Set(
        [...text.matchAll(/^\s*# ((?:(?:[A-Z]{2}\d{3}|morph\/[a-z-]+)(?:, )?)+):/gm)].flatMap(([, codes = '']) =>
          codes.split(', '),
        ),
      );
      const found = new Set(await codesIn(name, 'error', 'warning', 'information', 'hint'));
      assert.ok(named.size >= least, `${named.size} codes are named`);
      assert.deepEqual(
        [...named].filter((code) => !found.has(code)),
        [],
      );
    });
  }
});
