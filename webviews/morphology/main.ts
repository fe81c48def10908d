/** The page of the morphology editor: asks for the content, shows how far it is, then composes the view. */
import * as protocol from '../../protocol/morphologyView';
import type { MorphologyContent } from '../../protocol/morphologyView';
import { connect } from '../common/transport';
import { messageNotice, progressNotice } from '../common/notices';
import { acquireWebview, debounce } from '../common/webview';
import { connectedHost } from './connection';
import { emptyView } from './empty';
import { parseKeptState } from './keptState';
import { ViewState } from './state';
import { observedPalette } from './themePalette';
import { composeView, type MorphologyView } from './view';
import '@vscode/codicons/dist/codicon.css';
import '../common/common.css';
import './morphology.css';

/** ms after the last change of the state until it is kept: a turning camera changes it with every frame. */
const KEEP_DELAY = 150;

const { api, channel } = acquireWebview();
const connection = connect(channel);
const host = connectedHost(connection);
const state = new ViewState(parseKeptState(api.getState()));
const { palette, setColors } = observedPalette();

const keep = debounce(() => {
  api.setState(state.value);
}, KEEP_DELAY);
state.kept.subscribe(keep.later);
// A page that is hidden may be gone before the delay is over.
window.addEventListener('pagehide', keep.now);
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') keep.now();
});

let view: MorphologyView | undefined;
let progress: ReturnType<typeof progressNotice> | undefined;
/** Tells the answers of an earlier question from those of the last. */
let question = 0;

function showAlone(element: HTMLElement): void {
  view?.dispose();
  view = undefined;
  document.body.replaceChildren(element);
}

async function load(): Promise<void> {
  const own = ++question;
  progress = progressNotice('Loading the morphology …', () => {
    question++;
    host.cancel();
    showAlone(
      messageNotice(
        'info',
        'Loading was cancelled',
        ['Nothing of the file is shown.'],
        [{ label: 'Retry', run: retry }],
      ),
    );
  });
  progress.update('Reading', null);
  showAlone(progress.element);
  try {
    const content = await host.content();
    if (own === question) showContent(content);
  } catch (error) {
    if (own !== question) return;
    const message = error instanceof Error ? error.message : String(error);
    showAlone(
      messageNotice('error', 'The morphology could not be loaded', [message], [{ label: 'Retry', run: retry }]),
    );
  }
}

function retry(): void {
  void load();
}

function showContent(content: MorphologyContent): void {
  question++;
  setColors(content.settings.colors);
  const { morphology } = content;
  if (!morphology || (morphology.sections.count === 0 && morphology.soma.diameters.length === 0)) {
    showAlone(emptyView(content, host, retry));
    return;
  }
  if (view) {
    view.show(content, morphology);
    return;
  }
  view = composeView(document.body, { content, morphology, state, host, palette });
}

connection.onNotification(protocol.contentChanged, showContent);
connection.onNotification(protocol.loadingProgress, ({ phase, fraction }) => progress?.update(phase, fraction));
connection.onNotification(protocol.textSelection, ({ section, point }) => view?.selectFromText(section, point));
connection.onNotification(protocol.viewCommand, ({ command }) => view?.run(command));
connection.listen();
void load();
