/** What stands in a file, or in the text of it that an editor holds. */
import * as vscode from 'vscode';
import type { MorphologyFormat } from '../../../../formats/morphology/model';
import type { H5Reading } from '../../../../formats/morphology/h5/reading';
import { textFormatOf, TEXT_SIZE_LIMIT, type TextFormat } from '../../../../formats/morphology/read';
import type { MorphologyContent, MorphologySummary } from '../../../../protocol/morphologyView';
import { copyable, megabytes, reached, ReadError, sizeOf } from '../common/files';
import type { Progress } from '../common/loading';
import type { MorphologyHdf5 } from './hdf5.node';
import type { MorphologyParser } from './parser.node';

/** VS Code gives extensions no text of larger files; in bytes. */
const TEXT_DOCUMENT_LIMIT = 50 * 1024 * 1024;

export interface Readers {
  readonly parser: MorphologyParser;
  readonly hdf5: MorphologyHdf5;
}

export type ReadContent = Pick<MorphologyContent, 'size' | 'morphology' | 'refused' | 'problems' | 'source'> & {
  readonly summary?: MorphologySummary;
  readonly notice?: string;
};

/** The format that a file's name shows; MorphIO goes by it too. */
export function formatOf(uri: vscode.Uri): MorphologyFormat {
  return textFormatOf(uri.path) ?? 'h5';
}

/** The unsaved text of a file; undefined where what stands on disk is what counts. */
export function unsavedText(uri: vscode.Uri): vscode.TextDocument | undefined {
  // A text that is not changed is read from disk all the same: VS Code's copy of it has other line ends, and letters
  // for what it could not decode.
  const name = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.isDirty && document.uri.toString() === name);
}

/** @throws {@link ReadError} and the signal's reason */
export async function readContent(
  uri: vscode.Uri,
  readers: Readers,
  signal: AbortSignal,
  progress: Progress,
): Promise<ReadContent> {
  const format = formatOf(uri);
  const document = format === 'h5' ? undefined : unsavedText(uri);
  if (document && format !== 'h5') {
    progress(vscode.l10n.t('Parsing'), null);
    const bytes = new TextEncoder().encode(document.getText());
    const size = bytes.length;
    return { ...(await readers.parser.read(format, bytes, signal)), size, source: 'text' };
  }
  const size = await sizeOf(uri);
  signal.throwIfAborted();
  return format === 'h5'
    ? readHdf5(uri, size, readers, signal, progress)
    : readText(uri, format, size, readers, signal, progress);
}

async function readText(
  uri: vscode.Uri,
  format: TextFormat,
  size: number,
  { parser }: Readers,
  signal: AbortSignal,
  progress: Progress,
): Promise<ReadContent> {
  // The size first: a file that is too large must not be read only to find that out.
  if (size > TEXT_SIZE_LIMIT) {
    const [has, limit] = [megabytes(size), megabytes(TEXT_SIZE_LIMIT)];
    throw new ReadError(
      vscode.l10n.t('The file has {0} MB; text morphologies are read up to {1} MB: write it as H5.', has, limit),
    );
  }
  progress(vscode.l10n.t('Reading'), null);
  const bytes = await reached(uri, vscode.workspace.fs.readFile(uri));
  signal.throwIfAborted();
  progress(vscode.l10n.t('Parsing'), null);
  // A file system of another extension may give out its own memory.
  const own = uri.scheme === 'file' ? bytes : bytes.slice();
  const reading = await parser.read(format, own, signal);
  return { ...reading, size, source: 'disk', ...(size > TEXT_DOCUMENT_LIMIT && { notice: textNotice() }) };
}

async function readHdf5(
  uri: vscode.Uri,
  size: number,
  { hdf5, parser }: Readers,
  signal: AbortSignal,
  progress: Progress,
): Promise<ReadContent> {
  progress(vscode.l10n.t('Reading'), null);
  const found = await hdf5OfAnyPlace(uri, size, hdf5, signal);
  signal.throwIfAborted();
  const file = { size, source: 'disk' } as const;
  if (found.kind !== 'morphology') {
    const { refused, problems, summary } = found;
    return { ...file, morphology: undefined, refused, problems, summary };
  }
  const { morphology, refused, problems } = found.reading;
  const added = morphology ? await parser.check(morphology, problems, signal) : [];
  return { ...file, morphology, refused, problems: [...problems, ...added] };
}

async function hdf5OfAnyPlace(
  uri: vscode.Uri,
  size: number,
  hdf5: MorphologyHdf5,
  signal: AbortSignal,
): Promise<H5Reading> {
  if (uri.scheme === 'file') return hdf5.read(uri.fsPath, signal);
  return hdf5.readBytes(await copyable(uri, size), signal);
}

function textNotice(): string {
  return vscode.l10n.t(
    'The file is larger than {0} MB: VS Code shows extensions no text of it, so the view follows what is saved.',
    megabytes(TEXT_DOCUMENT_LIMIT),
  );
}
