/** Filters that pack the chunks of a dataset, by their numbers: registered filter plugins of the HDF Group. */

/** Part of the library itself. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: 'gzip',
  2: 'shuffle',
  3: 'fletcher32',
  4: 'szip',
  5: 'nbit',
  6: 'scaleoffset',
};

/** Shipped as plugins: name of the filter, and of its file between `libH5Z` and `.so`. */
const PLUGINS: Readonly<Record<number, readonly [name: string, plugin: string]>> = {
  307: ['bzip2', 'bz2'],
  32000: ['lzf', 'lzf'],
  32001: ['blosc', 'blosc'],
  32004: ['lz4', 'lz4'],
  32008: ['bitshuffle', 'bshuf'],
  32013: ['zfp', 'zfp'],
  32015: ['zstd', 'zstd'],
  32019: ['jpeg', 'jpeg'],
  32022: ['bitgroom', 'bitgroom'],
  32023: ['bitround', 'bitround'],
  32026: ['blosc2', 'blosc2'],
};

/** Known by name only. */
const OTHERS: Readonly<Record<number, string>> = {
  305: 'lzo',
  32002: 'mafisc',
  32003: 'snappy',
  32005: 'apax',
  32006: 'cbf',
  32007: 'jpeg-xr',
  32009: 'spdp',
  32010: 'lpc-rice',
  32011: 'ccsds-123',
  32012: 'jpeg-ls',
  32014: 'fpzip',
  32016: 'b3d',
  32017: 'sz',
  32018: 'fcidecomp',
  32021: 'granular bitround',
  32024: 'sz3',
  32027: 'flac',
  32028: 'sperr',
};

export function filterName(id: number): string {
  return BUILT_IN[id] ?? PLUGINS[id]?.[0] ?? OTHERS[id] ?? `filter ${id}`;
}

/** Name of the file that holds a filter; undefined where it needs none. */
export function pluginFile(id: number): string | undefined {
  const plugin = PLUGINS[id]?.[1];
  return plugin === undefined ? undefined : `libH5Z${plugin}.so`;
}

export function isBuiltIn(id: number): boolean {
  return id in BUILT_IN;
}
