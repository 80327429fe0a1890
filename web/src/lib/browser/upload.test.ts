import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { previewOf, reasonOf, Upload } from './upload.ts';

vi.mock('./connection', () => ({ socket: { connected: true, on: () => undefined, off: () => undefined } }));

beforeEach(() => {
	vi.useFakeTimers();
	vi.stubGlobal('document', { querySelector: () => null });
	vi.stubGlobal('XMLHttpRequest', class {
		upload = {};
		status = 200;
		onload = () => undefined;
		open = () => undefined;
		send = () => this.onload();
	});
});

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

/** Begins an upload at a site that gives these answers; returns the requests, and the id of the upload or why it fails. */
function begin(...answers: Response[]) {
	const fetch = vi.fn(async () => answers.shift() as Response);
	vi.stubGlobal('fetch', fetch);
	const outcome = new Upload(new Blob(['picture']), 'forum', () => undefined).run().catch((failure: unknown) => failure);
	return { fetch, outcome };
}

it('upload that was too fast waits as long as the site says', async () => {
	const tooFast = Response.json({ reason: 'Too many requests' }, { status: 429, headers: { 'retry-after': '7' } });
	const { fetch, outcome } = begin(tooFast, Response.json({ reason: 'Too large' }, { status: 422 }));
	await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1), { interval: 1 });
	await vi.advanceTimersByTimeAsync(6_000);
	expect(fetch).toHaveBeenCalledOnce();
	await vi.advanceTimersByTimeAsync(1_000);
	expect(fetch).toHaveBeenCalledTimes(2);
	expect(reasonOf(await outcome)).toBe('Too large');
});

it('site that fails gives no reason against the file, which can be sent again', async () => {
	const { outcome } = begin(Response.json({ reason: 'The service is unavailable' }, { status: 503 }));
	expect(reasonOf(await outcome)).toBe('');
});

it('upload after the session has ended says to sign in', async () => {
	const { outcome } = begin(Response.json({ message: 'Sign in to do this.' }, { status: 401 }));
	expect(reasonOf(await outcome)).toBe('Sign in to do this.');
});

it('upload asks again if the event of its inspection is lost', async () => {
	const begun = { id: 'one', upload: { method: 'PUT', url: 'https://storage.example.org/one', headers: {} } };
	const { fetch, outcome } = begin(...[begun, {}, { state: 'processing' }, { state: 'ready' }].map((body) => Response.json(body)));
	await vi.waitFor(() => expect(fetch).toHaveBeenCalledTimes(3), { interval: 1 });
	await vi.advanceTimersByTimeAsync(15_000);
	expect(await outcome).toBe('one');
});

it.each([
	[['640', '160', '1600'], '160'],
	[['video', 'poster'], 'poster'],
	[[], undefined]
])('preview of the variants %j is %s', (names, name) => {
	const variants = names.map((one) => ({ name: one, url: `/m/${one}`, width: Number(one) || 640 }));
	expect(previewOf(variants)).toBe(name && `/m/${name}`);
});
