/** What the page of a data file asks, each question with bounds, and an end where the page no longer wants to know. */
import type { CancellationToken, MessageConnection, RequestType } from 'vscode-jsonrpc/node';
import { Hdf5Error, type CancelSignal, type Hdf5Entity, type Hdf5File } from '../../../../formats/hdf5/api';
import type { OpenRecording } from '../../../../formats/recording/model';
import * as protocol from '../../../../protocol/dataView';
import { cancelledResponse, failedResponse } from '../common/responses';
import {
  ANSWER_LIMIT_BYTES,
  assertReadable,
  boundedBins,
  boundedRange,
  CHILD_LIMIT,
  MATCH_LIMIT,
  ROW_LIMIT,
  SEARCH_TEXT_LIMIT,
  selectionOf,
  sizeText,
  TABLE_ROW_LIMIT,
  wholeNumber,
} from './bounds';
import type { DataSession } from './session';
import type { DataSource } from '../../../../formats/dataFile/source';

/** Least and greatest of a part: two numbers of 8, or of 4 bytes. */
const MIN_MAX_BYTES = 16;
const TRACE_BYTES = 8;

/** @param unexpected is told of failures that are none of the file's */
export function answerQuestions(
  connection: MessageConnection,
  session: DataSession,
  gone: AbortSignal,
  unexpected: (error: unknown) => void,
): void {
  /** A question of the file. What the file says against it is its answer. */
  const on = <Params, Answer>(
    type: RequestType<Params, Answer, void>,
    work: (source: DataSource, params: Params, signal: AbortSignal) => Promise<Answer>,
  ): void => {
    connection.onRequest(type.method, async (params: Params, token: CancellationToken) => {
      const signal = AbortSignal.any([gone, signalOf(token)]);
      const question = `${type.method} ${JSON.stringify(params)}`;
      try {
        return await orCancelled(
          session.ask(question, async (source) => work(source, params, signal)),
          signal,
        );
      } catch (error) {
        if (error instanceof Hdf5Error) return error.code === 'cancelled' ? cancelledResponse() : failedResponse(error);
        unexpected(error);
        return failedResponse(error);
      }
    });
  };

  on(protocol.childrenRequest, async (source, { path, range }) => {
    const file = hdf5Of(source);
    const entity = await file.entity(path);
    const children = await file.children(path, boundedRange(range, CHILD_LIMIT));
    return { total: entity.kind === 'group' ? entity.childCount : children.length, children };
  });
  on(protocol.rowsRequest, async (source, { paths }) => {
    const file = hdf5Of(source);
    return Promise.all(paths.slice(0, ROW_LIMIT).map((path) => rowAt(file, path)));
  });
  on(protocol.entityRequest, async (source, { path }) => {
    const file = hdf5Of(source);
    const entity = await file.entity(path);
    return { entity, attributes: entity.kind === 'unresolved' ? [] : await file.attributes(path) };
  });
  on(protocol.readRequest, async (source, { path, selection }, signal) => {
    const file = hdf5Of(source);
    const entity = await file.entity(path);
    const chosen = selectionOf(selection);
    if (entity.kind === 'dataset') assertReadable(entity, chosen);
    return file.read(path, chosen, signal);
  });
  on(protocol.minMaxRequest, async (source, { path, selection, bins }, signal) =>
    hdf5Of(source).minMax(path, selectionOf(selection), boundedBins(bins, MIN_MAX_BYTES), signal),
  );
  on(protocol.searchRequest, async (source, { text, limit }, signal) =>
    hdf5Of(source).search(text.slice(0, SEARCH_TEXT_LIMIT), Math.min(wholeNumber(limit, 0), MATCH_LIMIT), signal),
  );
  on(protocol.traceRequest, async (source, { id, range, bins }, signal) =>
    recordingOf(source).trace(id, boundedRange(range, Infinity), boundedBins(bins, TRACE_BYTES), signal),
  );
  on(protocol.tableRowsRequest, async (source, { name, range }, signal) =>
    recordingOf(source).tableRows(name, boundedRange(range, TABLE_ROW_LIMIT), signal),
  );
  on(protocol.unitSpikesRequest, async (source, { range }) => {
    const spikes = await recordingOf(source).unitSpikes(boundedRange(range, TABLE_ROW_LIMIT));
    const bytes = spikes.reduce((sum, { byteLength }) => sum + byteLength, 0);
    if (bytes <= ANSWER_LIMIT_BYTES) return spikes;
    throw new Hdf5Error('too-large', `The spikes of these units are ${sizeText(bytes)}: choose fewer units.`);
  });
}

function hdf5Of({ hdf5 }: DataSource): Hdf5File {
  if (hdf5) return hdf5;
  throw new Hdf5Error('missing', 'This file is no HDF5 file: it has no groups and datasets.');
}

function recordingOf({ recording }: DataSource): OpenRecording {
  if (recording) return recording;
  throw new Hdf5Error('missing', 'This file holds no recording.');
}

/** A row that cannot be had says why; the others are shown all the same. */
async function rowAt(file: Hdf5File, path: string): Promise<protocol.TreeRow> {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const entity = await entityAt(file, path);
  const kind = entity.kind === 'unresolved' ? 'link' : entity.kind;
  const attributeCount = entity.kind === 'unresolved' ? 0 : await attributeCountAt(file, path);
  return { child: { name, kind }, path, entity, attributeCount };
}

async function entityAt(file: Hdf5File, path: string): Promise<Hdf5Entity> {
  try {
    return await file.entity(path);
  } catch (error) {
    if (!(error instanceof Hdf5Error) || error.code === 'closed') throw error;
    return { kind: 'unresolved', path, reason: error.message };
  }
}

async function attributeCountAt(file: Hdf5File, path: string): Promise<number> {
  try {
    return (await file.attributes(path)).length;
  } catch (error) {
    if (!(error instanceof Hdf5Error) || error.code === 'closed') throw error;
    return 0;
  }
}

export function signalOf(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  if (token.isCancellationRequested) controller.abort();
  token.onCancellationRequested(() => {
    controller.abort();
  });
  return controller.signal;
}

/** The page need not wait for what cannot be stopped. */
async function orCancelled<Answer>(answer: Promise<Answer>, signal: CancelSignal): Promise<Answer> {
  let abort = (): void => undefined;
  const cancelled = new Promise<never>((_resolve, reject) => {
    abort = () => {
      reject(new Hdf5Error('cancelled', 'The read was cancelled.'));
    };
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort);
  });
  try {
    return await Promise.race([answer, cancelled]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
