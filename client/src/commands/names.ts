/**
 * Names of our commands, as the protocol has them. Written out, because importing the protocol's value would load the
 * message library into the entry; the type makes sure that they agree.
 */
import type { DataViewCommand } from '../../../protocol/dataView';
import type { commands } from '../../../protocol/messages';
import type { MorphologyViewCommand } from '../../../protocol/morphologyView';

export const commandNames = {
  showResolvedTarget: 'bbp.showResolvedTarget',
  restartServer: 'bbp.restartServer',
  showOutput: 'bbp.showOutput',
} as const satisfies typeof commands;

/** Commands that open a morphology, as a picture or as text. */
export const morphologyCommandNames = {
  open: 'bbp.openMorphology',
  openToSide: 'bbp.openMorphologyToSide',
  openText: 'bbp.openMorphologyText',
} as const;

/** Commands that the view which is shown carries out. */
export const morphologyViewCommands: Readonly<Record<string, MorphologyViewCommand>> = {
  'bbp.morphology.fit': 'fit',
  'bbp.morphology.resetView': 'resetView',
  'bbp.morphology.viewXY': 'viewXY',
  'bbp.morphology.viewXZ': 'viewXZ',
  'bbp.morphology.viewYZ': 'viewYZ',
  'bbp.morphology.toggleProjection': 'toggleProjection',
  'bbp.morphology.exportPng': 'exportPng',
  'bbp.morphology.exportSwc': 'exportSwc',
  'bbp.morphology.exportAsc': 'exportAsc',
  'bbp.morphology.exportH5': 'exportH5',
  'bbp.morphology.copySnippet': 'copySnippet',
  'bbp.morphology.clearSelection': 'clearSelection',
};

export const dataCommandNames = { open: 'bbp.openData' } as const;

/** Commands that the view of a data file carries out. */
export const dataViewCommands: Readonly<Record<string, DataViewCommand>> = {
  'bbp.data.copyPath': 'copyPath',
  'bbp.data.copySnippet': 'copySnippet',
  'bbp.data.exportCsv': 'exportCsv',
  'bbp.data.exportNpy': 'exportNpy',
  'bbp.data.exportPng': 'exportPng',
  'bbp.data.search': 'search',
  'bbp.data.showTree': 'showTree',
};
