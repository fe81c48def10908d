/** The tab "Dendrogram": sections by their lengths and diameters; hover, selection and colours are those of the scene. */
import type { Morphology } from '../../../formats/morphology/model';
import { childrenOf, topologyOf } from '../../../formats/morphology/topology';
import { sharpCanvas } from '../../common/canvas';
import { element, iconButton, svgElement } from '../../common/dom';
import { menuButton } from '../../common/menu';
import { emptyNote } from '../../common/notices';
import { axisTicks, formatNumber } from '../../common/numbers';
import { PLOT_FONT, svgText } from '../../common/plotFrame';
import { exportTable, saveText } from '../exports';
import type { Part, PartContext } from '../part';
import { coloursOf, type Colours } from '../scene/colouring';
import { layoutDendrogram, type DendrogramLayout } from './layout';
import { paintDendrogram, sectionAt, type Brush, type DendrogramFrame } from './paint';
import { sectionTable } from './sectionTable';
import { DendrogramView, MARGIN } from './view';

const HELP = 'Arrow keys walk along the tree, plus and minus zoom, 0 fits.';

export function createDendrogram(context: PartContext): Part {
  const { state, palette, host } = context;
  let morphology: Morphology | undefined;
  let layout: DendrogramLayout | undefined;
  let colours: Colours | undefined;
  let frame: DendrogramFrame | undefined;
  let isVisible = false;
  const view = new DendrogramView();
  const holder = element('div', {
    class: 'plot-holder',
    tabindex: 0,
    role: 'application',
    'aria-roledescription': 'dendrogram',
    'aria-label': `Dendrogram. ${HELP}`,
  });
  const note = element(
    'div',
    { class: 'plot-note', hidden: true },
    emptyNote('All neurites are hidden: show one above.'),
  );
  const table = sectionTable(context);
  const canvas = sharpCanvas(holder, (drawing, width, height) => {
    if (!morphology || !layout || !isVisible) return;
    colours ??= coloursOf(morphology, state.value.colouring, palette.value);
    frame = view.frame(layout, width, height);
    draw(drawing, morphology, layout, colours, frame);
    marks.redraw();
  });

  // A canvas of its own: with tens of thousands of sections the tree is not drawn anew for each step of the pointer.
  const marks = sharpCanvas(holder, (drawing) => {
    if (!layout || !frame || !isVisible) return;
    for (const [section, color] of [
      [state.hover.value, palette.value.foreground],
      [state.value.selection?.section ?? null, palette.value.selection],
    ] as const) {
      if (section === null) continue;
      const x = (layout.x[section] ?? NaN) * frame.scaleX + frame.left;
      if (Number.isNaN(x)) continue;
      const foot = frame.bottom - (layout.y[section] ?? 0) * frame.scaleY;
      const up = (layout.lengths[section] ?? 0) * frame.scaleY;
      drawing.strokeStyle = color;
      drawing.lineWidth = 2;
      drawing.strokeRect(x - 4, foot - up - 3, 8, up + 6);
    }
  });

  const draw = (
    drawing: CanvasRenderingContext2D,
    shown: Morphology,
    placed: DendrogramLayout,
    colors: Colours,
    seen: DendrogramFrame,
  ): void => {
    paintDendrogram(shown, placed, colors, seen, canvasBrush(drawing));
    drawAxis(drawing, seen);
  };

  const drawAxis = (drawing: CanvasRenderingContext2D, seen: DendrogramFrame): void => {
    drawing.fillStyle = palette.value.background;
    drawing.fillRect(0, 0, MARGIN.left - 8, seen.height);
    drawing.fillStyle = palette.value.muted;
    drawing.strokeStyle = palette.value.muted;
    drawing.lineWidth = 1;
    drawing.font = `11px ${getComputedStyle(holder).fontFamily}`;
    drawing.textAlign = 'right';
    drawing.textBaseline = 'middle';
    drawing.beginPath();
    for (const { at, text } of axisMarks(seen)) {
      drawing.moveTo(MARGIN.left - 12, at);
      drawing.lineTo(MARGIN.left - 8, at);
      drawing.fillText(text, MARGIN.left - 15, at);
    }
    drawing.moveTo(MARGIN.left - 8.5, 0);
    drawing.lineTo(MARGIN.left - 8.5, seen.height);
    drawing.stroke();
  };

  const relayout = (): void => {
    if (!morphology) return;
    const { sections } = morphology;
    const hiddenTypes = new Set(state.value.hiddenTypes);
    const hiddenRoots = new Set(state.value.hiddenNeurites);
    layout = layoutDendrogram(
      morphology,
      (root) => !hiddenRoots.has(root) && !hiddenTypes.has(sections.types[root] ?? 0),
    );
    note.hidden = layout.width > 0 || sections.count === 0;
    canvas.redraw();
  };

  const place = (event: MouseEvent): readonly [number, number] => {
    const { left, top } = holder.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  };
  const pickAt = (event: MouseEvent): number | undefined =>
    layout && frame ? sectionAt(layout, frame, ...place(event)) : undefined;
  let dragged = 0;
  holder.addEventListener('pointerdown', (event) => {
    dragged = 0;
    holder.setPointerCapture(event.pointerId);
  });
  holder.addEventListener('pointermove', (event) => {
    if (holder.hasPointerCapture(event.pointerId) && event.buttons !== 0) {
      dragged += Math.hypot(event.movementX, event.movementY);
      view.move(event.movementX, event.movementY);
      canvas.redraw();
      return;
    }
    state.hover.set(pickAt(event) ?? null);
  });
  holder.addEventListener('pointerleave', () => {
    state.hover.set(null);
  });
  holder.addEventListener('click', (event) => {
    if (dragged > 4) return;
    const section = pickAt(event);
    state.update({ selection: section === undefined ? null : { section } });
  });
  holder.addEventListener('dblclick', (event) => {
    const section = pickAt(event);
    if (section !== undefined) host.pickSection(section, undefined, true);
  });
  holder.addEventListener('wheel', (event) => {
    event.preventDefault();
    zoom(Math.exp(-event.deltaY * 0.0015), ...place(event));
  });
  const zoom = (factor: number, x = holder.clientWidth / 2, y = holder.clientHeight / 2): void => {
    view.zoomAt(factor, x, y, holder.clientHeight);
    canvas.redraw();
  };
  const fit = (): void => {
    view.fit();
    canvas.redraw();
  };
  holder.addEventListener('keydown', (event) => {
    if (event.key === '+' || event.key === '=') zoom(1.3);
    else if (event.key === '-') zoom(1 / 1.3);
    else if (event.key === '0') fit();
    else {
      const section = morphology && neighbour(morphology, state.value.selection?.section, event.key);
      if (section === undefined) return;
      state.update({ selection: { section } });
    }
    event.preventDefault();
  });

  const describe = (): void => {
    const section = state.value.selection?.section;
    holder.setAttribute('aria-label', `Dendrogram${section === undefined ? '' : `, section ${section}`}. ${HELP}`);
    marks.redraw();
  };
  const subscriptions = [
    state.follow(['hiddenTypes', 'hiddenNeurites'], relayout),
    state.follow(['selection'], describe),
    state.follow(['colouring'], () => {
      colours = undefined;
      canvas.redraw();
    }),
    palette.subscribe(() => {
      colours = undefined;
      canvas.redraw();
      table.table.refresh();
    }),
    state.hover.subscribe(marks.redraw),
  ];

  const exportSvg = (): void => {
    if (!morphology || !layout) return;
    const text = dendrogramSvg(morphology, layout, palette.value);
    void saveText(context, 'svg', 'dendrogram', text(coloursOf(morphology, state.value.colouring, palette.value)));
  };
  const toolbar = element(
    'div',
    { class: 'toolbar' },
    iconButton('zoom-in', 'Zoom in', () => {
      zoom(1.3);
    }),
    iconButton('zoom-out', 'Zoom out', () => {
      zoom(1 / 1.3);
    }),
    iconButton('screen-full', 'Fit', fit),
    element('span', { class: 'spring' }),
    menuButton('Export', 'export', () => [
      { label: 'SVG', run: exportSvg },
      ...exportTable(context, 'sections', table.table),
    ]),
  );
  return {
    element: element(
      'div',
      { class: 'tab-part' },
      toolbar,
      element('div', { class: 'beside' }, element('div', { class: 'plot-area' }, holder, note), table.table.element),
    ),
    show: (given) => {
      morphology = given;
      colours = undefined;
      if (!isVisible) {
        layout = undefined;
        return;
      }
      relayout();
      table.show(given);
    },
    setVisible: (visible) => {
      isVisible = visible;
      if (!visible || !morphology) return;
      if (!layout) {
        relayout();
        table.show(morphology);
      } else table.table.refresh();
      canvas.redraw();
    },
    dispose: () => {
      for (const end of subscriptions) end();
      canvas.dispose();
      marks.dispose();
      table.dispose();
    },
  };
}

