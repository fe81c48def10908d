import assert from 'node:assert/strict';
import { isMistaken, recognise } from '../../formats/recognise/recognise';
import { MorphologyTree } from '../../server/src/languages/morphology/tree';
import { LanguageService } from '../../server/src/service/languageService';
import { applyEdits, cursorPosition, fixture } from '../support/fixture';
import { MemoryWorkspace } from '../support/memoryWorkspace';

/** Soma, a dendrite that forks at sample 3, an axon. Distances are whole numbers. */
const SWC = `# CREATURE none
# id type x y z radius parent
1 1 0 0 0 5 -1
2 3 0 5 0 1 1
3 3 0 8 4 0.5 2
4 3 0 8 7 0.25 3
5 3 0 14 12 0.25 3
6 2 0 -5 0 0.5 1
7 2 0 -9 0 0.5 6
`;

const ASC = `; made by hand
; in two lines
("CellBody"
  (CellBody)
  (5 0 0 1) (0 5 0 1)
  (-5 0 0 1)
)
( (Color Red)
  (Dendrite)
  (0 5 0 2)  ; Root
  (0 8 4 1)
  (
    (0 8 7 0.5)
  |
    (0 14 12 0.5)
  )
)
("pia"
  (0 90 0 0) ; "a" ; b
)
`;

const SWC_URI = 'file:///ws/cell.swc';
const ASC_URI = 'file:///ws/cell.asc';

function serviceWith(files: Readonly<Record<string, string | Uint8Array>>) {
  const workspace = new MemoryWorkspace(['file:///ws']);
  for (const [name, content] of Object.entries(files)) workspace.write(`file:///ws/${name}`, content);
  return { workspace, service: new LanguageService(workspace) };
}

const { service } = serviceWith({ 'cell.swc': SWC, 'cell.asc': ASC });

/** The words that ranges cover, with their lines. */
function words(
  text: string,
  ranges: readonly { start: { line: number; character: number }; end: { character: number } }[],
) {
  const lines = text.split('\n');
  return ranges.map(
    ({ start, end }) => `${start.line + 1}: ${lines[start.line]?.slice(start.character, end.character) ?? ''}`,
  );
}

const rangesOf = <Range>(places: readonly { range: Range }[]): Range[] => places.map(({ range }) => range);

describe('recognition of morphologies', () => {
  it('takes .swc by its name, in any case', () => {
    assert.equal(recognise('cell.swc', ''), 'swc');
    assert.equal(recognise('CELL.SWC', 'anything'), 'swc');
    assert.equal(recognise('cell.swc.gz', ''), undefined);
    assert.equal(recognise('notes.txt', '1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n'), undefined);
  });

  it("leaves Adobe's components alone", () => {
    const archive = 'PK\u0003\u0004\u0014\u0000\u0008';
    assert.equal(recognise('flex.swc', archive), undefined);
    assert.equal(isMistaken('flex.swc', archive), true);
    assert.equal(isMistaken('cell.swc', SWC), false);
  });

  for (const [what, text] of [
    ['a soma', '("CellBody"\n  (Color Red)\n  (CellBody)\n  (1 1 0 1)'],
    ['a neurite behind remarks', '; a remark\n\n;\tanother ( one\n( (Color DarkCyan)\n  (Axon)\n'],
    ['a neurite on one line', '((Dendrite) (0 0 0 2) (0 5 0 2))'],
    ['a neurite with a remark in it', '( ; first\n (Apical)\n'],
    ['bare words', '(Sections)\n(Thumbnail (Cols 1) (Rows 1))\n'],
    ['a marker', '(Plus7\n  (Color White)\n  (Name "fat end")\n'],
    ['a contour', '("pia"\n  (Closed)\n  (0 1 2 3)\n'],
    ['the signature alone', ';\tV3 text file written for MicroBrightField products.\n'],
    ['Windows line ends', '; a remark\r\n\r\n("Cell Body"\r\n  (Color Red)\r\n'],
  ] as const) {
    it(`takes .asc that begins with ${what}`, () => {
      assert.equal(recognise('cell.asc', text), 'neurolucida');
      assert.equal(recognise('CELL.ASC', text), 'neurolucida');
      assert.equal(recognise('cell.lisp', text), undefined);
    });
  }

  for (const [what, text] of [
    ['nothing', ''],
    ['a PGP message', '-----BEGIN PGP MESSAGE-----\nVersion: GnuPG v2\n\nhQEMA8\n'],
    ['an AsciiDoc page', '= Title\n:toc:\n\n(Axon) is a word here.\n\n* ((Dendrite))\n'],
    ['an AsciiDoc attribute', '// a remark\n:author: (Axon)\n'],
    ['an ESRI grid', 'ncols 4\nnrows 6\nxllcorner 0.0\ncellsize 50.0\nNODATA_value -9999\n1 2 3 4\n'],
    ['an LTspice schematic', 'Version 4\nSHEET 1 880 680\nWIRE 160 96 64 96\n'],
    ['a Lisp program', '; a program\n(defun axon (x) (* x 2))\n'],
    ['a sentence in parentheses', '(see the note on the axon)\n'],
    ['the older Neurolucida format', '[1,1] (0.0, 0.0, 0.0) 1.0\n'],
  ] as const) {
    it(`leaves .asc with ${what} alone`, () => {
      assert.equal(recognise('file.asc', text), undefined);
    });
  }
});

