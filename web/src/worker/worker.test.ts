import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import worker from './worker.js?raw';

/** Lets a worker handle an event, in a browser that has these parts. */
async function handle(name: string, event: object, browser: object): Promise<void> {
	const listeners = new Map<string, (event: object) => void>();
	const self = { addEventListener: (type: string, listener: (event: object) => void) => listeners.set(type, listener), ...browser };
	runInNewContext(worker, { self, ...browser });
	let end: unknown;
	listeners.get(name)?.({ ...event, waitUntil: (work: unknown) => (end = work) });
	await end;
}

it('notification opens a page of its own, as somebody may be writing in another one', async () => {
	const opened: string[] = [];
	const clients = {
		matchAll: () => Promise.reject(new Error('A page is replaced')),
		openWindow: async (address: string) => opened.push(address)
	};
	const address = 'https://forum.example.org/threads/1?notification=2';
	await handle('notificationclick', { notification: { data: address, close: () => undefined } }, { clients });
	expect(opened).toEqual([address]);
});
