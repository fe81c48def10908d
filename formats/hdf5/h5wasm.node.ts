/** The only importer of h5wasm. It is loaded by being imported, which takes about 0.1 s: import it late. */
import { ready, Group, File as H5wasmFile, type Metadata } from 'h5wasm/node';

export type Library = Awaited<typeof ready>;
export type { Metadata };
export { Group, H5wasmFile };

/**
 * The library, made to throw: otherwise a bad file silently has the handle −1.
 * @param pluginFolder absolute folder of the filters that are no part of it
 */
export async function loadLibrary(pluginFolder: string): Promise<Library> {
  const library = await ready;
  library.activate_throwing_error_handler();
  library.insert_plugin_search_path(pluginFolder, 0);
  return library;
}
