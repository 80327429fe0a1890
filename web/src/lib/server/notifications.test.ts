import { beforeAll, describe, expect, it, vi } from 'vitest';
import { openingAddress, readOpened } from './notifications.ts';

beforeAll(() => {
	Object.assign(process.env, {
		PARLEY_PUBLIC_URL: 'https://forum.example.org',
		PARLEY_GATEWAY_URI: 'http://127.0.0.1:1',
		PARLEY_WEB_SECRET: 's',
		PARLEY_WEB_KEY: Buffer.alloc(32, 1).toString('base64')
	});
});

describe('openingAddress', () => {
	it.each([
		['/threads/1?post=2', '/threads/1?post=2&notification=N#post-2'],
		['/threads/1', '/threads/1?notification=N'],
		['/threads/1?post=2&view=tree', '/threads/1?post=2&view=tree&notification=N'],
		['/threads/1?post=2#post-2', '/threads/1?post=2&notification=N#post-2'],
		['/chat/1', '/chat/1?notification=N'],
		['/settings/statements/1#a#b', '/settings/statements/1?notification=N#a#b'],
		['https://evil.example/', '/notifications'],
		['', '/notifications'],
		[null, '/notifications']
	])('of %s is %s', (link, address) => {
		expect(openingAddress({ id: 'N', link })).toBe(address);
	});
});

describe('readOpened', () => {
	function opened(address: string, { session = {} as object | null, method = 'GET', answer = Promise.resolve({}) } = {}) {
		const PUT = vi.fn(() => answer);
		const event = {
			url: new URL(address, 'https://forum.example.org'),
			request: { method },
			locals: { session, api: { notification: { PUT } } }
		} as unknown as Parameters<typeof readOpened>[0];
		return { PUT, place: readOpened(event) };
	}

	it('marks the notification as read and continues at the page', async () => {
		const { PUT, place } = opened('/threads/1?post=2&notification=N');
		expect(await place).toBe('/threads/1?post=2');
		expect(PUT).toHaveBeenCalledWith('/api/v1/notifications/{id}/read', { params: { path: { id: 'N' } } });
	});

	it('continues at the page without a session or an answer', async () => {
		const guest = opened('/chat/1?notification=N', { session: null });
		expect(await guest.place).toBe('/chat/1');
		expect(guest.PUT).not.toHaveBeenCalled();
		const failing = opened('/chat/1?notification=N', { answer: Promise.reject(new Error('unreachable')) });
		expect(await failing.place).toBe('/chat/1');
	});

	it('stays on this site', async () => {
		expect(await opened('https://forum.example.org//evil.example/?notification=N').place).toBe('/');
	});

	it('leaves all other requests alone', async () => {
		expect(await opened('/threads/1?post=2').place).toBeNull();
		expect(await opened('/threads/1?notification=N', { method: 'POST' }).place).toBeNull();
	});
});
