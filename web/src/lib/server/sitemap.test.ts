import { beforeAll, describe, expect, it } from 'vitest';
import { indexOf, pageOf, sitemapsOf } from './sitemap.ts';

beforeAll(() => {
	Object.assign(process.env, {
		PARLEY_PUBLIC_URL: 'https://forum.example.org',
		PARLEY_GATEWAY_URI: 'http://127.0.0.1:1',
		PARLEY_WEB_SECRET: 's',
		PARLEY_WEB_KEY: Buffer.alloc(32, 1).toString('base64')
	});
});

describe('sitemaps', () => {
	it.each([
		[0, 1],
		[1, 1],
		[1000, 1],
		[1001, 2],
		[73_500, 74],
		[250_000, 100]
	])('of a category with %d threads are %d', (threads, count) => {
		expect(sitemapsOf({ slug: 'c', threads, changed: undefined })).toHaveLength(count);
	});

	it('are listed with their parameters escaped', () => {
		const entries = sitemapsOf({ slug: 'größe', threads: 1001, changed: '2026-01-02T03:04:05Z' });
		expect(indexOf(entries)).toContain(
			'<sitemap><loc>https://forum.example.org/sitemap.xml?category=gr%C3%B6%C3%9Fe&amp;page=2</loc><lastmod>2026-01-02T03:04:05Z</lastmod></sitemap>'
		);
	});

	it('list pages with the time of their last change, if it is known', () => {
		const sitemap = pageOf([{ path: '/' }, { path: '/threads/1', changed: '2026-01-02T03:04:05Z' }]);
		expect(sitemap).toContain('<url><loc>https://forum.example.org/</loc></url>');
		expect(sitemap).toContain('<url><loc>https://forum.example.org/threads/1</loc><lastmod>2026-01-02T03:04:05Z</lastmod></url>');
	});
});
