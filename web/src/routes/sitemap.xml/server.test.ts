import { isHttpError } from '@sveltejs/kit';
import { beforeAll, describe, expect, it } from 'vitest';
import { GET } from './+server.ts';

const SITE = 'https://forum.example';

beforeAll(() => {
	Object.assign(process.env, {
		PARLEY_PUBLIC_URL: SITE,
		PARLEY_GATEWAY_URI: 'http://127.0.0.1:1',
		PARLEY_WEB_SECRET: 's',
		PARLEY_WEB_KEY: Buffer.alloc(32, 1).toString('base64')
	});
});

interface Query {
	category?: string;
	page: number;
	limit: number;
}

/** A forum whose threads are in turn in each of its categories. */
function forumOf(categories: number, threads: number) {
	const requests: string[] = [];
	const slugs = Array.from({ length: categories }, (_, index) => `c${index + 1}`);
	const all = Array.from({ length: threads }, (_, index) => ({
		id: `T${threads - index}`,
		category: slugs[index % categories],
		lastActivityAt: '2026-01-02T03:04:05Z'
	}));
	const answer = (data: unknown, total?: number) => ({
		response: new Response(),
		data: { data, meta: { pagination: { total } } }
	});
	const list = ({ category, page, limit }: Query) => {
		const found = category ? all.filter((thread) => thread.category === category) : all;
		return answer(found.slice((page - 1) * limit, page * limit), found.length);
	};
	const forum = {
		GET: (path: string, { params }: { params?: { query?: Query; path?: { slug: string } } } = {}) => {
			requests.push(path);
			if (path === '/api/v1/categories') {
				return answer(slugs.map((slug) => ({ slug })));
			}
			return params?.query ? list(params.query) : answer(params?.path);
		}
	};
	const read = async (search: string) => {
		const event = { url: new URL(`${SITE}/sitemap.xml${search}`), locals: { apiWith: () => ({ forum }) } };
		const sitemap = await (await GET(event as unknown as Parameters<typeof GET>[0])).text();
		return [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = '']) =>
			address.replaceAll('&amp;', '&').slice(SITE.length)
		);
	};
	return { requests, read };
}

describe('sitemap', () => {
	it.each([
		[3, 0],
		[3, 1000],
		[200, 1001],
		[200, 3500]
	])('of %d categories and %d threads has each once', async (categories, threads) => {
		const forum = forumOf(categories, threads);
		const whole = await forum.read('');
		expect(forum.requests.length).toBeLessThan(20);
		const isIndex = whole.some((path) => path.startsWith('/sitemap.xml'));
		expect(isIndex).toBe(threads > 1000);
		const paths = isIndex ? (await Promise.all(whole.map((path) => forum.read(path.slice(path.indexOf('?')))))).flat() : whole;
		const pages = paths.filter((path) => path !== '/');
		expect(new Set(pages).size).toBe(pages.length);
		expect(pages).toHaveLength(categories + threads);
		expect(paths).toContain('/');
	});

	it('of the largest forums is one of sitemaps of categories', async () => {
		const sitemaps = await forumOf(2, 100_001).read('');
		expect(sitemaps).toHaveLength(51 + 50);
		expect(sitemaps).toContain('/sitemap.xml?category=c1&page=51');
	});

	it.each(['?page=0', '?page=101', '?page=x', '?category=c1&page=1.5'])('%s is not found', async (search) => {
		await expect(forumOf(1, 1).read(search)).rejects.toSatisfy((thrown) => isHttpError(thrown, 404));
	});
});