describe('places of a morphology in its text', () => {
  it('are the same in ASCII', () => {
    const { offsets } = new MorphologyTree('swc', 'abc');
    assert.deepEqual(offsets.spanOf({ start: 1, end: 3 }), { start: 1, end: 3 });
    assert.equal(offsets.offsetOf(10), 3);
  });

  it('count letters beyond ASCII by their bytes', () => {
    // Bytes: a 0, é 1–2, € 3–5, 𝄞 6–9 (two units), b 10.
    const { offsets } = new MorphologyTree('swc', 'aé€𝄞b');
    assert.deepEqual(
      [0, 1, 2, 3, 5, 6, 9, 10, 11, 12].map((byte) => offsets.offsetOf(byte)),
      [0, 1, 1, 2, 2, 3, 3, 5, 6, 6],
    );
  });

  it('agree with the platform over a long text', () => {
    const text = 'aé€𝄞\ud800 \udc00\n'.repeat(3000);
    const { offsets } = new MorphologyTree('swc', text);
    for (let offset = 0; offset < text.length; offset += 997) {
      const isInPair = /[\udc00-\udfff]/.test(text[offset] ?? '') && /[\ud800-\udbff]/.test(text[offset - 1] ?? '');
      if (isInPair) continue;
      assert.equal(offsets.offsetOf(Buffer.byteLength(text.slice(0, offset))), offset);
    }
  });

  it('are right behind a remark with such letters', async () => {
    const text = '# Zürich €𝄞\n1 1 0 0 0 5 -1\n2 3 0 5 0 0 1\n';
    const found = await serviceWith({ 'cell.swc': text }).service.diagnostics(SWC_URI);
    const zero = found.filter(({ code }) => code === 'morph/zero-diameter');
    assert.deepEqual(words(text, rangesOf(zero)), ['3: 0']);
  });
});

