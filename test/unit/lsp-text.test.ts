import assert from 'node:assert/strict';
import { withoutMarkdown, withoutPlaceholders } from '../../server/src/lsp/convert/text';

describe('texts for plain editors', () => {
  it('take Markdown away', () => {
    const markdown =
      '### **Target** `Small`\n\n- [start.target](file:///a/start.target): 1\\_000 cells\n\n```blueconfig\nRun Default\n```\n';
    assert.equal(withoutMarkdown(markdown), 'Target Small\n\n- start.target: 1_000 cells\n\nRun Default\n');
  });

  it('leave names and numbers as they are', () => {
    for (const text of ['a_b_c', 'SYNAPSES__minis_single_vesicle', '2 * 3 * 4', 'x [mV]', 'C:\\data']) {
      assert.equal(withoutMarkdown(text), text);
    }
  });

  it('fill the places of a snippet with what they propose', () => {
    const snippet = 'Report ${1:soma}\n{\n    Target $2\n    Type ${3|compartment,Summation|}\n    Price \\$1 \\}\n}$0';
    assert.equal(withoutPlaceholders(snippet), 'Report soma\n{\n    Target \n    Type compartment\n    Price $1 }\n}');
  });
});
