/** What is saved and copied, and under which name. */
import type { ExportFormat } from '../../protocol/morphologyView';
import type { MenuItem } from '../common/menu';
import type { Table } from '../common/table';
import type { PartContext } from './part';

/** "C060114A5-sholl.svg". */
function suggestedName(fileName: string, suffix: string, format: ExportFormat): string {
  const stem = fileName.replace(/\.[^.]*$/, '');
  return `${[stem, suffix].filter((part) => part !== '').join('-')}.${format}`;
}

/** Asks where, and saves. A failure has been said by the extension, which alone knows of disks. */
export async function saveText(
  { content, host }: PartContext,
  format: ExportFormat,
  suffix: string,
  text?: string | Uint8Array,
): Promise<void> {
  const suggested = suggestedName(content.value.name, suffix, format);
  await host.export({ format, suggestedName: suggested, ...(text === undefined ? {} : { content: text }) });
}

/** CSV to a file and to the clipboard. */
export function exportTable(context: PartContext, what: string, table: Table): readonly MenuItem[] {
  return [
    {
      label: `CSV of ${what}`,
      run: () => {
        void saveText(context, 'csv', what, table.csv());
      },
    },
    {
      label: `Copy ${what} as CSV`,
      run: () => {
        context.host.copy(table.csv(), what);
      },
    },
  ];
}