function canvasBrush(drawing: CanvasRenderingContext2D): Brush {
  let last = '';
  // A colour is read from its text each time it is set.
  const dip = (color: string): void => {
    if (color !== last) drawing.fillStyle = color;
    last = color;
  };
  return {
    shape: (color, corners) => {
      dip(color);
      drawing.beginPath();
      for (let i = 0; i < corners.length; i += 2) drawing.lineTo(corners[i] ?? 0, corners[i + 1] ?? 0);
      drawing.fill();
    },
    line: (color, x0, y0, x1, y1) => {
      dip(color);
      const [left, top] = [Math.min(x0, x1), Math.min(y0, y1)];
      drawing.fillRect(left - 0.5, top - 0.5, Math.abs(x1 - x0) + 1, Math.abs(y1 - y0) + 1);
    },
  };
}

function axisMarks({ bottom, scaleY, height }: DendrogramFrame): readonly { at: number; text: string }[] {
  const low = Math.max(0, (bottom - height) / scaleY);
  return axisTicks(low, bottom / scaleY, Math.max(2, height / 50))
    .map((tick) => ({ at: bottom - tick * scaleY, tick }))
    .filter(({ at }) => at > 6 && at < height - 5)
    .map(({ at, tick }) => ({ at, text: formatNumber(tick) + (tick === 0 ? ' µm' : '') }));
}