describe('SWC in the editor', () => {
  it('has an outline by type', async () => {
    const entries = await service.outline(SWC_URI);
    assert.deepEqual(
      entries.map(({ name, detail }) => [name, detail]),
      [
        ['soma', '1 sample'],
        // 5 to sample 3, then 3 and 10.
        ['basal dendrite', '1 neurite · 4 samples · 18.0 µm'],
        ['axon', '1 neurite · 2 samples · 4.0 µm'],
      ],
    );
    const [, dendrites] = entries;
    assert.ok(dendrites);
    assert.deepEqual(
      dendrites.children.map(({ name, detail }) => [name, detail]),
      [['basal dendrite 1', '3 sections · 4 samples · 18.0 µm']],
    );
    assert.equal(SWC.slice(dendrites.range.start, dendrites.range.end).split('\n').length, 4);
  });

  it('folds its header', async () => {
    assert.deepEqual(await service.folding(SWC_URI), [
      { range: { start: 0, end: '# CREATURE none\n# id type x y z radius parent'.length }, kind: 'comment' },
    ]);
  });

  it('says of a sample where it is, and of a column what it means', async () => {
    const radius = await service.hover(SWC_URI, { line: 6, character: '5 3 0 14 12 0'.length });
    assert.equal(
      radius?.markdown,
      '**sample `5`** · basal dendrite · section 2 · order 1 · path distance 15.0 µm · radius 0.25 µm (diameter 0.50 µm) · parent 3 (line 5) · no children\n\n' +
        'Column 6: **radius** `0.25` – µm; MorphIO, ASC and H5 have the diameter, which is twice as much',
    );
    const type = await service.hover(SWC_URI, { line: 2, character: 2 });
    assert.match(type?.markdown ?? '', /^\*\*sample `1`\*\* · soma · radius 5\.00 µm .* · no parent · 2 children\n/);
    assert.match(type?.markdown ?? '', /Column 2: \*\*type\*\* `1` – .*; soma$/);
    assert.equal(await service.hover(SWC_URI, { line: 0, character: 4 }), undefined);
  });

  it('leads from a parent id to the parent', async () => {
    const [definition] = await service.definition(SWC_URI, { line: 6, character: '5 3 0 14 12 0.25 3'.length });
    assert.deepEqual(words(SWC, definition ? [definition.range] : []), ['5: 3']);
  });

  it('finds the children of a sample, from either end', async () => {
    const atId = await service.references(SWC_URI, { line: 4, character: 0 }, false);
    assert.deepEqual(words(SWC, rangesOf(atId)), ['6: 3', '7: 3']);
    const atParent = await service.references(SWC_URI, { line: 5, character: '4 3 0 8 7 0.25 3'.length }, true);
    assert.deepEqual(words(SWC, rangesOf(atParent)), ['5: 3', '6: 3', '7: 3']);
    const highlights = await service.highlights(SWC_URI, { line: 4, character: 0 });
    assert.deepEqual(
      highlights.map(({ kind }) => kind),
      ['write', 'read', 'read'],
    );
  });

  it('finds nothing behind a coordinate, a root or a parent that is not there', async () => {
    assert.deepEqual(await service.references(SWC_URI, { line: 4, character: 6 }, true), []);
    assert.deepEqual(await service.definition(SWC_URI, { line: 2, character: '1 1 0 0 0 5 -1'.length }), []);
    const lost = serviceWith({ 'cell.swc': '1 1 0 0 0 5 9\n' }).service;
    assert.deepEqual(await lost.definition(SWC_URI, { line: 0, character: 12 }), []);
  });

  it('offers the types in their column only', async () => {
    for (const [source, labels] of [
      ['8 $0', ['1', '2', '3', '4', '5', '6', '7']],
      ['8 3$0', ['1', '2', '3', '4', '5', '6', '7']],
      ['8$0', []],
      ['8 3 $0', []],
      ['# 8 $0', []],
    ] as const) {
      const { main, service: own } = fixture(source, 'cell.swc');
      const entries = await own.completion(main.uri, cursorPosition(main));
      assert.deepEqual(
        entries.map(({ label }) => label),
        labels,
        source,
      );
    }
  });

  it('tells in the status what the cell has', async () => {
    assert.deepEqual(await service.status(SWC_URI), {
      text: '2 neurites · 4 sections · 8 points',
      detail: 'Total length 22.0 µm',
      severity: 'information',
    });
    const refused = serviceWith({ 'cell.swc': SWC.replace('7 2 0', '7 0 0') }).service;
    assert.equal((await refused.status(SWC_URI))?.severity, 'warning');
  });
});

