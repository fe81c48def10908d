/** The page of the data editor: asks what the file is, shows how far that is, then composes the view. */
import * as protocol from '../../protocol/dataView';
import type { DataContent } from '../../protocol/dataView';
import { connect } from '../common/transport';
import { messageNotice, progressNotice } from '../common/notices';
import { acquireWebview, debounce } from '../common/webview';
import { connectedHost } from './connection';
import { failureView } from './failure';
import { parseKeptState } from './keptState';
import { ViewState } from './state';
import { composeView, type DataView } from './view';
import '@vscode/codicons/dist/codicon.css';
import 'uplot/dist/uPlot.min.css';
import '../common/common.css';
import './data.css';

/** ms after the last change of the state until it is kept. */
const KEEP_DELAY = 150;

const { api, channel } = acquireWebview();
const connection = connect(channel);
const host = connectedHost(connection);
const state = new ViewState(parseKeptState(api.getState()));

const keep = debounce(() => {
  api.setState(state.value);
}, KEEP_DELAY);
state.kept.subscribe(keep.later);
// A page that is hidden may be gone before the delay is over.
window.addEventListener('pagehide', keep.now);
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') keep.now();
});

let view: DataView | undefined;
/** What the view was composed for: a file that becomes another kind has other parts. */
let composedFor = '';
let asking: AbortController | undefined;

function showAlone(element: HTMLElement): void {
  view?.dispose();
  view = undefined;
  document.body.replaceChildren(element);
}

async function load(): Promise<void> {
  asking?.abort();
  const own = new AbortController();
  asking = own;
  const progress = progressNotice('Opening the file …', () => {
    own.abort();
    showAlone(
      messageNotice(
        'info',
        'Opening was cancelled',
        ['Nothing of the file is shown.'],
        [{ label: 'Retry', run: retry }],
      ),
    );
  });
  progress.update('Reading', null);
  showAlone(progress.element);
  try {
    const content = await host.content(own.signal);
    if (!own.signal.aborted) showContent(content);
  } catch (error) {
    if (own.signal.aborted) return;
    const message = error instanceof Error ? error.message : String(error);
    showAlone(messageNotice('error', 'The file could not be opened', [message], [{ label: 'Retry', run: retry }]));
  }
}

function retry(): void {
  void load();
}

function showContent(content: DataContent): void {
  asking?.abort();
  if (content.failure) {
    showAlone(failureView(content, content.failure, retry));
    return;
  }
  const { recording } = content;
  const parts = `${content.kind} ${(recording?.sweeps.length ?? 0) + (recording?.loose.length ?? 0) > 0} ${(recording?.tables.length ?? 0) > 0} ${(recording?.unitCount ?? 0) > 0}`;
  if (view && parts === composedFor) {
    view.show(content);
    return;
  }
  view?.dispose();
  composedFor = parts;
  view = composeView(document.body, { content, state, host });
}

connection.onNotification(protocol.dataContentChanged, showContent);
connection.onNotification(protocol.dataViewCommand, ({ command }) => view?.run(command));
connection.listen();
void load();
