import { render } from 'svelte/server';
import { expect, it, vi } from 'vitest';
import type { SocialComment as CommentView, SocialPost as PostView } from '#lib/social.ts';
import SocialComment from './SocialComment.svelte';
import SocialPost from './SocialPost.svelte';

vi.mock('$app/state', () => ({ page: { data: {}, url: new URL('https://forum.example/feed') } }));

const removed = {
	id: 'p',
	postId: 'p',
	author: { id: 'a', username: 'ann', displayName: 'Ann', avatarUrl: '' },
	html: null,
	status: 'removed',
	visibility: 'public',
	media: [],
	reactions: {},
	commentCount: 0,
	createdAt: '2026-11-01T10:00:00Z'
} as unknown as PostView & CommentView;

const user = { username: 'ann' };

it('number of comments is written as numbers are in the language', () => {
	const { body } = render(SocialPost, { props: { post: { ...removed, status: 'active', commentCount: 1234 }, user } });
	expect(body).toContain('>1,234</span>');
});

it.each([
	['post', () => render(SocialPost, { props: { post: removed, user } })],
	['comment', () => render(SocialComment, { props: { comment: removed, user } })]
])('author reads that moderators removed a %s, and where the reason is', (noun, show) => {
	const { body } = show();
	expect(body).toContain(`A moderator removed this ${noun}.`);
	expect(body).toContain('href="/settings/statements"');
	expect(body).not.toMatch(/\/edit|<footer/);
});

it.each([
	['post', () => render(SocialPost, { props: { post: { ...removed, status: 'hidden' }, user } })],
	['comment', () => render(SocialComment, { props: { comment: { ...removed, status: 'hidden' }, user } })]
])('hidden %s does not say who has hidden it, which may be a check', (_, show) => {
	expect(show().body).toContain('>Hidden</span>');
	expect(show().body).not.toContain('moderator');
});

it.each([
	['', true],
	['<p>Words</p>', false]
])('post without pictures and with the text %j says that its picture is gone: %s', (html, says) => {
	const { body } = render(SocialPost, { props: { post: { ...removed, status: 'active', html }, user } });
	expect(body.includes('Picture removed')).toBe(says);
});
