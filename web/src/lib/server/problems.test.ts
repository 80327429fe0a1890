import { isHttpError, type RequestEvent } from '@sveltejs/kit';
import { expect, it } from 'vitest';
import { filteredPage, refuse, requireData } from './problems.ts';

it.each([
	['GET', 400, 'request.invalid', 404],
	['GET', 400, 'cursor.invalid', 400],
	['GET', 403, 'thread.forbidden', 403],
	['POST', 400, 'request.invalid', 400]
])('page of a %s that the API refuses with %i %s has the status %i', (method, status, code, expected) => {
	const event = { request: new Request('https://forum.example.org/', { method }), locals: { language: 'en', session: null } };
	try {
		requireData(event as unknown as RequestEvent, { error: { code }, response: new Response(null, { status }) });
		expect.unreachable();
	} catch (thrown) {
		expect(isHttpError(thrown) && thrown.status).toBe(expected);
	}
});

it.each([400, 422])('list whose filters are refused with %i is empty and says why', (status) => {
	const event = { request: new Request('https://forum.example.org/?q=1'), locals: { language: 'en', session: null } };
	const error = { code: 'request.invalid', errors: [{ field: 'q', message: 'must have 1 to 50 visible ASCII characters' }] };
	const { found, refusal } = filteredPage(event as unknown as RequestEvent, { error, response: new Response(null, { status }) });
	expect(found).toEqual([]);
	expect(Object.keys(refusal?.fields ?? {})).toEqual(['q']);
});

it.each([
	[503, 'service.unavailable', 'k1'],
	[409, 'idempotency.in-progress', 'k1'],
	[400, 'request.invalid', 'k1'],
	[422, 'idempotency.key-reused', undefined],
	[409, 'idempotency.done', undefined]
])('form that is refused with %i %s has the key %s', (status, code, key) => {
	const event = { request: new Request('https://forum.example.org/'), locals: { language: 'en', session: null, key: 'k1' } };
	const { data } = refuse(event as unknown as RequestEvent, { error: { code }, response: new Response(null, { status }) }, { text: 'a' });
	expect(data.key).toBe(key);
});
