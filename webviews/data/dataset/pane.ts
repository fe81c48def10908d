/** The object that is chosen in the tree: what it is, its attributes, and for a dataset its values. */
import type { Hdf5Attribute, Hdf5Dataset, Hdf5Entity } from '../../../formats/hdf5/api';
import { choice, element, iconButton } from '../../common/dom';
import { Loader } from '../../common/loader';
import { menuButton, type MenuItem } from '../../common/menu';
import { emptyNote, messageNotice } from '../../common/notices';
import { counted } from '../../common/numbers';
import type { EntityAnswer } from '../host';
import type { PartContext } from '../part';
import { sizeText } from '../size';
import { hdf5Snippet } from '../snippet';
import type { ViewName } from '../state';
import { attributeTable } from './attributes';
import { createHeatMap } from './heatMap';
import { createHistogram } from './histogram';
import { createLineView } from './line';
import { shownDimensions, viewsOf } from './selection';
import { dimensionSliders } from './sliders';
import { createTableView } from './table';
import { createTextView } from './text';
import { shapeText, storageFacts, typeText } from './values';
import type { DatasetContext, DatasetView } from './view';

const TITLES: Readonly<Record<ViewName, string>> = {
  value: 'Value',
  table: 'Table',
  line: 'Line',
  heatMap: 'Heat map',
  histogram: 'Histogram',
  text: 'Text',
};

const MAKERS: Readonly<Record<ViewName, (context: DatasetContext) => DatasetView>> = {
  value: createTextView,
  table: createTableView,
  line: createLineView,
  heatMap: createHeatMap,
  histogram: createHistogram,
  text: createTextView,
};

interface DatasetPane {
  readonly element: HTMLElement;
  reload(): void;
  copyPath(): void;
  copySnippet(): void;
  exports(): readonly MenuItem[];
  dispose(): void;
}

