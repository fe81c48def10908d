import type { Format } from '../arguments';
import type { Writer } from '../report';
import { github } from './github';
import { human } from './human';
import { json } from './json';
import { sarif } from './sarif';

export const writers: Readonly<Record<Format, Writer>> = { human, json, sarif, github };
