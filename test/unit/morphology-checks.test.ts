/** What the checks after NeuroM add to the problems of a file. */
import assert from 'node:assert/strict';
import { checkProblems } from '../../formats/morphology/checks/run';
import { readTextMorphology, type TextFormat } from '../../formats/morphology/read';

function found(text: string, format: TextFormat = 'swc'): readonly string[] {
  const { morphology, problems } = readTextMorphology(format, new TextEncoder().encode(text));
  return checkProblems(morphology!, problems).map(({ code, message }) => `${code.slice(12)}: ${message}`);
}

describe('checks of a morphology', () => {
  it('say nothing of neurites where there is none', () => {
    assert.deepEqual(found('1 1 0 0 0 5 -1\n'), []);
  });

  it('do not repeat that a radius is zero', () => {
    const thick = found('1 1 0 0 0 1 -1\n2 3 0 0 1 .5 1\n3 3 0 0 2 0 2\n').filter((each) => each.includes('fat-ends'));
    assert.deepEqual(thick, []);
  });

  it('name the other end by its line, where there are lines', () => {
    const back = '2 3 0 5 0 1 1\n3 3 0 15 0 1 2\n4 3 0 9 0 1 3\n';
    assert.ok(
      found(`# a\n1 1 0 0 0 5 -1\n${back}`).includes(
        'has-no-back-tracking: Section 0 runs back here into its own segment before the point on line 4: ' +
          'mend the order of its points.',
      ),
    );
  });
});
