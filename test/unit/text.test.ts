import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeText } from '../../formats/text/decode';
import { LineIndex } from '../../formats/text/lines';
import { nearest } from '../../formats/text/nearest';
import { otherLanguage } from '../../formats/recognise/endings';
import { isSkippedFolder } from '../../formats/recognise/folders';
import { matchesPattern } from '../../formats/recognise/patterns';
import { isMistaken, recognise } from '../../formats/recognise/recognise';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part)] : part)));

describe('decodeText', () => {
  it('reads UTF-8, and takes away its mark', () => {
    assert.deepEqual(decodeText(bytes('V é')), { text: 'V é', encoding: 'utf-8', binary: false });
    assert.deepEqual(decodeText(bytes([0xef, 0xbb, 0xbf], 'Run')), {
      text: 'Run',
      encoding: 'utf-8-bom',
      binary: false,
    });
  });

  it('reads UTF-16 of both orders by its mark', () => {
    assert.equal(decodeText(bytes([0xff, 0xfe, 0x52, 0, 0x75, 0])).text, 'Ru');
    assert.equal(decodeText(bytes([0xfe, 0xff, 0, 0x52, 0, 0x75])).text, 'Ru');
  });

  it('reads UTF-16 without a mark as editors do: where every second byte is NUL', () => {
    assert.equal(decodeText(bytes([0x52, 0, 0x75, 0])).text, 'Ru');
    assert.equal(decodeText(bytes([0, 0x52, 0, 0x75])).text, 'Ru');
    assert.equal(decodeText(bytes('Run', [0])).binary, true);
    assert.equal(decodeText(bytes([0, 0])).binary, true);
    assert.equal(decodeText(bytes([0xef, 0xbb, 0xbf, 0x52, 0])).binary, true, 'NULs behind a mark');
  });

  it('counts characters, not bytes, to the first NUL', () => {
    const eight = 'é'.repeat(8190);
    assert.equal(decodeText(bytes(`${eight}\0`)).binary, true);
    assert.equal(decodeText(bytes(`${eight}ééé\0`)).binary, false);
  });

  it('reads what is no UTF-8 as Latin-1', () => {
    assert.deepEqual(decodeText(bytes('Note caf', [0xe9])), { text: 'Note café', encoding: 'latin-1', binary: false });
  });

  it('says that bytes with NULs are binary', () => {
    assert.deepEqual(decodeText(bytes('HDF', [0, 1, 2])), { text: '', encoding: 'utf-8', binary: true });
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (any) => typeof decodeText(any).text === 'string'));
  });
});

describe('LineIndex', () => {
  it('counts LF, CRLF and lone CR as line ends', () => {
    const lines = new LineIndex('a\nbc\r\nd\re');
    assert.equal(lines.lineCount, 4);
    assert.deepEqual(lines.positionAt(3), { line: 1, character: 1 });
    assert.deepEqual(lines.positionAt(6), { line: 2, character: 0 });
    assert.deepEqual(lines.positionAt(8), { line: 3, character: 0 });
    assert.equal(lines.lineEnd(1), 4);
    assert.equal(lines.lineEnd(2), 7);
    assert.equal(lines.lineEnd(3), 9);
  });

  it('keeps positions past a line’s end, or past the text, inside', () => {
    const lines = new LineIndex('ab\ncd');
    assert.equal(lines.offsetAt({ line: 0, character: 99 }), 2);
    assert.equal(lines.offsetAt({ line: 99, character: 0 }), 5);
    assert.equal(lines.offsetAt({ line: -1, character: 0 }), 0);
    assert.deepEqual(lines.positionAt(99), { line: 1, character: 2 });
  });

  it('turns every offset into a position and back', () => {
    const text = fc.array(fc.constantFrom('a', '\n', '\r', '\r\n', 'é')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (any) => {
        const lines = new LineIndex(any);
        for (let offset = 0; offset <= any.length; offset++) {
          // Between CR and LF there is no place for a cursor.
          if (any[offset - 1] === '\r' && any[offset] === '\n') continue;
          assert.equal(lines.offsetAt(lines.positionAt(offset)), offset);
        }
      }),
    );
  });
});

