/** What is saved, and under which name. */
import type { Hdf5Dataset, Hdf5Selection } from '../../formats/hdf5/api';
import type { DataExportFormat } from '../../protocol/dataView';
import type { MenuItem } from '../common/menu';
import { isNumeric } from './dataset/selection';
import { jsonValue } from './dataset/values';
import { isTypedArray, npyBytes } from './npy';
import type { PartContext } from './part';

/** Asks where, and saves. A failure of the disk has been said by the extension, which alone knows of disks. */
export function saveText(
  { content, host }: PartContext,
  format: DataExportFormat,
  what: string,
  text: string | Uint8Array | undefined,
): void {
  if (text === undefined) return;
  const stem = content.value.name.replace(/\.[^.]*$/, '');
  const name = what.replaceAll(/[^\w.-]+/g, '_').replaceAll(/^_+|_+$/g, '');
  void host.export(format, `${[stem, name].filter((part) => part !== '').join('-')}.${format}`, text);
}

/** The values that are shown, in their own type. */
export function exportValues(
  context: PartContext & { readonly dataset: Hdf5Dataset; readonly name: string },
  selection: () => Hdf5Selection,
): readonly MenuItem[] {
  const { dataset, name, host, message } = context;
  const save = async (format: 'npy' | 'json'): Promise<void> => {
    try {
      const chosen = selection();
      const { values, shape } = await host.read(dataset.path, chosen);
      if (format === 'npy' && isTypedArray(values)) saveText(context, 'npy', name, npyBytes(values, shape));
      else {
        const text = JSON.stringify(
          { path: dataset.path, selection: chosen, shape, values: jsonValue(values) },
          null,
          1,
        );
        saveText(context, 'json', name, text);
      }
    } catch (error) {
      message.set(`The values could not be read: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  return [
    ...(isNumeric(dataset.type) ? [{ label: 'Shown values (NPY)', run: () => void save('npy') }] : []),
    { label: 'Shown values (JSON)', run: () => void save('json') },
  ];
}
