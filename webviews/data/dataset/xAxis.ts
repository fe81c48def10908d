/** A dataset of the same length as the x axis of a line. */
import type { Host, Range } from '../host';
import { isNumeric } from './selection';
import { asNumbers } from './values';

export interface ChosenAxis {
  readonly name: string;
  /** Its values at places of a range; between its samples it goes straight on. */
  at(indices: Float64Array, range: Range, signal: AbortSignal): Promise<Float64Array>;
}

/** @param given a path, or the name of a neighbour @throws where it does not fit */
export async function resolveAxis(
  host: Host,
  path: string,
  given: string,
  length: number,
  signal: AbortSignal,
): Promise<ChosenAxis> {
  const axis = given.startsWith('/') ? given : `${path.slice(0, path.lastIndexOf('/'))}/${given}`;
  const { entity } = await host.entity(axis, signal);
  if (entity.kind !== 'dataset' || !isNumeric(entity.type)) throw new Error(`${axis} holds no numbers for the x axis.`);
  if (entity.shape?.length !== 1 || entity.shape[0] !== length) {
    const has = entity.shape?.join(' × ') ?? 'no';
    throw new Error(`${axis} has ${has} values, and the x axis needs ${length}: one for each value of the line.`);
  }
  return {
    name: axis.slice(axis.lastIndexOf('/') + 1),
    at: async (indices, range, abort) => {
      const step = Math.max(1, Math.floor((range.end - range.start) / Math.max(1, indices.length)));
      const values = asNumbers(await host.read(axis, [{ ...range, ...(step > 1 ? { step } : {}) }], abort));
      return indices.map((index) => {
        const place = (index - range.start) / step;
        const low = Math.min(values.length - 1, Math.floor(place));
        const [from, to] = [values[low] ?? NaN, values[Math.min(values.length - 1, low + 1)] ?? NaN];
        return from + (to - from) * (place - low);
      });
    },
  };
}
