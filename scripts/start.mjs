#!/usr/bin/env node
// `npm start`: everything from a fresh clone to a listening server, doing only what is still missing.
//   npm start -- --no-sample        leaves the sample project out of an empty database
//   npm start -- --password-link lan@example.org   prints a link by which this person sets a new password
//   PORT, HOST, TRIPTYCH_DATA, DATABASE_URL, … are described in the README.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { parseArgs } from 'node:util';
import { buildIfStale } from './steps/build.mjs';
import { checkNode, fail, ROOT, say } from './steps/common.mjs';
import { installIfStale } from './steps/install.mjs';

const USAGE = `npm start [-- OPTIONS]
  --no-sample            leaves the sample project out of an empty database
  --password-link EMAIL  prints a link by which this person sets a new password
PORT (3000), HOST (127.0.0.1), TRIPTYCH_DATA (./data), DATABASE_URL, APP_URL`;
const options = readOptions();
if (options.help) {
  console.log(USAGE);
  process.exit(0);
}

checkNode();
const host = process.env.HOST || '127.0.0.1';
const port = readPort(process.env.PORT || '3000');
await refuseTakenPort();
await installIfStale();
await buildIfStale();

const server = spawn(
  process.execPath,
  ['node_modules/next/dist/bin/next', 'start', '-H', host, '-p', String(port)],
  {
    cwd: ROOT,
    stdio: 'inherit',
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HOST: host,
      PORT: String(port),
      NEXT_TELEMETRY_DISABLED: '1',
      // The server closes its database itself before it ends.
      NEXT_MANUAL_SIG_HANDLE: 'true',
      ...(options['no-sample'] ? { TRIPTYCH_NO_SAMPLE: '1' } : {}),
      ...(options['password-link'] ? { TRIPTYCH_PASSWORD_LINK: options['password-link'] } : {}),
    },
  },
);
// The terminal sends Ctrl+C to both of us; service managers send SIGTERM to us alone.
process.on('SIGINT', () => {});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill('SIGTERM'));
// npm hands SIGTERM to its shell, which dies of it without a word to us: then we are orphans.
if (process.env.npm_lifecycle_event === 'start') {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && server.kill('SIGTERM'), 500).unref();
}
server.on('error', (cause) => fail(`The server could not be started: ${cause.message}`));
server.on('exit', (code, signal) => process.exit(signal ? 0 : (code ?? 1)));

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        'no-sample': { type: 'boolean' },
        'password-link': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    return values;
  } catch (cause) {
    return fail(`${cause.message}\n${USAGE}`);
  }
}

function readPort(text) {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 65_535)
    fail(`PORT is "${text}", which is not a port.`);
  return number;
}

/** Said before anything is installed or built: it would be minutes for nothing. */
async function refuseTakenPort() {
  const probe = createServer();
  await new Promise((resolve) => {
    probe.once('error', (cause) => {
      if (cause.code === 'EADDRINUSE')
        fail(`Port ${port} on ${host} is in use. Stop what uses it, or choose another: PORT=3001 npm start`);
      if (cause.code === 'EACCES')
        fail(`Port ${port} needs more rights. Choose one above 1023: PORT=3000 npm start`);
      if (cause.code === 'EADDRNOTAVAIL' || cause.code === 'ENOTFOUND')
        fail(
          `This machine has no address ${host}. HOST=127.0.0.1 is for this machine only, HOST=0.0.0.0 for the network.`,
        );
      fail(`Cannot listen on ${host}:${port}: ${cause.message}`);
    });
    probe.listen(port, host, () => probe.close(resolve));
  });
  say(`Starting Triptych on http://${host.includes(':') ? `[${host}]` : host}:${port}`);
}
