import { render } from 'svelte/server';
import { expect, it, vi } from 'vitest';
import type { Post as PostView } from '#lib/forum.ts';
import Post from './Post.svelte';

vi.mock('$app/state', () => ({ page: { data: {}, url: new URL('https://forum.example/threads/t') } }));

const post = {
	id: 'p',
	number: 2,
	version: 1,
	author: { id: 'a', username: 'ann', displayName: 'Ann', avatarUrl: '' },
	html: '<p>Tomatoes</p>',
	status: 'active',
	createdAt: '2026-11-01T10:00:00Z'
} as unknown as PostView;

const shown = (changes: object, props: object = {}) =>
	render(Post, {
		props: { post: { ...post, ...changes }, base: '/threads/t', user: { username: 'ben', roles: [] }, accepted: false, mayAccept: false, open: true, mayReply: true, ...props }
	}).body;

it('held post that the reader may not read offers nothing', () => {
	const body = shown({ status: 'held', html: null, content: null });
	expect(body).toContain('This post waits for a moderator. Moderators may also have hidden it.');
	expect(body).not.toMatch(/<footer|data-quote|class="prose"/);
});

it('held post has its text and its tools for those who may read it', () => {
	const body = shown({ status: 'held' });
	expect(body).toContain('This post waits for a moderator. Moderators may also have hidden it.');
	expect(body).toMatch(/Tomatoes[^]*<footer/);
});

it.each([
	['held', 'ann', true],
	['removed', 'ann', true],
	['deleted', 'ann', false],
	['active', 'ann', false],
	['held', 'ben', false],
	['removed', 'ben', false]
])('%s post of ann leads %s to the decisions about their posts: %s', (status, username, leads) => {
	expect(shown({ status }, { user: { username, roles: [] } }).includes('href="/settings/statements"')).toBe(leads);
});

it.each([
	[2, { status: 'deleted' }, true],
	[2, { status: 'held', html: null }, true],
	[2, {}, false],
	[1, { status: 'deleted' }, false]
])('post %i with %j is a comment without a text for search engines: %s', (number, changes, isEmpty) => {
	const body = shown({ number, ...changes });
	expect(body.includes('<meta itemprop="creativeWorkStatus" content="Deleted"')).toBe(isEmpty);
	expect(body.includes('itemprop="comment" itemscope="" itemtype')).toBe(number > 1);
});

it('reply is offered only to those who may reply', () => {
	expect(shown({})).toContain('data-quote');
	expect(shown({}, { mayReply: false })).not.toContain('data-quote');
});

it('archived thread offers no votes', () => {
	expect(shown({})).toContain('?/vote');
	expect(shown({}, { archived: true })).not.toContain('?/vote');
});

it('author renames the thread that their held opening post hides', () => {
	const own = { user: { username: 'ann', roles: [] }, open: false };
	expect(shown({ number: 1, status: 'held' }, own)).toContain('/threads/t/tools');
	expect(shown({ number: 1 }, own)).not.toContain('/threads/t/tools');
});

it('link to a post says when it was copied, to guests as well', () => {
	expect(shown({})).toMatch(/<a [^>]*data-share="Copied"[^>]*>.*<span>Link to this post<\/span><\/a>/);
	expect(shown({}, { user: null })).toMatch(/<a [^>]*data-share="Copied"[^>]*>.*<span class="unseen">Link to this post<\/span><\/a>/);
});

it('an answer is accepted by a button that narrow windows show by its icon and its name', () => {
	expect(shown({}, { mayAccept: true })).toMatch(/title="Accept as answer">.*<span class="long">Accept as answer<\/span><\/button>/);
});
