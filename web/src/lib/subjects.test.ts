import { expect, test } from 'vitest';
import { translator } from './messages/index.ts';
import { subjectOf } from './subjects.ts';

const t = translator('en');
const ann = { username: 'ann', displayName: 'Ann' };
const post = (id: string) => ({ id, number: 4, author: ann });

test('post of the forum is in its thread', () => {
	const subject = subjectOf({ post: post('p'), thread: { id: 't', slug: 'tea', title: 'Tea' } }, t);
	expect(subject).toMatchObject({ title: 'Tea #4', address: '/threads/t?post=4#post-4', author: ann, isForumPost: true });
});

test('number of a post stands behind a title from right to left', () => {
	expect(subjectOf({ post: post('p'), thread: { id: 't', slug: 'tea', title: 'شاي' } }, t).title).toBe('\u2068شاي\u2069 #4');
});

test('social post is a thread without a title, or named as such', () => {
	const place = { id: 's', slug: '', title: '' };
	expect(subjectOf({ post: post('s'), thread: place }, t).address).toBe('/social/posts/s');
	expect(subjectOf({ post: post('c'), thread: place }, t).address).toBe('/social/comments/c');
	const social = { kind: 'comment', id: 'c', author: ann, everybody: true, context: [] };
	expect(subjectOf({ post: null, thread: null, social }, t)).toMatchObject({
		title: 'Comment by Ann',
		address: '/social/comments/c',
		isForumPost: false
	});
});

test('message is in a place of conversations, or named as such', () => {
	const place = { id: 'r', slug: '', title: '', category: { id: 'rooms' } };
	expect(subjectOf({ post: post('m'), thread: place }, t)).toMatchObject({
		title: 'Message 4 of a conversation',
		address: null,
		author: ann,
		isForumPost: false
	});
});

test('text that moderators cannot open has no address', () => {
	const social = { kind: 'post', id: 's', author: ann, everybody: false };
	expect(subjectOf({ social }, t).address).toBeNull();
	expect(subjectOf({ message: { seq: 7, author: ann } }, t)).toMatchObject({
		title: 'Message 7 of a conversation',
		address: null
	});
});

test('media of messages and social texts are those of their cases', () => {
	const media = [{ id: 'm' }];
	expect(subjectOf({ message: { seq: 7, author: ann, attachments: media } }, t).media).toEqual(media);
	expect(subjectOf({ social: { kind: 'post', id: 's', author: ann, media } }, t).media).toEqual(media);
	expect(subjectOf({ message: { seq: 7, author: ann } }, t).media).toEqual([]);
});

test('reports of messages and social texts are those of their cases', () => {
	const report = { id: 'r', reason: 'spam', note: 'Again.', by: ann, at: '2026-11-28T12:00:00Z' };
	expect(subjectOf({ message: { seq: 7, author: ann, reports: [report] } }, t).reports).toEqual([report]);
	const social = { kind: 'post', id: 's', author: ann, reports: [report] };
	expect(subjectOf({ social }, t).reports).toEqual([report]);
	expect(subjectOf({ post: post('p'), thread: { id: 't', slug: 'tea', title: 'Tea' } }, t).reports).toEqual([]);
});