describe('Neurolucida ASC in the editor', () => {
  it('has an outline by block', async () => {
    assert.deepEqual(
      (await service.outline(ASC_URI)).map(({ name, detail }) => [name, detail]),
      [
        ['soma', '3 points'],
        // 5 to the fork, then 3 and 10.
        ['basal dendrite 1', '3 sections · 4 points · 18.0 µm'],
        ['pia', 'contour · 1 point'],
      ],
    );
  });

  it('folds blocks, branches and comments', async () => {
    const folded = (await service.folding(ASC_URI)).map(({ range, kind }) => {
      const lineOf = (offset: number): number => ASC.slice(0, offset).split('\n').length;
      return `${kind} ${lineOf(range.start)}–${lineOf(range.end)}`;
    });
    assert.deepEqual(folded, ['comment 1–2', 'region 3–7', 'region 8–17', 'region 12–16', 'region 18–20']);
  });

  it('says of a point where it is', async () => {
    const tip = await service.hover(ASC_URI, { line: 14, character: 8 });
    assert.equal(
      tip?.markdown,
      '**point** · basal dendrite · section 2 · order 1 · path distance 15.0 µm · diameter 0.50 µm (radius 0.25 µm)',
    );
    const soma = await service.hover(ASC_URI, { line: 4, character: '  (5 0 0 1) (0'.length });
    assert.equal(soma?.markdown, '**soma** · point 2 of 3 · diameter 1.00 µm (radius 0.50 µm)');
    for (const at of [
      { line: 8, character: 4 },
      { line: 18, character: 5 },
      { line: 0, character: 3 },
    ])
      assert.equal(await service.hover(ASC_URI, at), undefined);
  });
});

describe('problems of morphologies', () => {
  const codes = async (text: string, name = 'cell.swc'): Promise<string[]> => {
    const { service: own } = serviceWith({ [name]: text });
    return (await own.diagnostics(`file:///ws/${name}`))
      .filter(({ severity }) => severity === 'error' || severity === 'warning')
      .map(({ code }) => code);
  };
  const BAD = '1 1 0 0 0 5 -1\n2 3 0 5 0 0 1\n3 3 0 9 0 0 2\n';

  it('have levels as all rules', async () => {
    assert.deepEqual(await codes(BAD), ['morph/zero-diameter', 'morph/zero-diameter']);
    const { service: own } = serviceWith({ 'cell.swc': BAD });
    own.levels = { 'morph/zero-diameter': 'off' };
    assert.deepEqual(
      (await own.diagnostics(SWC_URI)).filter(({ code }) => code === 'morph/zero-diameter'),
      [],
    );
  });

  it('are silenced by comments of the format', async () => {
    const silenced = BAD.replace('2 3', '# bbp-disable-next-line morph/zero-diameter\n2 3');
    assert.deepEqual(await codes(silenced), ['morph/zero-diameter']);
    assert.deepEqual(await codes(`# bbp-disable-file morph/zero-diameter\n${BAD}`), []);
    const open = '((Dendrite)\n  (0 0 0 2)\n  (0 5 0 2))\n';
    assert.deepEqual(await codes(open, 'cell.asc'), ['morph/no-soma-found']);
    assert.deepEqual(await codes(`; bbp-disable-file morph/no-soma-found\n${open}`, 'cell.asc'), []);
  });

  it('are silenced by an action that writes such a comment', async () => {
    const text = '((Dendrite)\n  (0 0 0 2)\n  (0 5 0 2))\n';
    const { service: own } = serviceWith({ 'cell.asc': text });
    const start = { line: 0, character: 0 };
    const actions = await own.codeActions(ASC_URI, { start, end: start });
    const action = actions.find(({ title }) => title === 'Ignore morph/no-soma-found in this file');
    assert.equal(
      applyEdits(text, action?.edit.files[0]?.edits ?? []),
      `; bbp-disable-file morph/no-soma-found\n${text}`,
    );
  });

  it('have fixes where the cell need not be known', async () => {
    for (const [text, title, fixed] of [
      ['1 1 0 0 0 5 -1\n2 0 0 5 0 1 1\n', 'Change the type to 2 (axon)', '1 1 0 0 0 5 -1\n2 2 0 5 0 1 1\n'],
      ['1 1 0 0 0 5 -1 2 3 0 5 0 1 1\n', 'Begin a new line here', '1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n'],
      ['1 1 0 0 0 5 -1\n2 3.0 0 5 0 1 1\n', 'Change to `3`', '1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n'],
      ['1 1 0 0 0 5 -1\r2 3 0 5 0 1 1\r', 'Change all line endings to LF', '1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n'],
    ] as const) {
      const { service: own } = serviceWith({ 'cell.swc': text });
      const whole = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
      const action = (await own.codeActions(SWC_URI, whole)).find((each) => each.title === title);
      assert.ok(action, title);
      assert.equal(applyEdits(text, action.edit.files[0]?.edits ?? []), fixed);
    }
  });

  it('take a byte order mark away', async () => {
    const text = '\ufeff1 1 0 0 0 5 -1\n';
    const { service: own } = serviceWith({});
    own.openDocument(SWC_URI, 'swc', 1, text);
    const start = { line: 0, character: 0 };
    const action = (await own.codeActions(SWC_URI, { start, end: start })).find(({ preferred }) => preferred);
    assert.equal(applyEdits(text, action?.edit.files[0]?.edits ?? []), text.slice(1));
  });

  it('are none of a refused file that its checks would add', async () => {
    const found = await serviceWith({ 'cell.swc': '1 1 0 0 0 5 -1\n2 0 0 5 0 1 1\n' }).service.diagnostics(SWC_URI);
    assert.deepEqual(
      found.map(({ code }) => code).filter((code) => code.startsWith('morph/check-')),
      [],
    );
  });

  it("are none in Adobe's components, and one in what is no text", async () => {
    const { service: own } = serviceWith({
      'flex.swc': Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0, 8]),
      'cell.swc': Uint8Array.from([1, 2, 0, 0, 5]),
    });
    const flex = 'file:///ws/flex.swc';
    assert.deepEqual(await own.unreadable(flex), []);
    own.openDocument(flex, 'swc', 1, 'PK\u0003\u0004\u0000\u0000');
    assert.deepEqual(await own.diagnostics(flex), []);
    assert.deepEqual(
      (await own.unreadable(SWC_URI)).map(({ code }) => code),
      ['FS009'],
    );
  });
});

