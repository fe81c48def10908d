import assert from 'node:assert/strict';
import { ascOutline } from '../../formats/morphology/asc/outline';

const TEXT = `; V3 text file
; by hand
(ImageCoords Filename "a.jpx")
("Cell é" (Color Red)
  (CellBody)
  (0 1 0 0.1) ; 1
  (1 0 0 0.1)
)  ; End of contour

( (Color Blue)
  (Dendrite)
  ; Root
  (0 0 0 2)
  ( (1 1 1 2) ( (2 2 2 2) | (3 3 3 2) ) | (4 4 4 2) )
)
(Cross7 (Name "a)") (7 8 9 1))
`;

/** The text of a range, its blanks made one. */
function written(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  return text.slice(start, end).replace(/\s+/g, ' ');
}

describe('ASC outline', () => {
  const outline = ascOutline(TEXT);

  it('lists the blocks with kind, name and number of points', () => {
    assert.deepEqual(
      outline.blocks.map(({ kind, name, pointCount }) => [kind, name, pointCount]),
      [
        ['list', 'ImageCoords', 0],
        ['soma', 'Cell é', 2],
        ['dendrite', 'Dendrite', 5],
        ['marker', 'Cross7', 1],
      ],
    );
  });

  it('gives ranges of blocks, names and heads', () => {
    const [list, soma, dendrite, marker] = outline.blocks;
    assert.equal(written(TEXT, list!), '(ImageCoords Filename "a.jpx")');
    assert.equal(written(TEXT, soma!.nameRange), '"Cell é"');
    assert.equal(written(TEXT, { start: soma!.start, end: soma!.headerEnd }), '("Cell é" (Color Red) (CellBody) ');
    assert.equal(written(TEXT, dendrite!.nameRange), 'Dendrite');
    assert.equal(TEXT.slice(dendrite!.end - 3, dendrite!.end), ')\n)');
    assert.equal(written(TEXT, marker!), '(Cross7 (Name "a)") (7 8 9 1))');
  });

  it('gives branches from outside to inside, and runs of comments', () => {
    assert.deepEqual(
      outline.branches.map((range) => written(TEXT, range)),
      ['( (1 1 1 2) ( (2 2 2 2) | (3 3 3 2) ) | (4 4 4 2) )', '( (2 2 2 2) | (3 3 3 2) )'],
    );
    assert.deepEqual(
      outline.comments.map((range) => written(TEXT, range)),
      ['; V3 text file ; by hand', '; Root'],
    );
  });

  it('ends a block that is not closed where the next begins', () => {
    const text = '((Axon)\n (0 0 0 1)\n ( (1 1 1 1)\n\n( (Color Red)\n (Dendrite)\n (0 0 0 1))\n("pia" (1 2 3)';
    const { blocks, branches } = ascOutline(text);
    assert.deepEqual(
      blocks.map(({ kind, name, start, end }) => [kind, name, text.slice(start, end).length]),
      [
        ['axon', 'Axon', 31],
        ['dendrite', 'Dendrite', 37],
        ['contour', 'pia', 14],
      ],
    );
    assert.equal(branches[0]!.end, 31);
  });

  it('takes any text in one pass', () => {
    for (const piece of [
      '(',
      ')',
      '((',
      '"',
      ';',
      ';\n',
      '( \n',
      '("',
      '(\t\t',
      '\n',
      '((Axon)\n',
      '(1 ',
      '( ;\n',
      '\n("',
    ]) {
      const started = Date.now();
      ascOutline(piece.repeat(100_000));
      assert.ok(Date.now() - started < 2000, JSON.stringify(piece));
    }
    assert.deepEqual(ascOutline(''), { blocks: [], branches: [], comments: [] });
  });
});
