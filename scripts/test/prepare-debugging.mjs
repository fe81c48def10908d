// What the launch configuration "Integration tests" needs: the bundles, and a copy of the examples to work on.
import fs from 'node:fs';
import path from 'node:path';
import { build } from '../build.mjs';
import { examples, out } from '../lib/paths.mjs';
import { bundleIntegrationSuite } from './integration-stage.mjs';

const workspace = path.join(out, 'test', 'examples');
await build();
await bundleIntegrationSuite();
fs.rmSync(workspace, { recursive: true, force: true });
fs.cpSync(examples, workspace, { recursive: true });
