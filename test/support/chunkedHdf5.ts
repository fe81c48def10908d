/** HDF5 files with chunks and filters, which the writer of this project does not write; reproducible values. */

export interface ChunkedDataset {
  readonly values: Float32Array;
  readonly shape: readonly number[];
  readonly chunks: readonly number[];
  /** Packed with gzip at its fastest. */
  readonly isPacked?: boolean;
}

export async function writeChunkedHdf5(file: string, datasets: Readonly<Record<string, ChunkedDataset>>) {
  // An ES module: only so it can be had from the bundle of a test.
  const { File, ready } = await import('h5wasm/node');
  await ready;
  const written = new File(file, 'w');
  for (const [name, { values, shape, chunks, isPacked }] of Object.entries(datasets)) {
    const packed = isPacked ? { compression: 'gzip' as const, compression_opts: [1] } : {};
    written.create_dataset({ name, data: values, shape: [...shape], chunks: [...chunks], ...packed });
  }
  written.close();
}

/** A membrane potential in mV, as a converter with steps of 1/32 mV gives it: slow waves with noise. */
export function seededTrace(length: number, seed = 1): Float32Array {
  const values = new Float32Array(length);
  let state = seed;
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    values[i] = Math.round(32 * (-70 + 20 * Math.sin(i / 5000)) + (state >>> 28)) / 32;
  }
  return values;
}
