import type { Hdf5ErrorCode } from './api';

/** Runs what the library may throw at: `what` says in words what failed then. */
export type Attempt = <T>(action: () => T, what: string, code: Hdf5ErrorCode) => T;
