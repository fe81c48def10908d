import type { NumberScanner } from './numbers';
import { AscBuilder } from './builder';
import { isContour, isNeurite, isSoma, sectionTypeOf, type Frame, type FrameKind, type Header } from './frame';
import { placeAt, readHeader, skipList } from './header';
import type { AscLexer } from './lexer';
import { PointReader } from './pointReader';
import { recover } from './recovery';
import type { AscReport, TokenPlace } from './report';
import {
  CLOSE,
  END,
  INCOMPLETE,
  isBlockType,
  isBranchEnd,
  isSkippedWord,
  MARKER,
  NUMBER,
  OPEN,
  PIPE,
  SPINE_CLOSE,
  SPINE_OPEN,
  TEXT,
} from './tokens';

const NO_POINTS = new Float32Array(0);

/**
 * Reads the blocks of an ASC file as MorphIO 3.4 does (src/readers/morphologyASC.cpp), but goes on behind what is
 * wrong. Open parentheses are kept in a list, not on the call stack: 100 000 of them are no trouble.
 */
export class AscParser {
  readonly builder: AscBuilder;
  /** Whether there is a block at all. */
  hasBlocks = false;
  /** The first soma with points. */
  somaPlace: TokenPlace | undefined;
  readonly #lexer: AscLexer;
  readonly #report: AscReport;
  readonly #points: PointReader;
  readonly #frames: Frame[] = [];
  #unnamed: Header | undefined;

  constructor(lexer: AscLexer, numbers: NumberScanner, report: AscReport) {
    this.#lexer = lexer;
    this.#report = report;
    this.#points = new PointReader(lexer, numbers, report);
    this.builder = new AscBuilder(lexer.bytes.length);
  }

  parse(): void {
    const lexer = this.#lexer;
    let outside: { start: number; end: number; line: number } | undefined;
    while (lexer.kind !== END) {
      if (lexer.kind !== OPEN) {
        if (outside) outside.end = lexer.end;
        else outside = { start: lexer.start, end: lexer.end, line: lexer.line };
        lexer.advance();
        continue;
      }
      if (outside) this.#report.outside(outside);
      outside = undefined;
      this.hasBlocks = true;
      this.#readBlock();
    }
    if (outside && this.hasBlocks) this.#report.outside(outside);
  }

  #readBlock(): void {
    const lexer = this.#lexer;
    const open = placeAt(lexer);
    const header: Header = { type: TEXT, label: '', open, name: open };
    lexer.advance();
    const outcome = readHeader(lexer, this.#report, header);
    if (outcome === 'wrong') recover(lexer, 1);
    if (outcome !== 'body') return;
    if (header.name !== header.open) this.#report.blockBegins();
    if (lexer.kind === CLOSE) lexer.advance();
    else {
      this.#push('block', header, header.open, -1);
      this.#readBody();
    }
  }

  /** To the end of the block, or to where the next one begins. */
  #readBody(): void {
    const lexer = this.#lexer;
    for (let frame = this.#frames.at(-1); frame; frame = this.#frames.at(-1)) {
      const { kind, start, line } = lexer;
      if (kind === OPEN) {
        if (this.#points.scan()) this.#addPoint(frame, start, line);
        else this.#readList(frame);
      } else if (kind === CLOSE) {
        this.#endFrame(frame);
        lexer.advance();
      } else if (kind === PIPE) this.#nextSibling(frame);
      else if (kind === END) {
        this.#report.ended(frame.open, lexer);
        this.#abandon();
      } else if (isBranchEnd(kind)) this.#readBranchEnd(frame);
      else if (kind === SPINE_OPEN) this.#skipSpine();
      else if (kind === TEXT) lexer.advance();
      else this.#skipStray();
    }
  }

  /** `( …`: a point that is not quite plain, a branch, a marker, or what is skipped. */
  #readList(frame: Frame): void {
    const lexer = this.#lexer;
    const next = lexer.peek();
    const open = placeAt(lexer);
    if (next === NUMBER) {
      const outcome = this.#points.read(isContour(frame));
      if (outcome === 'read') this.#addPoint(frame, open.start, open.line);
      else if (outcome === 'ended') this.#abandon();
    } else if (next === OPEN) this.#beginBranch(frame, open);
    else if (next === MARKER) this.#beginMarker(frame, open);
    else if (isSkippedWord(next)) {
      if (!skipList(lexer, this.#report, open)) this.#abandon();
    } else this.#readUnknownList(frame, open, next);
  }

  #readUnknownList(frame: Frame, open: TokenPlace, next: number): void {
    const lexer = this.#lexer;
    const place = { start: lexer.nextStart, end: lexer.nextEnd, line: lexer.nextLine };
    const isBlockInBranch =
      isBlockType(next) && frame.kind === 'branch' && frame.isFirst && frame.section < 0 && !this.#hasPending(frame);
    if (next === END) {
      lexer.advance();
      this.#report.ended(open, lexer);
      this.#abandon();
    } else if (next === TEXT || isBlockInBranch) {
      const outer = this.#frames[0];
      this.#report.blockWithin(place, outer ? outer.open : open);
      const begin = next === TEXT ? open : frame.open;
      this.#abandon();
      lexer.jump(begin.start, begin.line);
    } else {
      this.#report.unknown(place);
      if (!skipList(lexer, this.#report, open)) this.#abandon();
    }
  }

  #hasPending(frame: Frame): boolean {
    return isNeurite(frame) ? this.builder.hasPending : this.builder.looseCount > frame.firstLoose;
  }

  #addPoint(frame: Frame, start: number, line: number): void {
    const { values } = this.#points;
    const x = values[0] ?? 0;
    const y = values[1] ?? 0;
    const z = values[2] ?? 0;
    const diameter = values[3] ?? 0;
    if (frame.hasBranches && !this.#hasPending(frame)) {
      this.#report.pointsAfterBranches({ start, end: start + 1, line });
    }
    if (isNeurite(frame)) this.builder.addPoint(x, y, z, diameter, line, frame.parent);
    else this.builder.addLoosePoint(x, y, z, diameter, line);
  }