/** The whole tree, however far the page is zoomed in. */
function dendrogramSvg(
  morphology: Morphology,
  layout: DendrogramLayout,
  { background, muted }: { background: string; muted: string },
): (colours: Colours) => string {
  return (colours) => {
    const width = Math.min(20_000, Math.max(800, layout.width * 4 + MARGIN.left + MARGIN.right));
    const height = 600;
    const frame = new DendrogramView().frame(layout, width, height);
    const shapes = svgElement('g', { 'stroke-width': 1 });
    paintDendrogram(morphology, layout, colours, frame, {
      shape: (fill, corners) => {
        const points = corners.map((value) => value.toFixed(2)).join(' ');
        shapes.append(svgElement('polygon', { points, fill }));
      },
      line: (stroke, x1, y1, x2, y2) => {
        shapes.append(
          svgElement('line', { x1: x1.toFixed(2), y1: y1.toFixed(2), x2: x2.toFixed(2), y2: y2.toFixed(2), stroke }),
        );
      },
    });
    const axis = svgElement(
      'g',
      { 'font-family': PLOT_FONT, 'font-size': 11, fill: muted, stroke: 'none', 'text-anchor': 'end' },
      ...axisMarks(frame).map(({ at, text }) => svgElement('text', { x: MARGIN.left - 15, y: at + 4 }, text)),
      svgElement('line', { x1: MARGIN.left - 8, y1: 0, x2: MARGIN.left - 8, y2: height, stroke: muted }),
    );
    const svg = svgElement('svg', { width, height, viewBox: `0 0 ${width} ${height}` }, shapes, axis);
    return svgText(svg, 'Dendrogram: path distance in µm', background);
  };
}

/** Where an arrow key leads from a section: up to the first child, down to the parent, aside to a sibling. */
function neighbour({ sections }: Morphology, from: number | undefined, key: string): number | undefined {
  const topology = topologyOf(sections);
  const isArrow = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home'].includes(key);
  if (!isArrow || sections.count === 0) return undefined;
  if (from === undefined || key === 'Home') return topology.roots[0];
  const parent = sections.parents[from] ?? -1;
  if (key === 'ArrowUp') return childrenOf(topology, from)[0];
  if (key === 'ArrowDown') return parent < 0 ? undefined : parent;
  const siblings = parent < 0 ? topology.roots : childrenOf(topology, parent);
  return siblings[siblings.indexOf(from) + (key === 'ArrowRight' ? 1 : -1)];
}
