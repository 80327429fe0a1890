import { describe, expect, it } from 'vitest';
import { keepForm, sealForm, unsealForm } from './kept.ts';
import { seal } from './session.ts';

const KEY = new Uint8Array(32).fill(7);

const SIGN_IN = { status: 303, headers: { location: '/sign-in?back=%2F' } };

function formOf(content: string) {
	return { action: '/threads/1?/reply', fields: [['content', content]] as [string, string][] };
}


describe('a sealed form', () => {
	it.each(['A reply.', 'Zwei\r\nZeilen 👪', 'Which tomatoes ripen in the shade? '.repeat(500)])('is read again: %.20s', async (text) => {
		const sealed = await sealForm(KEY, formOf(text));
		expect(sealed).not.toContain('reply');
		expect(await unsealForm(KEY, sealed ?? undefined)).toEqual(formOf(text));
	});

	it('is none if it is too long for a cookie', async () => {
		const text = Buffer.from(crypto.getRandomValues(new Uint8Array(4000))).toString('base64');
		expect(await sealForm(KEY, formOf(text))).toBeNull();
	});

	it.each([undefined, '', 'a.b.c.d.e'])('is not %s', async (sealed) => {
		expect(await unsealForm(KEY, sealed)).toBeNull();
	});

	it('is no other sealed value, nor one of another key', async () => {
		expect(await unsealForm(KEY, await seal(KEY, 'session', formOf('a'), 60))).toBeNull();
		const sealed = await sealForm(new Uint8Array(32).fill(8), formOf('a'));
		expect(await unsealForm(KEY, sealed ?? undefined)).toBeNull();
	});
});

describe('keepForm', () => {
	function kept(response: { status: number; headers: Record<string, string> }, more: { path?: string; method?: string; accept?: string; failed?: boolean } = {}) {
		const url = new URL(more.path ?? '/threads/1?/reply', 'https://forum.example.org');
		const request = new Request(url, { method: more.method ?? 'POST', headers: { accept: more.accept ?? 'text/html,*/*' } });
		return keepForm({ request, url, locals: { failed: more.failed } as App.Locals }, new Response(null, response));
	}

	it('has a form sent to the page that keeps it, and the ended session removed', () => {
		const answer = kept({ status: 303, headers: { ...SIGN_IN.headers, 'set-cookie': 'parley_web_session=; Max-Age=0' } });
		expect(answer.status).toBe(307);
		expect(answer.headers.get('location')).toBe('/kept?action=%2Fthreads%2F1%3F%2Freply');
		expect(answer.headers.getSetCookie()).toEqual(['parley_web_session=; Max-Age=0']);
	});

	it.each([400, 403, 404, 413, 429, 500, 503])('has a form sent to the page that keeps it if the answer is the error page %d', (status) => {
		const answer = kept({ status, headers: { 'content-type': 'text/html', 'content-length': '9' } }, { failed: true });
		expect(answer.status).toBe(307);
		expect(answer.headers.get('location')).toBe(`/kept?action=%2Fthreads%2F1%3F%2Freply&failure=${status}`);
		expect(answer.headers.get('content-type')).toBeNull();
	});

	it.each([
		['pages', SIGN_IN, { method: 'GET' }],
		['error pages', { status: 503, headers: {} }, { method: 'GET', failed: true }],
		['errors that scripts receive', { status: 503, headers: {} }, { accept: 'application/json', failed: true }],
		['an error of the page itself', { status: 503, headers: {} }, { path: '/kept?action=/x&failure=503', failed: true }],
		['requests of scripts', SIGN_IN, { accept: 'application/json' }],
		['the page itself', SIGN_IN, { path: '/kept?action=/x' }],
		['forms that were accepted', { status: 303, headers: { location: '/threads/1' } }, {}],
		['forms that were refused', { status: 400, headers: {} }, {}]
	])('leaves %s alone', (_, response, more) => {
		expect(kept(response, more).status).toBe(response.status);
	});
});
