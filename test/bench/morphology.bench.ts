/** Reading, measuring and drawing up barcodes of morphologies. */
import { readTextMorphology, type TextFormat } from '../../formats/morphology/read';
import { measure } from '../../formats/morphology/measures/measure';
import { persistenceBarcode } from '../../formats/morphology/persistence/barcode';
import { writeMorphology } from '../../formats/morphology/write/write';
import { syntheticMorphology } from '../support/syntheticMorphology';
import { milliseconds, onePass, report, timed, type Row } from './harness';

const POINTS = 1_000_000;

function loading(format: TextFormat): Row {
  const { text = '' } = writeMorphology(syntheticMorphology(POINTS), format, 'bench');
  const bytes = new TextEncoder().encode(text);
  const pass = timed(() => onePass(bytes));
  const load = timed(() => readTextMorphology(format, bytes), 3);
  const ratio = load / pass;
  return {
    work: `${format.toUpperCase()} load, ${POINTS} points, ${(bytes.length / 2 ** 20).toFixed(0)} MB`,
    measured: `${ratio.toFixed(1)} × one pass (${milliseconds(load)} / ${milliseconds(pass)})`,
    bound: '≤ 6 × one pass over the bytes',
    met: ratio <= 6,
  };
}

function numbers(): Row {
  const morphology = syntheticMorphology(16_000);
  const both = timed(() => {
    measure(morphology);
    persistenceBarcode(morphology);
  }, 15);
  return {
    work: 'measures and barcode, 16 000 points',
    measured: milliseconds(both),
    bound: '≤ 20 ms (reference tools: 159 ms and 86 ms)',
    met: both <= 20,
  };
}

report([loading('swc'), loading('asc'), numbers()]);
