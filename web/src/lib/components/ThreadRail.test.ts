import { render } from 'svelte/server';
import { expect, it, vi } from 'vitest';
import type { Thread } from '#lib/forum.ts';
import ThreadRail from './ThreadRail.svelte';

vi.mock('$app/state', () => ({ page: { data: {}, url: new URL('https://forum.example/threads/t') } }));

const at = '2026-11-01T10:00:00Z';
const thread = { id: 't', replyCount: 199, createdAt: at, lastActivityAt: at, lastPostBy: { id: 'a', username: 'ann', displayName: 'Ann' } } as Thread;

function shown(follows: boolean): string {
	return render(ThreadRail, { props: { thread, base: '/threads/t', first: 1, count: 500, at, from: null, follows } }).body;
}

it('rail leads to the last post, whose number can be larger than the number of posts', () => {
	const body = shown(true);
	expect(body).toContain('/threads/t?post=500&amp;from=1#post-500');
	expect(body).toMatch(/name="jump"[^>]* max="500"/);
});

it('bar stands only where a script moves it', () => {
	expect(shown(true)).toContain('<progress');
	expect(shown(false)).not.toContain('<progress');
});