/** @param follow shows another object @param renew asks for the tree again */
export function createDatasetPane(
  context: PartContext,
  follow: (path: string) => void,
  renew: () => void,
): DatasetPane {
  const { state, host, content } = context;
  const loader = new Loader();
  const head = element('div', { class: 'object-head' });
  const attributes = element('section', { class: 'object-attributes', 'aria-label': 'Attributes' });
  const controls = element('div', { class: 'toolbar', role: 'toolbar', 'aria-label': 'Controls of the view' });
  const body = element('div', { class: 'object-body' });
  let shown: Hdf5Entity | undefined;
  let view: { readonly name: ViewName; readonly part: DatasetView } | undefined;

  const clear = (): void => {
    view?.part.dispose();
    view = undefined;
    body.replaceChildren();
    controls.replaceChildren();
  };

  const load = (path: string | null): void => {
    if (path === null) return;
    loader.run('Reading the object …', async (signal) => host.entity(path, signal), show);
  };

  const show = ({ entity, attributes: found }: EntityAnswer): void => {
    clear();
    shown = entity;
    head.replaceChildren(...objectHead(entity));
    showAttributes(found);
    if (entity.kind === 'dataset') showDataset(entity);
    else if (entity.kind === 'unresolved') showBroken(entity.path, entity.reason);
    else if (entity.kind === 'group') {
      body.append(emptyNote(`A group of ${counted(entity.childCount, 'object')}: choose one in the tree.`));
    } else body.append(emptyNote(`A named type: ${typeText(entity.type)}.`));
  };

  const showAttributes = (found: readonly Hdf5Attribute[]): void => {
    attributes.replaceChildren(attributeTable(found, follow));
  };

  const showBroken = (path: string, reason: string): void => {
    const ask = async (): Promise<void> => {
      if (!(await host.followExternal(path))) return;
      renew();
      load(path);
    };
    body.append(
      messageNotice('warning', 'This leads nowhere', [reason], [{ label: 'Follow the link', run: () => void ask() }]),
    );
  };

  const showDataset = (dataset: Hdf5Dataset): void => {
    const missing = dataset.sources?.filter(({ isMissing }) => isMissing) ?? [];
    const views = viewsOf(dataset);
    const kept = state.dataset(dataset.path).view;
    const name = kept && views.includes(kept) ? kept : views[0];
    clear();
    if (missing.length > 0) {
      const files = missing.map(({ file }) => file).join(', ');
      body.append(
        element('p', { class: 'view-note', role: 'status' }, `Parts are missing and shown as fill values: ${files}`),
      );
    }
    if (!name || dataset.shape === null) {
      const why = dataset.shape === null ? 'Its dataspace is null.' : `Its shape is ${shapeText(dataset.shape)}.`;
      body.append(emptyNote(`There are no values. ${why}`));
      return;
    }
    const last = dataset.path.slice(dataset.path.lastIndexOf('/') + 1);
    const part = MAKERS[name]({ ...context, dataset, shape: dataset.shape, name: last });
    view = { name, part };
    body.append(part.element);
    showControls(dataset, dataset.shape, views);
    part.update();
  };

  const showControls = (dataset: Hdf5Dataset, shape: readonly number[], views: readonly ViewName[]): void => {
    if (!view) return;
    const { path } = dataset;
    const own = state.dataset(path);
    const chooser = choice(
      'View',
      views.map((value) => ({ value, title: TITLES[value] })),
      view.name,
      (chosen) => {
        state.updateDataset(path, { view: chosen });
      },
    );
    const axes = view.name === 'text' && shape.length === 0 ? [] : shownDimensions(shape, view.name, own);
    const sliders = dimensionSliders(shape, axes, own.fixed ?? [], (fixed) => {
      state.updateDataset(path, { fixed });
    });
    controls.replaceChildren(...(views.length > 1 ? [chooser] : []), ...view.part.controls, ...sliders);
  };

  const subscriptions = [
    state.follow(['path'], ({ path }) => {
      if (path !== shown?.path) load(path);
    }),
    state.kept.subscribe(({ datasets }, before) => {
      if (shown?.kind !== 'dataset' || datasets[shown.path] === before.datasets[shown.path]) return;
      const [now, was] = [datasets[shown.path] ?? {}, before.datasets[shown.path] ?? {}];
      const isSameView = now.view === was.view && now.along === was.along;
      if (view && isSameView) view.part.update();
      else showDataset(shown);
    }),
  ];

  const copyPath = (): void => {
    if (shown) host.copy(shown.path, 'the path');
  };
  const copySnippet = (): void => {
    if (!shown) return;
    const selection = view?.part.selection() ?? [];
    host.copy(hdf5Snippet(content.value.path, shown.path, selection, shown.kind !== 'dataset'), 'the Python snippet');
  };
  const exports = (): readonly MenuItem[] => [
    ...(view?.part.exports() ?? []),
    { label: 'Copy path', run: copyPath },
    { label: 'Copy Python snippet (h5py)', run: copySnippet },
  ];
  return {
    element: element(
      'section',
      { class: 'object', 'aria-label': 'Chosen object' },
      element(
        'div',
        { class: 'object-line' },
        head,
        iconButton('copy', 'Copy path', copyPath),
        menuButton('Export', 'export', exports),
      ),
      attributes,
      controls,
      body,
      loader.element,
    ),
    reload: () => {
      load(state.value.path);
    },
    copyPath,
    copySnippet,
    exports,
    dispose: () => {
      for (const end of subscriptions) end();
      loader.cancel();
      clear();
    },
  };
}

function objectHead(entity: Hdf5Entity): readonly HTMLElement[] {
  const facts: string[] = [];
  if (entity.kind === 'dataset') {
    facts.push(typeText(entity.type), `[${shapeText(entity.shape)}]`, ...storageFacts(entity));
    const count = (entity.shape ?? [0]).reduce((product, length) => product * length, 1);
    if (entity.storedBytes !== undefined && count > 1) facts.push(`${sizeText(entity.storedBytes)} in the file`);
    if (!entity.type.littleEndian && entity.type.size > 1) facts.push('big-endian');
  } else if (entity.kind === 'group') facts.push(`group of ${counted(entity.childCount, 'object')}`);
  return [
    element('h2', { class: 'object-path', title: entity.path }, entity.path),
    element('p', { class: 'object-facts muted' }, facts.join(' · ')),
  ];
}
