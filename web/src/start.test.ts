import { spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { Agent, get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

/** Stops as the server of adapter-node does. */
const BUILD = `import { createServer } from 'node:http';
export const server = createServer((_, response) => response.end('page'));
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
process.on('SIGTERM', () => { server.closeIdleConnections(); server.close(); });
process.on('SIGINT', () => {});
`;

let folder: string;
let process: ChildProcess;
let port: number;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'web-'));
	await mkdir(join(folder, 'build'));
	await cp('start.js', join(folder, 'start.js'));
	await writeFile(join(folder, 'package.json'), '{"type": "module"}');
	await writeFile(join(folder, 'build/index.js'), BUILD);
});

afterEach(async () => {
	process.kill('SIGKILL');
	await rm(folder, { recursive: true });
});

async function start(environment: NodeJS.ProcessEnv) {
	const child = spawn('node', ['start.js'], {
		cwd: folder,
		env: { PATH: globalThis.process.env.PATH, ...environment },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	process = child;
	port = await new Promise((found) => child.stdout.once('data', (line) => found(Number(line))));
}

function ask(agent: Agent): Promise<IncomingMessage> {
	return new Promise((answered, failed) => {
		get({ host: '127.0.0.1', port, agent }, (answer) => answer.resume().once('end', () => answered(answer))).once('error', failed);
	});
}

test('a server that stops ends kept connections with an answer', async () => {
	await start({ NODE_ENV: 'production' });
	const agent = new Agent({ keepAlive: true, maxSockets: 1 });
	expect((await ask(agent)).headers.connection).toBe('keep-alive');
	process.kill('SIGTERM');
	let answer = await ask(agent);
	while (answer.headers.connection === 'keep-alive') {
		answer = await ask(agent);
	}
	expect([answer.statusCode, answer.headers.connection]).toEqual([200, 'close']);
	expect(process.exitCode).toBe(null);
});

test('a server on a laptop stops at once', async () => {
	await start({});
	const ended = new Promise((end) => process.once('exit', end));
	process.kill('SIGTERM');
	expect(await ended).toBe(0);
});
