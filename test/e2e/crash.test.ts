/** A language server that dies is started again a few times; then the user is told, once, and asked. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { Workbench } from './workbench';

/** How often the client starts the server again by itself. */
const restarts = 3;

/** Process of the language server under our profile; only Linux tells. */
function serverProcess(): number | undefined {
  const profile = process.env['BBP_E2E_PROFILE'] ?? '';
  const found = fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name) && commandOf(name).includes('server.js'));
  return found.filter((name) => commandOf(name).includes(`${profile}/extensions/bbp-formats`)).map(Number)[0];
}

function commandOf(processId: string): string {
  try {
    return fs.readFileSync(`/proc/${processId}/cmdline`, 'utf8');
  } catch {
    // It has gone meanwhile.
    return '';
  }
}

async function serverOtherThan(previous: number | undefined): Promise<number> {
  const end = Date.now() + 20_000;
  for (;;) {
    const found = serverProcess();
    if (found !== undefined && found !== previous) return found;
    assert.ok(Date.now() < end, 'a server is running');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('a language server that dies', function () {
  this.timeout(120_000);
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open();
  });

  after(async () => {
    await workbench.close();
  });

  it('is started again three times, then on request', async function () {
    if (process.platform !== 'linux') this.skip();
    await workbench.openFile('broken/BlueConfig');
    const message = workbench.page.locator('.notifications-toasts .notification-list-item', {
      hasText: 'has stopped several times',
    });
    let server = await serverOtherThan(undefined);
    for (let crash = 0; crash < restarts; crash += 1) {
      process.kill(server, 'SIGKILL');
      server = await serverOtherThan(server);
      assert.equal(await message.count(), 0, 'nobody is troubled');
    }
    process.kill(server, 'SIGKILL');
    await message.waitFor();
    assert.equal(await message.count(), 1);
    await message.getByText('Restart', { exact: true }).click();
    await serverOtherThan(server);
    await workbench.page.locator('.squiggly-error').first().waitFor();
  });
});