describe('nearest', () => {
  const words = ['Report', 'Run', 'Stimulus', 'StimulusInject', 'EndTime', 'Dt'];
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['Stimuls', 'Stimulus'],
    ['stimulus', 'Stimulus'],
    ['StimulusInjcet', 'StimulusInject'],
    ['EndTme', 'EndTime'],
    ['dt', 'Dt'],
    ['Dx', undefined],
    ['Banana', undefined],
    ['Report', undefined],
  ];
  for (const [word, expected] of cases) {
    it(`${word} → ${expected ?? 'nothing'}`, () => assert.equal(nearest(word, words), expected));
  }
});

describe('recognise', () => {
  const config = 'Run Default\n{\n    Duration 1\n}\n';
  const target = '# cells\nTarget Cell Mosaic\n{\n}\n';
  const cases: readonly (readonly [name: string, head: string, expected: string | undefined])[] = [
    ['BlueConfig', '', 'blueconfig'],
    ['BlueConfig.replay', '', 'blueconfig'],
    ['CircuitConfig_nrn', '', 'blueconfig'],
    ['my.BlueConfig', '', 'blueconfig'],
    ['BlueConfig.SUCCESS', '', undefined],
    ['BlueConfig.json', '{}', undefined],
    ['_BlueConfig_', config, 'blueconfig'],
    ['simulation', config, 'blueconfig'],
    ['template.hoc', config, undefined],
    ['start.target', '', 'circuittarget'],
    ['user.target', '', 'circuittarget'],
    ['columns.target', target, 'circuittarget'],
    ['columns.txt', target, 'circuittarget'],
    ['spread.target', 'Target\n  Compartment\nZ\n{\n}\n', 'circuittarget'],
    ['multi-user.target', '[Unit]\nDescription=Multi-User System\nAllowIsolate=yes\n', undefined],
    ['empty.target', '', 'circuittarget'],
    ['notes', 'Target Cell counts are given below.\n', undefined],
    ['image.png', '\u0089PNG', undefined],
    // Editors compare names without regard to case.
    ['blueconfig', '', 'blueconfig'],
    ['User.Target', '', 'circuittarget'],
    // What lies beside a config under its name is none, whatever it quotes.
    ['BlueConfig.md', config, undefined],
    ['BlueConfig.py', config, undefined],
    ['BlueConfigParser.cpp', config, undefined],
    ['BlueConfig~', config, undefined],
    ['BlueConfig.bak', config, undefined],
    ['.BlueConfig.swp', config, undefined],
    ['BlueConfig.ORIG', config, undefined],
    ['targets.md', target, undefined],
    // `.txt` says nothing: the content does.
    ['BlueConfig.txt', 'Notes on the run.\n', undefined],
    ['BlueConfig.txt', config, 'blueconfig'],
  ];
  for (const [name, head, expected] of cases) {
    it(`${name} is ${expected ?? 'none of ours'}`, () => assert.equal(recognise(name, head), expected));
  }

  it('gives files beside a config to the editor that has a language for them', () => {
    assert.equal(otherLanguage('BlueConfig.md'), 'markdown');
    assert.equal(otherLanguage('BlueConfigParser.CPP'), 'cpp');
    assert.equal(otherLanguage('BlueConfig.SUCCESS'), undefined);
    assert.equal(otherLanguage('BlueConfig.replay'), undefined);
  });

  it('holds no file for a mistake whose ending says nothing', () => {
    assert.equal(isMistaken('BlueConfig.md', config), true);
    assert.equal(isMistaken('BlueConfig.txt', 'Notes.'), true);
    assert.equal(isMistaken('BlueConfig.txt', config), false);
    // Somebody chose the language of it by hand.
    assert.equal(isMistaken('simulation.replay', ''), false);
  });

  it('enters folders that only look like the output of tools', () => {
    assert.deepEqual(['out', 'dist', 'output', 'x86_64', '.git', 'node_modules'].filter(isSkippedFolder), [
      'x86_64',
      '.git',
      'node_modules',
    ]);
  });

  it('matches patterns as editors do', () => {
    assert.equal(matchesPattern('my.BlueConfig', ['*.BlueConfig']), true);
    assert.equal(matchesPattern('myxBlueConfig', ['*.BlueConfig']), false);
    assert.equal(matchesPattern('a+b[c]', ['a+b[c]']), true);
  });
});
