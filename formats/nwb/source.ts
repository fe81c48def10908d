/** An HDF5 file that is asked many small questions: what cannot be had is undefined, and noted once. */
import {
  Hdf5Error,
  type Hdf5Child,
  type Hdf5Entity,
  type Hdf5File,
  type Hdf5Selection,
  type Hdf5Values,
} from '../hdf5/api';
import { firstNumber, firstText, type Attributes } from './values';

/** So many names of a group are looked at. */
const CHILDREN_LIMIT = 20_000;

/** So many questions are on their way at once. */
const WIDTH = 32;

const NO_ATTRIBUTES: Attributes = new Map();

export class NwbSource {
  /** What could not be read, by path. */
  readonly unreadable = new Map<string, string>();
  /** Groups of which not all names were looked at. */
  readonly cut: string[] = [];

  constructor(readonly file: Hdf5File) {}

  /** None where there is no such group. */
  async children(path: string): Promise<readonly Hdf5Child[]> {
    const range = { start: 0, end: CHILDREN_LIMIT };
    const children = (await this.#ask(path, () => this.file.children(path, range))) ?? [];
    if (children.length >= CHILDREN_LIMIT) this.cut.push(path);
    return children;
  }

  entity(path: string): Promise<Hdf5Entity | undefined> {
    return this.#ask(path, () => this.file.entity(path));
  }

  async attributes(path: string): Promise<Attributes> {
    const attributes = await this.#ask(path, () => this.file.attributes(path));
    return attributes ? new Map(attributes.map((attribute) => [attribute.name, attribute])) : NO_ATTRIBUTES;
  }

  values(path: string, selection?: Hdf5Selection): Promise<Hdf5Values | undefined> {
    return this.#ask(path, () => this.file.read(path, selection));
  }

  async text(path: string): Promise<string | undefined> {
    return firstText(await this.values(path));
  }

  async number(path: string): Promise<number | undefined> {
    return firstNumber(await this.values(path));
  }

  async #ask<T>(path: string, question: () => Promise<T>): Promise<T | undefined> {
    try {
      return await question();
    } catch (error) {
      if (!(error instanceof Hdf5Error) || error.code === 'closed' || error.code === 'cancelled') throw error;
      if (error.code !== 'missing') this.unreadable.set(path, error.message);
      return undefined;
    }
  }
}

/** Asks for each of many, some at once; the answers in the order of the questions. */
export async function forEachOf<T, R>(items: readonly T[], ask: (item: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  for (let start = 0; start < items.length; start += WIDTH) {
    answers.push(...(await Promise.all(items.slice(start, start + WIDTH).map(ask))));
  }
  return answers;
}

export function join(group: string, name: string): string {
  return group === '/' ? `/${name}` : `${group}/${name}`;
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A link that leads nowhere, or into another file, which is not followed. */
export interface LostLink {
  readonly path: string;
  readonly target: string;
  /** The other file. */
  readonly file: string | undefined;
}

export function lostLink(group: string, { name, target }: Hdf5Child): LostLink {
  return { path: join(group, name), target: target?.path ?? 'nowhere', file: target?.file };
}

/** Where a child of a group really is: its own path, or that to which its link leads in this file. */
export function placeOf(group: string, { name, target }: Hdf5Child): string {
  if (target?.file === undefined && target?.path.startsWith('/')) return target.path.replace(/(?<=.)\/+$/, '');
  return join(group, name);
}
