import assert from 'node:assert/strict';
import { LanguageService } from '../../server/src/service/languageService';
import { FileCache } from '../../server/src/workspace/fileCache';
import { isInside, relativePath, resolvePath } from '../../server/src/workspace/paths';
import type { PathReference } from '../../server/src/workspace/facts';
import { MemoryWorkspace } from '../support/memoryWorkspace';

const config = (targetFile: string, target: string): string =>
  `Run Default\n{\n    CircuitPath circuit\n    TargetFile ${targetFile}\n    CircuitTarget ${target}\n}\n`;
const target = (name: string, members: string): string => `Target Cell ${name}\n{\n    ${members}\n}\n`;

/** Two configs of one circuit, each with target files of its own. */
function twoConfigs(): { workspace: MemoryWorkspace; service: LanguageService } {
  const workspace = new MemoryWorkspace();
  workspace.write('file:///ws/circuit/start.target', target('Mosaic', 'a1 a2 a3'));
  workspace.write('file:///ws/BlueConfig', config('user.target', 'Small'));
  workspace.write('file:///ws/user.target', target('Small', 'a1'));
  workspace.write('file:///ws/BlueConfig.other', config('other.target', 'Small'));
  workspace.write('file:///ws/other.target', target('Small', 'a2 a3') + target('Mine', 'Mosaic'));
  return { workspace, service: new LanguageService(workspace) };
}

const at = (line: number, character: number) => ({ line, character });
const places = (locations: readonly { uri: string; range: { start: { line: number } } }[]): string[] =>
  locations.map(({ uri, range }) => `${uri.replace('file:///ws/', '')}:${range.start.line + 1}`).sort();

describe('files that belong together', () => {
  it('each config sees the targets of its own files', async () => {
    const { service } = twoConfigs();
    assert.deepEqual(places(await service.definition('file:///ws/BlueConfig', at(4, 20))), ['user.target:1']);
    assert.deepEqual(places(await service.definition('file:///ws/BlueConfig.other', at(4, 20))), ['other.target:1']);
    assert.deepEqual([...((await service.resolveMembers('file:///ws/BlueConfig', 'Small'))?.cells ?? [])], [1]);
    assert.deepEqual(
      [...((await service.resolveMembers('file:///ws/BlueConfig.other', 'Mine'))?.cells ?? [])],
      [1, 2, 3],
    );
  });

  it('a name of one config is not renamed with that of another', async () => {
    const { service } = twoConfigs();
    const edit = await service.rename('file:///ws/BlueConfig', at(4, 20), 'Tiny');
    assert.deepEqual(edit.files.map(({ uri }) => uri).sort(), ['file:///ws/BlueConfig', 'file:///ws/user.target']);
  });

  it('a name of a shared file is found in all that use it', async () => {
    const { service } = twoConfigs();
    assert.deepEqual(places(await service.references('file:///ws/circuit/start.target', at(0, 13), true)), [
      'circuit/start.target:1',
      'other.target:7',
    ]);
  });

  it('a target file knows the configs that use it', async () => {
    const { service } = twoConfigs();
    assert.equal(
      (await service.status('file:///ws/circuit/start.target'))?.text,
      'Used by: BlueConfig, BlueConfig.other · 3 target files · 3 cells',
    );
    assert.equal(
      (await service.status('file:///ws/BlueConfig'))?.text,
      'Circuit: BlueConfig · 2 target files · 3 cells',
    );
  });

  it('a file that no config names is read with its companion', async () => {
    const workspace = new MemoryWorkspace();
    workspace.write('file:///ws/start.target', target('Mosaic', 'a1 a2'));
    workspace.write('file:///ws/user.target', target('All', 'Mosaic'));
    const service = new LanguageService(workspace);
    assert.deepEqual([...((await service.resolveMembers('file:///ws/user.target', 'All'))?.cells ?? [])], [1, 2]);
  });

  it('an unsaved text counts, not what is on disk', async () => {
    const { service } = twoConfigs();
    service.openDocument('file:///ws/user.target', 'circuittarget', 1, target('Small', 'a7 a8'));
    assert.deepEqual([...((await service.resolveMembers('file:///ws/BlueConfig', 'Small'))?.cells ?? [])], [7, 8]);
    service.closeDocument('file:///ws/user.target');
    assert.deepEqual([...((await service.resolveMembers('file:///ws/BlueConfig', 'Small'))?.cells ?? [])], [1]);
  });

  it('a config that includes itself as its target file is read once', async () => {
    const workspace = new MemoryWorkspace();
    workspace.write('file:///ws/BlueConfig', config('BlueConfig', 'Small'));
    const service = new LanguageService(workspace);
    assert.equal((await service.listTargets('file:///ws/BlueConfig')).length, 0);
  });
});