describe('morphologies in the service', () => {
  it('look into no folder and lead to no other file', async () => {
    const { workspace, service: own } = serviceWith({ 'cell.swc': SWC, BlueConfig: 'Run Default\n{\n}\n' });
    await own.diagnostics(SWC_URI);
    assert.equal(workspace.reads, 1);
    assert.equal(own.openDocument(SWC_URI, 'swc', 1, SWC), false, 'no other file is to be checked again');
  });

  it('are read again once they are forgotten', async () => {
    const { workspace, service: own } = serviceWith({ 'cell.swc': SWC });
    const first = await own.document(SWC_URI);
    assert.equal(await own.document(SWC_URI), first);
    assert.equal(workspace.reads, 1);
    own.forget(SWC_URI);
    assert.notEqual(await own.document(SWC_URI), first);
    assert.equal(workspace.reads, 2);
  });

  it('stay where they are open', async () => {
    const { service: own } = serviceWith({ 'cell.swc': '' });
    own.openDocument(SWC_URI, 'swc', 7, SWC);
    own.forget(SWC_URI);
    assert.equal((await own.document(SWC_URI))?.version, 7);
  });
});

describe('a byte order mark', () => {
  it('is an error in SWC, which MorphIO then refuses, and nothing in ASC, which it reads', async () => {
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(`\ufeff${text}`);
    const marked = serviceWith({ 'cell.swc': bytes(SWC), 'cell.asc': bytes(ASC) }).service;
    const codes = async (uri: string): Promise<readonly string[]> =>
      (await marked.diagnostics(uri)).filter(({ severity }) => severity === 'error').map(({ code }) => code);
    assert.deepEqual(await codes(SWC_URI), ['FS010']);
    assert.deepEqual(await codes(ASC_URI), []);
  });
});
