import { expect, it, vi } from 'vitest';
import type { Api } from './api/client.ts';
import { faceOf, rememberFace, uploadedFace } from './face.ts';
import type { Session } from './session.ts';

const session = (id: string) => ({ user: { id, username: id } }) as Session;

function anApi(avatarUrl: string | null | undefined) {
	const GET = vi.fn().mockResolvedValue({ data: avatarUrl === undefined ? undefined : { data: { avatarUrl } } });
	return { GET, api: { forum: { GET } } as unknown as Api };
}

it('picture is asked for once a minute, also if there is none', async () => {
	const { GET, api } = anApi(null);
	expect(await faceOf(api, session('a'), 0)).toBeNull();
	expect(await faceOf(api, session('a'), 59_999)).toBeNull();
	expect(GET).toHaveBeenCalledTimes(1);
	expect(await faceOf(anApi('/media/new').api, session('a'), 60_000)).toBe('/media/new');
});

it('picture that arrives just after a sign-in shows at once', async () => {
	const recent = { ...session('e'), signedInAt: 0 };
	const { GET, api } = anApi(null);
	expect(await faceOf(api, recent, 0)).toBeNull();
	expect(await faceOf(api, recent, 2_000)).toBeNull();
	expect(GET).toHaveBeenCalledTimes(1);
	expect(await faceOf(anApi('/media/new').api, recent, 5_000)).toBe('/media/new');
});

it('picture that was just uploaded is the smallest of its files', async () => {
	const variants = [{ width: 512, url: '/m/large?signature=x' }, { width: 64, url: '/m/small?signature=x' }];
	const media = { GET: vi.fn().mockResolvedValue({ data: { data: { variants } } }) };
	expect(await uploadedFace({ media } as unknown as Api, 'm')).toBe('/m/small?signature=x');
});

it('last picture counts while the service is away', async () => {
	await faceOf(anApi('/media/one').api, session('b'), 0);
	expect(await faceOf(anApi(undefined).api, session('b'), 60_000)).toBe('/media/one');
	expect(await faceOf(anApi(undefined).api, session('c'), 0)).toBeNull();
});

it('picture that was just chosen shows at once', async () => {
	await faceOf(anApi('/media/old').api, session('d'), 0);
	rememberFace(session('d'), '/media/new', 1_000);
	expect(await faceOf(anApi('/media/old').api, session('d'), 2_000)).toBe('/media/new');
	const recent = { ...session('d'), signedInAt: 0 };
	rememberFace(recent, null, 3_000);
	expect(await faceOf(anApi('/media/new').api, recent, 4_000)).toBeNull();
});
