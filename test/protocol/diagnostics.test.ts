import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CONFIG, simulationFolder, USER_TARGET, type SimulationFolder } from '../support/protocolWorkspace';
import { FULL_CAPABILITIES, positionOf, PUSH_CAPABILITIES, rangeOf, ServerProcess } from '../support/serverProcess';

describe('protocol: diagnostics that the client asks for', () => {
  let server: ServerProcess;
  let simulation: SimulationFolder;

  beforeEach(async () => {
    simulation = simulationFolder();
    server = await ServerProcess.start({ folders: [simulation.folder.uri] });
  });

  afterEach(() => {
    server.kill();
    simulation.folder.delete();
  });

  it('come with code, range, severity, source and category', async () => {
    const text = CONFIG.replace('ForwardSkip', 'ForwardSikp').replace('Target Small', 'Target Smal');
    await server.open(simulation.config, text);
    const found = await server.diagnostics(simulation.config);
    const unknownKey = found.find(({ code }) => code === 'BC103');
    assert.ok(unknownKey);
    assert.deepEqual(unknownKey.range, rangeOf(text, 'ForwardSikp'));
    assert.equal(unknownKey.severity, 2);
    assert.equal(unknownKey.source, 'BBP');
    assert.match(unknownKey.message as string, /`ForwardSkip`/);
    const unknownTarget = found.find(({ code }) => code === 'BC403');
    const position = positionOf(text, 'Target Smal\n', 'Target '.length);
    const end = { ...position, character: position.character + 'Smal'.length };
    assert.ok(unknownTarget);
    assert.deepEqual(unknownTarget.range, { start: position, end });
    assert.equal(unknownTarget.severity, 1);
    assert.deepEqual(unknownTarget.data, { category: 'reference' });
  });

  it('lead to the page that explains them, where it is packaged', async () => {
    await server.open(simulation.config, CONFIG.replace('ForwardSkip', 'ForwardSikp'));
    const found = (await server.diagnostics(simulation.config)).find(({ code }) => code === 'BC103');
    const href = found?.codeDescription?.href;
    if (!existsSync('docs/diagnostics.md')) assert.equal(href, undefined);
    else {
      assert.match(href ?? '', /^file:\/\/.*docs\/diagnostics\.md#bc103$/);
      assert.ok(existsSync(fileURLToPath((href ?? '').replace(/#.*/, ''))));
    }
  });

  it('name the other place of a duplicate', async () => {
    const text = `${USER_TARGET}\nTarget Cell Mosaic\n{\n    a1\n}\n`;
    await server.open(simulation.userTarget, text);
    const found = (await server.diagnostics(simulation.userTarget)).find(({ code }) => code === 'TG005');
    assert.ok(found);
    assert.equal(found.relatedInformation?.[0]?.location.uri, simulation.startTarget);
  });

  it('are not sent again where nothing changed', async () => {
    await server.open(simulation.config, CONFIG.replace('ForwardSkip', 'ForwardSikp'));
    const first = await server.report(simulation.config);
    assert.equal(first.kind, 'full');
    const second = await server.report(simulation.config, first.resultId);
    assert.deepEqual(second, { kind: 'unchanged', resultId: first.resultId });
    await server.change(simulation.config, 2, [{ text: CONFIG }]);
    const third = await server.report(simulation.config, first.resultId);
    assert.equal(third.kind, 'full');
    assert.notEqual(third.resultId, first.resultId);
  });

  it('follow edits in their order', async () => {
    await server.open(simulation.config, CONFIG);
    assert.ok(!(await server.codes(simulation.config)).includes('BC103'));
    const range = rangeOf(CONFIG, 'ForwardSkip');
    const letters = 'ForwardSikp'.split('');
    // Away with the word, then one letter after the other.
    await server.change(simulation.config, 2, [{ range, text: '' }]);
    for (const [index, letter] of letters.entries()) {
      const at = { ...range.start, character: range.start.character + index };
      await server.change(simulation.config, 3 + index, [{ range: { start: at, end: at }, text: letter }]);
    }
    const found = (await server.diagnostics(simulation.config)).find(({ code }) => code === 'BC103');
    assert.deepEqual(found?.range, range);
    await server.change(simulation.config, 20, [
      { range, text: 'X' },
      {
        range: { start: range.start, end: { ...range.start, character: range.start.character + 1 } },
        text: 'ForwardSkip',
      },
    ]);
    assert.ok(!(await server.codes(simulation.config)).includes('BC103'));
  });

  it('follow an edit of another file, after one request to ask again', async () => {
    await server.open(simulation.config, CONFIG);
    await server.open(simulation.userTarget, USER_TARGET);
    await server.refreshes.next();
    assert.ok(!(await server.codes(simulation.config)).includes('BC403'));
    const before = server.refreshes.count;
    // A burst of edits, each of which changes what the file defines.
    for (let version = 2; version < 30; version++) {
      await server.change(simulation.userTarget, version, [
        { text: USER_TARGET.replace('Cell Small', `Cell Small${version}`) },
      ]);
    }
    assert.equal((await server.codes(simulation.config)).filter((code) => code === 'BC403').length, 2);
    await server.refreshes.next();
    // One; a few where the machine is so busy that the burst comes in pieces.
    assert.ok(server.refreshes.count <= before + 3, `${server.refreshes.count - before} requests`);
    await server.change(simulation.userTarget, 30, [{ text: USER_TARGET }]);
    await server.refreshes.next();
    assert.ok(!(await server.codes(simulation.config)).includes('BC403'));
    await server.statusChanges.next();
  });

  it('go back to the disk when a file is closed', async () => {
    await server.open(simulation.config, CONFIG);
    await server.open(simulation.userTarget, '');
    assert.ok((await server.codes(simulation.config)).includes('BC403'));
    await server.close(simulation.userTarget);
    assert.ok(!(await server.codes(simulation.config)).includes('BC403'));
  });

  it('end when a missing file appears', async () => {
    const text = CONFIG.replace('user.target', 'later.target');
    await server.open(simulation.config, text);
    await server.refreshes.next();
    const missing = (await server.diagnostics(simulation.config)).filter(({ code }) => code === 'FS001');
    assert.equal(missing.length, 1);
    const registration = await server.registrations.next(({ registerOptions }) =>
      JSON.stringify(registerOptions).includes('later.target'),
    );
    const { watchers } = registration.registerOptions as { watchers: { globPattern: unknown }[] };
    assert.ok(
      watchers.some(({ globPattern }) => {
        const { baseUri, pattern } = globPattern as { baseUri?: string; pattern?: string };
        return baseUri === simulation.folder.uri && pattern === 'later.target';
      }),
      JSON.stringify(watchers),
    );
    const uri = simulation.folder.write('later.target', USER_TARGET);
    await server.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 1 }] });
    await server.refreshes.next();
    const codes = await server.codes(simulation.config);
    assert.ok(!codes.includes('FS001') && !codes.includes('BC403'), codes.join());
  });

  it('have places watched anew only when they are others', async () => {
    await server.open(simulation.config, CONFIG);
    const placesOf = (registration: { registerOptions?: unknown }): string =>
      JSON.stringify(registration.registerOptions);
    const first = await server.registrations.next((each) => placesOf(each).includes('user.target'));
    await server.change(simulation.config, 2, [
      { text: CONFIG.replace('CircuitTarget Mosaic', 'CircuitTarget Small') },
    ]);
    await server.report(simulation.config);
    await server.change(simulation.config, 3, [{ text: CONFIG.replace('user.target', 'other.target') }]);
    const second = await server.registrations.next((each) => placesOf(each).includes('other.target'));
    assert.equal(await server.unregistrations.next(), first.id, 'the old ones are given up');
    assert.notEqual(second.id, first.id);
    const watching = 'workspace/didChangeWatchedFiles';
    const own = await server.registrations.next(({ method }) => method === watching);
    assert.ok(placesOf(own).includes('BlueConfig*'), 'nothing else was registered but our kinds of files');
  });
});

describe('protocol: diagnostics that are sent', () => {
  let server: ServerProcess;
  let simulation: SimulationFolder;

  beforeEach(async () => {
    simulation = simulationFolder();
    server = await ServerProcess.start({ folders: [simulation.folder.uri], capabilities: PUSH_CAPABILITIES });
  });

  afterEach(() => {
    server.kill();
    simulation.folder.delete();
  });

  it('come after opening and after edits, with the version, and go with the file', async () => {
    const wrong = CONFIG.replace('ForwardSkip', 'ForwardSikp');
    await server.open(simulation.config, wrong);
    const first = await server.published.next(({ version }) => version === 1);
    assert.equal(first.uri, simulation.config);
    assert.ok(first.diagnostics.some(({ code }) => code === 'BC103'));
    assert.ok(
      first.diagnostics.every((each) => !('codeDescription' in each) && !('data' in each) && !('tags' in each)),
      'nothing that the client did not ask for',
    );
    await server.change(simulation.config, 2, [{ text: CONFIG }]);
    const second = await server.published.next(({ version }) => version === 2);
    assert.ok(!second.diagnostics.some(({ code }) => code === 'BC103'));
    await server.close(simulation.config);
    const last = await server.published.next(({ version }) => version === undefined);
    assert.deepEqual(last, { uri: simulation.config, diagnostics: [] });
  });

  it('come for the other open files that an edit concerns', async () => {
    await server.open(simulation.config, CONFIG);
    await server.open(simulation.userTarget, USER_TARGET);
    const ofConfig = ({ uri }: { uri: string }): boolean => uri === simulation.config;
    await server.published.next(ofConfig);
    await server.change(simulation.userTarget, 2, [{ text: '' }]);
    await server.published.next((each) => ofConfig(each) && each.diagnostics.some(({ code }) => code === 'BC403'));
  });

  it('come for no other file where an edit concerns none', async () => {
    await server.open(simulation.config, CONFIG);
    await server.open(simulation.userTarget, USER_TARGET);
    await server.statusChanges.next();
    await server.published.next(({ uri }) => uri === simulation.userTarget);
    const before = server.statusChanges.count;
    await server.change(simulation.userTarget, 2, [{ text: `# A remark\n\n${USER_TARGET}` }]);
    await server.published.next(({ version }) => version === 2);
    // What the edit set going has been said before this is answered.
    await server.at('hover', simulation.config, { line: 0, character: 0 });
    assert.equal(server.statusChanges.count, before);
  });
});

describe('protocol: settings', () => {
  let server: ServerProcess;
  const { folder, config } = simulationFolder();
  const wrong = CONFIG.replace('ForwardSkip', 'ForwardSikp');

  afterEach(() => {
    server.kill();
  });

  after(() => {
    folder.delete();
  });

  const severity = async (): Promise<number | undefined> =>
    (await server.diagnostics(config)).find(({ code }) => code === 'BC103')?.severity;

  it('are asked for once, and again when they change', async () => {
    server = await ServerProcess.start({ folders: [folder.uri], settings: { rules: { BC103: 'error' } } });
    await server.open(config, wrong);
    assert.equal(await severity(), 1);
    await server.refreshes.next();
    await server.report(config);
    assert.equal(server.settingsAsked, 1);
    server.settings = { rules: { BC103: 'off' } };
    await server.notify('workspace/didChangeConfiguration', { settings: null });
    await server.refreshes.next();
    assert.equal(await severity(), undefined);
    assert.equal(server.settingsAsked, 2);
  });

  it('that make no sense are passed over', async () => {
    for (const settings of [null, 'off', [], { rules: null }, { rules: ['BC103'] }, { rules: { BC103: 'loud' } }]) {
      server = await ServerProcess.start({ folders: [folder.uri], settings });
      await server.open(config, wrong);
      assert.equal(await severity(), 2, JSON.stringify(settings));
      server.kill();
    }
  });

  it('come along with the start, or with their change, from clients that cannot be asked', async () => {
    const capabilities = { textDocument: FULL_CAPABILITIES.textDocument ?? {} };
    const initializationOptions = { bbp: { rules: { BC103: 'hint' } } };
    server = await ServerProcess.start({ folders: [folder.uri], capabilities, initializationOptions });
    await server.open(config, wrong);
    assert.equal(await severity(), 4);
    await server.notify('workspace/didChangeConfiguration', { settings: { bbp: { rules: { BC103: 'error' } } } });
    assert.equal(await severity(), 1);
  });
});
