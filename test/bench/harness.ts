/** Measures work in ratios within one run, so that the machine cancels out, and prints a table that can be read. */
import fs from 'node:fs';

export interface Row {
  readonly work: string;
  readonly measured: string;
  readonly bound: string;
  /** undefined where there is nothing here to compare with. */
  readonly met: boolean | undefined;
}

/** Median time of some runs in ms, after one that warms up. */
export function timed(run: () => void, runs = 5): number {
  run();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return median(times);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** The sum of all bytes: what one pass over them costs. */
export function onePass(bytes: Uint8Array): number {
  let sum = 0;
  // eslint-disable-next-line @typescript-eslint/prefer-for-of -- an iterator would be no measure of a pass
  for (let i = 0; i < bytes.length; i++) sum = (sum + (bytes[i] ?? 0)) | 0;
  return sum;
}

export function milliseconds(value: number): string {
  return `${value < 1000 ? value.toPrecision(3) : value.toFixed(0)} ms`;
}

/** How long one run takes in ms, and what it gives. */
export async function measured<T>(run: () => Promise<T>): Promise<{ readonly time: number; readonly value: T }> {
  const start = performance.now();
  const value = await run();
  return { time: performance.now() - start, value };
}

/** Appends rows to the file that `scripts/bench.mjs` names; alone, prints them. */
export function report(rows: readonly Row[]): void {
  const lines = rows.map((row) => `| ${row.work} | ${row.measured} | ${row.bound} | ${verdict(row)} |`);
  const file = process.env['BBP_BENCH_TABLE'];
  if (file) fs.appendFileSync(file, `${lines.join('\n')}\n`);
  else console.log(lines.join('\n'));
}

function verdict({ met }: Row): string {
  if (met === undefined) return 'skipped';
  return met ? 'met' : '**missed**';
}
