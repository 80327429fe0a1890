import { expect, test } from 'vitest';
import { isReaction, threaded, type SocialComment } from './social.ts';

const comment = (id: string, replyTo?: string) => ({ id, replyTo }) as SocialComment;

test('answers are below their comment in the order of writing', () => {
	const threads = threaded([comment('a'), comment('b'), comment('c', 'a'), comment('d', 'a')]);
	expect(threads.map((one) => [one.comment.id, ...one.answers.map(({ id }) => id)])).toEqual([['a', 'c', 'd'], ['b']]);
});

test('answer to a comment of another page stands alone', () => {
	expect(threaded([comment('b', 'a'), comment('c', 'a')]).map((one) => one.comment.id)).toEqual(['b', 'c']);
});

test('names of object properties are no reactions', () => {
	expect(isReaction('love')).toBe(true);
	expect(isReaction('constructor')).toBe(false);
});
