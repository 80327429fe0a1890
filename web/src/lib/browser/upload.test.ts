import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { reasonOf, Upload } from './upload.ts';

vi.mock('./connection', () => ({ socket: {} }));

beforeEach(() => {
	vi.useFakeTimers();
	vi.stubGlobal('XMLHttpRequest', class {
		upload = {};
	});
});

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

/** Begins an upload at a site that gives these answers; returns the requests and why the upload fails. */
function begin(...answers: Response[]) {
	const fetch = vi.fn(async () => answers.shift() as Response);
	vi.stubGlobal('fetch', fetch);
	const failed = new Upload(new Blob(['picture']), 'forum', () => undefined).run().catch((failure: unknown) => failure);
	return { fetch, failed };
}

it('upload that was too fast waits as long as the site says', async () => {
	const tooFast = Response.json({ reason: 'Too many requests' }, { status: 429, headers: { 'retry-after': '7' } });
	const { fetch, failed } = begin(tooFast, Response.json({ reason: 'Too large' }, { status: 422 }));
	await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1), { interval: 1 });
	await vi.advanceTimersByTimeAsync(6_000);
	expect(fetch).toHaveBeenCalledOnce();
	await vi.advanceTimersByTimeAsync(1_000);
	expect(fetch).toHaveBeenCalledTimes(2);
	expect(reasonOf(await failed)).toBe('Too large');
});

it('site that fails gives no reason against the file, which can be sent again', async () => {
	const { failed } = begin(Response.json({ reason: 'The service is unavailable' }, { status: 503 }));
	expect(reasonOf(await failed)).toBe('');
});
