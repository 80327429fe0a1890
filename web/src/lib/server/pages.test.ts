import { expect, it } from 'vitest';
import { UNSEEN } from '#lib/unseen.ts';
import { nameForum, isAhead, isSeen, plain } from './pages.ts';

it.each([
	[{}, true],
	[{ [UNSEEN]: 'true' }, false]
])('page asked for with %j is seen: %s', (headers, seen) => {
	expect(isSeen({ request: new Request('https://forum.example/', { headers }) })).toBe(seen);
});

it.each([
	[{}, false],
	[{ 'sec-purpose': 'prefetch;prerender' }, true]
])('page asked for with %j is loaded ahead: %s', (headers, ahead) => {
	expect(isAhead({ request: new Request('https://forum.example/', { headers }) })).toBe(ahead);
});

it('plain text says its type', () => {
	expect(plain('ok').headers.get('content-type')).toBe('text/plain; charset=utf-8');
	expect(plain('ok', { 'cache-control': 'public' }).headers.get('cache-control')).toBe('public');
});

it.each([
	['<title>Feed</title>', '<title>Feed · A &lt;b> &amp; $1</title>'],
	['<title>Feed · A &lt;b> &amp; $1</title>', '<title>Feed · A &lt;b> &amp; $1</title>'],
	['<title>A &lt;b> &amp; $1</title><svg><title>x</title></svg>', '<title>A &lt;b> &amp; $1</title><svg><title>x</title></svg>']
])('title of %s names the forum once', (html, named) => {
	expect(nameForum(html, 'A <b> & $1')).toBe(named);
});
