/** Opens data files of this machine, each by the reader for what stands in it. */
import { openAbf } from '../abf/open';
import { openFileAccess } from '../bytes/file.node';
import { Hdf5Error } from '../hdf5/api';
import { createHdf5Client, type Hdf5Client } from '../hdf5/client.node';
import { fileKind } from '../hdf5/fileKind';
import { isNwb } from '../nwb/recognise';
import { openNwb } from '../nwb/open';
import type { Recording, RecordingFact } from '../recording/model';
import { grouped } from '../text/counts';
import type { DataSource } from './source';

export interface DataOpener {
  /**
   * @param file absolute path on this machine
   * @param allowed absolute folders and files that links may lead into
   * @throws `Hdf5Error`, and what Node says against a file
   */
  open(file: string, allowed: readonly string[]): Promise<DataSource>;
  /** Ends what is being opened, and the thread that does it; the next file gets a new one. */
  stop(): void;
  dispose(): Promise<void>;
}

/** Each file has a thread of its own: one that is held up, or ended, concerns no other. */
export function createDataOpener(workerFile: string): DataOpener {
  let client: Hdf5Client | undefined;
  return {
    async open(file, allowed) {
      const abf = await abfSource(file);
      if (abf) return abf;
      client ??= createHdf5Client({ workerFile });
      return hdf5Source(client, file, allowed);
    },
    stop() {
      void client?.dispose();
      client = undefined;
    },
    async dispose() {
      await client?.dispose();
    },
  };
}

/** "ABF " and "ABF2" are the first bytes of the two versions. */
const ABF_START = /^ABF[ 2]$/;
const HDF5_START = '\u0089HDF';

/** undefined where the file is none, or cannot be read: the HDF5 reader says why in that case. */
async function abfSource(file: string): Promise<DataSource | undefined> {
  const access = await openFileAccess(file).catch(() => undefined);
  if (!access) return undefined;
  let isAbf: boolean;
  try {
    const start = new TextDecoder('latin1').decode(await access.read(0, 4));
    // Of a file with this name the reader says what it is in place of a recording.
    isAbf = ABF_START.test(start) || (/\.abf$/i.test(file) && start !== HDF5_START);
  } catch {
    isAbf = false;
  }
  if (!isAbf) {
    await access.close();
    return undefined;
  }
  const { recording, problems } = await openAbf(access, () => access.close());
  if (!recording) {
    throw new Hdf5Error('unreadable', problems[0]?.message ?? 'The file is no recording that can be read.');
  }
  const { title } = recording.recording;
  const close = (): Promise<void> => recording.close();
  return { kind: 'abf', size: access.size, title, facts: factsOf(recording.recording), recording, close };
}

async function hdf5Source(client: Hdf5Client, path: string, allowed: readonly string[]): Promise<DataSource> {
  const file = await client.open(path, { allowedFolders: allowed });
  try {
    const { size } = file;
    const close = (): Promise<void> => file.close();
    if (!(await isNwb(file))) {
      const found = await fileKind(file);
      const { title, facts } = found;
      return { kind: 'hdf5', size, title, facts, fileKind: found, hdf5: file, close };
    }
    // The recording closes the file.
    const recording = await openNwb(file);
    const { title } = recording.recording;
    return { kind: 'nwb', size, title, facts: factsOf(recording.recording), hdf5: file, recording, close };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** Protocols that are named. */
const SHOWN_PROTOCOLS = 6;

/** Of a recording: what its title does not say already. The session has a tab of its own. */
function factsOf({ version, sweeps, loose, unitCount }: Recording): readonly RecordingFact[] {
  const protocols = [...new Set(sweeps.map(({ protocol }) => protocol))].filter((protocol) => protocol !== '');
  const named = protocols.slice(0, SHOWN_PROTOCOLS).join(', ');
  const isCut = protocols.length > SHOWN_PROTOCOLS;
  return [
    ...(version === '' ? [] : [{ label: 'Version', value: version }]),
    ...(named === '' ? [] : [{ label: 'Protocols', value: isCut ? `${named}, … (${protocols.length})` : named }]),
    ...(loose.length > 0 ? [{ label: 'Other series', value: grouped(loose.length) }] : []),
    ...(unitCount > 0 ? [{ label: 'Units', value: grouped(unitCount) }] : []),
  ];
}
