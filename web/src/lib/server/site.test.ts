import { afterEach, expect, it, vi } from 'vitest';
import { findSite, forgetSite } from './site.ts';
import type { Api } from './api/client';

afterEach(() => forgetSite());

it.each([
	['a', 200, 'image/png', true],
	['b', 200, 'image/svg+xml', false],
	['c', 404, 'application/problem+json', false]
])('logo %s that answers %i with %s is shown by other services: %s', async (version, status, type, isShown) => {
	const logo = `/api/v1/brand/images/logo/${version}`;
	const answers: Record<string, object> = {
		'/api/v1/setup': { data: { required: false } },
		'/api/v1/brand/images': { data: { logo } },
		'/api/v1/auth/registration': { data: { mode: 'open' } }
	};
	const GET = vi.fn(async (path: string) => ({
		data: answers[path],
		response: new Response(null, { status: answers[path] ? 200 : status, headers: { 'content-type': type } })
	}));
	const api = { auth: { GET } } as unknown as Api;
	const { pictures, rasters } = await findSite(api, 0);
	expect([pictures, rasters]).toEqual([{ logo }, isShown ? { logo } : {}]);
});

it('type of a picture is asked for once', async () => {
	const asked: string[] = [];
	const GET = async (path: string) => {
		asked.push(path);
		return { data: path.endsWith('images') ? { data: { icon: '/api/v1/brand/images/icon/d' } } : path.includes('{') ? undefined : { data: {} }, response: new Response(null, { headers: { 'content-type': 'image/webp' } }) };
	};
	const api = { auth: { GET } } as unknown as Api;
	for (const now of [0, 10_000]) {
		expect((await findSite(api, now)).rasters).toEqual({ icon: '/api/v1/brand/images/icon/d' });
	}
	expect(asked.filter((path) => path.includes('{'))).toHaveLength(1);
});