  #push(kind: FrameKind, header: Header, open: TokenPlace, parent: number): void {
    this.#frames.push({
      kind,
      header,
      open,
      parent,
      section: -1,
      isFirst: true,
      hasBranches: false,
      firstLoose: this.builder.looseCount,
      firstMarker: this.builder.markers.length,
    });
  }

  #beginBranch(frame: Frame, open: TokenPlace): void {
    this.#endSection(frame);
    frame.hasBranches = true;
    const { header } = frame;
    let parent = frame.parent;
    if (isNeurite(frame)) {
      if (frame.section < 0) this.#report.emptyBranch(open);
      else parent = frame.section;
    } else if (frame.kind === 'block' && isContour(frame) && this.#unnamed !== header) {
      this.#unnamed = header;
      this.#report.unnamedNeurite(header.name, header.label);
    }
    this.#lexer.advance();
    this.#push('branch', header, open, parent);
  }

  /** A marker begins at the first list in it. */
  #beginMarker(frame: Frame, open: TokenPlace): void {
    const lexer = this.#lexer;
    lexer.advance();
    const name = placeAt(lexer);
    const header: Header = { type: TEXT, label: lexer.text(name.start, name.end), open, name };
    while (lexer.kind !== OPEN && lexer.kind !== END) lexer.advance();
    if (lexer.kind === END) {
      this.#report.ended(open, lexer);
      this.#abandon();
    } else this.#push('marker', header, open, this.#sectionOf(frame));
  }

  /** The section in which something stands: where its points are still being read, the one that they will make. */
  #sectionOf(frame: Frame): number {
    if (isContour(frame)) return frame.parent;
    if (isSoma(frame)) return -1;
    return frame.section < 0 ? this.builder.sectionCount : frame.section;
  }

  /** Points so far become a section, the soma or a marker. */
  #endSection(frame: Frame): void {
    const { builder } = this;
    const { header, firstLoose, firstMarker, parent } = frame;
    if (!this.#hasPending(frame)) return;
    if (isNeurite(frame)) {
      frame.section = builder.endSection(sectionTypeOf(header.type), parent, firstMarker);
      return;
    }
    const contour = builder.endLoose(firstLoose);
    if (isSoma(frame) && !this.somaPlace) {
      builder.soma = contour;
      this.somaPlace = header.name;
      return;
    }
    if (isSoma(frame) && this.somaPlace) this.#report.secondSoma(header.name, this.#lexer, this.somaPlace);
    const { points, diameters } = contour;
    const label = isSoma(frame) && header.label === '' ? 'CellBody' : header.label;
    builder.markers.push({ label, points, diameters, section: isSoma(frame) ? -1 : parent, line: header.open.line });
  }

  #endFrame(frame: Frame): void {
    this.#endSection(frame);
    this.#frames.pop();
  }

  #nextSibling(frame: Frame): void {
    const lexer = this.#lexer;
    if (frame.kind === 'marker') {
      this.#report.expected(lexer, 'the ")" that ends the marker');
      lexer.advance();
      return;
    }
    this.#endSection(frame);
    lexer.advance();
    if (frame.kind === 'block') {
      // MorphIO takes it for the end of the block.
      this.#frames.pop();
      return;
    }
    frame.section = -1;
    frame.isFirst = false;
    frame.hasBranches = false;
    frame.firstMarker = this.builder.markers.length;
    frame.firstLoose = this.builder.looseCount;
  }

  #readBranchEnd(frame: Frame): void {
    const lexer = this.#lexer;
    if (lexer.kind === INCOMPLETE) {
      this.builder.markers.push({
        label: 'INCOMPLETE',
        points: NO_POINTS,
        diameters: NO_POINTS,
        section: this.#sectionOf(frame),
        line: lexer.line,
      });
      const next = lexer.peek();
      if (next !== CLOSE && next !== PIPE && next !== END) {
        const following = { start: lexer.nextStart, end: lexer.nextEnd, line: lexer.nextLine };
        this.#report.incomplete(lexer, following);
      }
    }
    lexer.advance();
  }

  #skipSpine(): void {
    const lexer = this.#lexer;
    const open = placeAt(lexer);
    while (lexer.kind !== SPINE_CLOSE && lexer.kind !== END) lexer.advance();
    if (lexer.kind === END) {
      this.#report.ended(open, lexer);
      this.#abandon();
    } else lexer.advance();
  }

  /** A run of tokens that may not stand here is one problem. */
  #skipStray(): void {
    const lexer = this.#lexer;
    const { start, line } = lexer;
    let { end } = lexer;
    lexer.advance();
    while (this.#isStray(lexer.kind)) {
      end = lexer.end;
      lexer.advance();
    }
    this.#report.unknown({ start, end, line });
  }

  #isStray(kind: number): boolean {
    return !(
      kind === OPEN ||
      kind === CLOSE ||
      kind === PIPE ||
      kind === END ||
      kind === SPINE_OPEN ||
      kind === TEXT ||
      isBranchEnd(kind)
    );
  }

  /** Leaves the block; what was read of it is kept. */
  #abandon(): void {
    for (let frame = this.#frames.at(-1); frame; frame = this.#frames.at(-1)) this.#endFrame(frame);
  }
}