describe('openDocument', () => {
  it('says whether others may have to be checked again', () => {
    const { service } = twoConfigs();
    const open = (text: string, version: number) =>
      service.openDocument('file:///ws/user.target', 'circuittarget', version, text);
    assert.equal(open(target('Small', 'a1'), 1), true, 'a first text');
    assert.equal(open(`# remark\n${target('Small', 'a1')}`, 2), false, 'a comment, though everything moves');
    assert.equal(open(target('Small', 'a1 a2'), 3), true, 'another member');
    assert.equal(open(target('Smaller', 'a1 a2'), 4), true, 'another name');
  });
});

describe('FileCache', () => {
  const reference = (path: string, ...candidates: string[]): PathReference => ({
    span: { start: 0, end: 0 },
    path,
    key: 'TargetFile',
    expects: 'file',
    role: 'input',
    candidates,
  });

  it('finds the first candidate that is there', async () => {
    const workspace = new MemoryWorkspace();
    workspace.write('file:///ws/b/x', '');
    const files = new FileCache(workspace);
    assert.deepEqual(await files.state(reference('x', 'file:///ws/a/x', 'file:///ws/b/x')), {
      kind: 'file',
      uri: 'file:///ws/b/x',
    });
  });

  it('tells missing from out of reach', async () => {
    const files = new FileCache(new MemoryWorkspace());
    assert.equal((await files.state(reference('x', 'file:///ws/deep/er/x'))).kind, 'missing');
    assert.equal((await files.state(reference('/gpfs/project/x', 'file:///gpfs/project/x'))).kind, 'unreachable');
  });

  it('finds another spelling', async () => {
    const workspace = new MemoryWorkspace();
    workspace.write('file:///ws/User.target', '');
    const state = await new FileCache(workspace).state(reference('user.target', 'file:///ws/user.target'));
    assert.deepEqual(state, { kind: 'file', uri: 'file:///ws/User.target', spelling: 'User.target' });
  });

  it('says where it may not look', async () => {
    const workspace = new MemoryWorkspace();
    workspace.denied.add('file:///ws/x');
    assert.equal((await new FileCache(workspace).state(reference('x', 'file:///ws/x'))).kind, 'denied');
  });

  it('asks once for a place, until time passes or something changes', async () => {
    let now = 0;
    const workspace = new MemoryWorkspace();
    const files = new FileCache(workspace, 100, () => now);
    await files.stat('file:///ws/x');
    await files.stat('file:///ws/x');
    assert.equal(workspace.stats, 1);
    now = 101;
    await files.stat('file:///ws/x');
    assert.equal(workspace.stats, 2);
    files.invalidate();
    await files.stat('file:///ws/x');
    assert.equal(workspace.stats, 3);
  });
});

describe('paths', () => {
  it('resolve against a folder', () => {
    assert.equal(resolvePath('file:///ws/sim', '../circuit/'), 'file:///ws/circuit');
    assert.equal(resolvePath('file:///ws/sim', './/user.target'), 'file:///ws/sim/user.target');
    assert.equal(resolvePath('file:///ws/sim', '/gpfs/x'), 'file:///gpfs/x');
    assert.equal(resolvePath('file:///ws/sim', '.'), 'file:///ws/sim');
    assert.equal(resolvePath('file:///ws/sim', 'half \ud800 a pair'), 'file:///ws/sim/half%20%EF%BF%BD%20a%20pair');
  });

  it('are inside a folder or not', () => {
    assert.equal(isInside('file:///ws/a', 'file:///ws'), true);
    assert.equal(isInside('file:///wsa', 'file:///ws'), false);
    assert.equal(isInside('file:///ws', 'file:///ws'), true);
  });

  it('are written from one file to another', () => {
    assert.equal(
      relativePath('file:///ws/sim/BlueConfig', 'file:///ws/circuit/start.target'),
      '../circuit/start.target',
    );
    assert.equal(relativePath('file:///ws/BlueConfig', 'file:///ws/user.target'), 'user.target');
  });
});
