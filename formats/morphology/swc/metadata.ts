import type { Morphology } from '../model';

/** Keys of the header of an SWC. Sources: Cannon et al. 1998; INCF SWC specification. */
const KEYS = new Set(
  (
    'ORIGINAL_SOURCE CREATURE REGION FIELD/LAYER TYPE CONTRIBUTOR REFERENCE RAW EXTRAS SOMA_AREA SHRINKAGE_CORRECTION ' +
    'VERSION_NUMBER VERSION_DATE SCALE SEX AGE WEIGHT CLASS CONDITION LABEL SLICING MICROSCOPY COORDINATE BRAINSPACE'
  ).split(' '),
);

const LINE = /^\s*([A-Za-z][\w/-]{0,39})(\s*[:=]\s*|\s+)(\S.*?)\s*$/;

/** Longer comments are cut. */
const LENGTH_LIMIT = 1000;

/**
 * `# KEY value` of the comments above the first sample: known keys in any case, others where they are written in capitals
 * or with a colon.
 */
export function readMetadata(
  bytes: Uint8Array,
  header: readonly (readonly [start: number, end: number])[],
): Morphology['metadata'] {
  const decoder = new TextDecoder();
  return header.flatMap(([start, end]) => {
    const text = decoder.decode(bytes.subarray(start, Math.min(end, start + LENGTH_LIMIT)));
    const [, key = '', between = '', value = ''] = LINE.exec(text) ?? [];
    const isKey = KEYS.has(key.toUpperCase()) || /[:=]/.test(between) || /^[A-Z][A-Z_/-]+$/.test(key);
    return key !== '' && isKey ? [{ key, value }] : [];
  });
}
