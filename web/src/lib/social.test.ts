import { expect, test } from 'vitest';
import { isClosedTo, isReaction, repostOf, repostText, threaded, type SocialComment } from './social.ts';

const comment = (id: string, replyTo?: string) => ({ id, replyTo }) as SocialComment;

test.each([
	['ben', true, 'none', true],
	['ben', true, 'requested', true],
	['ben', true, 'following', false],
	['ben', false, 'none', false],
	['eva', true, null, false],
	[null, true, null, true]
])('for %s an account of eva, private: %s, who is %s, is closed: %s', (reader, privateAccount, following, expected) => {
	const person = { username: 'eva', privateAccount, relation: following ? { following } : null };
	expect(isClosedTo(reader ? { username: reader } : null, person)).toBe(expected);
});

test('answers are below their comment in the order of writing', () => {
	const threads = threaded([comment('a'), comment('b'), comment('c', 'a'), comment('d', 'a')], true);
	expect(threads.map((one) => [one.comment?.id, ...one.answers.map(({ id }) => id)])).toEqual([['a', 'c', 'd'], ['b']]);
});

test.each([
	['gone, on the first page', true, 'a', false],
	['on an earlier page', false, 'a', true],
	['gone, on a later page', false, 'd', false]
])('answers stay together below a comment that is %s', (_, isFirst, gone, earlier) => {
	const threads = threaded([comment('c'), comment('e', gone), comment('f'), comment('g', gone)], isFirst);
	const [, second] = threads;
	expect(second).toMatchObject({ id: gone, comment: null, earlier, answers: [{ id: 'e' }, { id: 'g' }] });
	expect(threads.map(({ id }) => id)).toEqual(['c', gone, 'f']);
});

test('names of object properties are no reactions', () => {
	expect(isReaction('love')).toBe(true);
	expect(isReaction('constructor')).toBe(false);
});

const ID = '01KAG2VB4D6F8H0J2K4M6N8P0Q';

const SITE = 'https://forum.example.org';

const link = (href: string, more = '') => `<p dir="auto"><a href="${href}" rel="nofollow ugc">${href}</a>${more}</p>`;

test.each([
	['a link alone', link(`${SITE}/social/posts/${ID}`), ''],
	['a link of this site without its name', link(`/social/posts/${ID}`), ''],
	['a link below a text', `<p>Look!</p>\n${link(`${SITE}/social/posts/${ID}`)}\n`, '<p>Look!</p>\n'],
	['a link after a line break', `<p dir="auto">Look!<br />\n${link(`${SITE}/social/posts/${ID}`).slice(14)}`, '<p dir="auto">Look!</p>'],
	['a link within a line after a break', `<p>Look!<br />here: ${link(`${SITE}/social/posts/${ID}`).slice(14)}`, null],
	['another site', link(`https://evil.example/social/posts/${ID}`), null],
	['a site whose name begins alike', link(`${SITE}.evil.example/social/posts/${ID}`), null],
	['a comment', link(`${SITE}/social/posts/${ID}?comment=${ID}`), null],
	['words beside the link', link(`${SITE}/social/posts/${ID}`, ' is good'), null],
	['a link above a text', `${link(`${SITE}/social/posts/${ID}`)}<p>Look!</p>`, null],
	['no id', link(`${SITE}/social/posts/new`), null],
	['a picture alone', '', null],
	['nothing', null, null]
])('post shows another one by %s', (_, html, rest) => {
	expect(repostOf(html, SITE)).toEqual(rest === null ? null : { id: ID, html: rest });
});

test('text of a repost ends with the address', () => {
	expect(repostText('', ID, SITE)).toBe(`${SITE}/social/posts/${ID}`);
	expect(repostText('Look! \n', ID, SITE)).toBe(`Look!\n\n${SITE}/social/posts/${ID}`);
});
