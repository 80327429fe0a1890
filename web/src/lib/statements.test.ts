import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { translator } from './messages/index.ts';
import { HARMS } from './policy.ts';
import { engineText, isAppealable, placeOf, reasonKey, reasonsText, type Statement } from './statements.ts';

const now = Date.parse('2026-11-22T04:00:00Z');

const statement = (more: Partial<Statement> = {}) =>
	({ status: 'in-force', appealUntil: '2027-05-01T00:00:00Z', ...more }) as Statement;

test('decision in force can be appealed against once, until the end of its period', () => {
	expect(isAppealable(statement(), now)).toBe(true);
	expect(isAppealable(statement({ status: 'lifted' }), now)).toBe(false);
	expect(isAppealable(statement({ appealUntil: '2026-11-22T03:59:59Z' }), now)).toBe(false);
	expect(isAppealable(statement({ appeal: { text: 'No' } as Statement['appeal'] }), now)).toBe(false);
});

test('codes of reasons have words where there are some', () => {
	expect(reasonKey('report/off-topic')).toBe('report.reason.off-topic');
	expect(reasonKey('rules/links')).toBeNull();
});

test.each(['standard', 'development'])('rules of the policy %s and categories of harm have words', (policy) => {
	const file = `../moderation-service/src/main/resources/policies/${policy}.json`;
	const { terms } = JSON.parse(readFileSync(file, 'utf8')) as { terms: { rules: { name: string }[] } };
	const codes = ['author/limited', ...HARMS, ...terms.rules.map(({ name }) => name)];
	expect(codes.filter((code) => reasonKey(code) === null)).toEqual([]);
});

test.each([
	['remove', 'in-force', 1, false],
	['ban', 'in-force', 1, false],
	['remove', 'lifted', 1, true],
	['remove', 'in-force', 2, true],
	['lock', 'in-force', 1, true]
] as const)('%s that is %s leads to post %d: %s', (restriction, status, postNumber, leads) => {
	expect(placeOf(statement({ restriction, status, postNumber, threadId: 't' })) !== null).toBe(leads);
});

test('decision leads to its text, in the forum, among social posts or in a conversation', () => {
	const about = { postId: 'p', threadId: 't', postNumber: 3 };
	expect(placeOf(statement(about))).toBe('/threads/t?post=3#post-3');
	expect(placeOf({ ...statement(about), kind: 'social-comment' })).toBe('/social/comments/p');
	expect(placeOf({ ...statement(about), kind: 'social-post' })).toBe('/social/posts/p');
	const message = { postId: 'm', conversationId: 'c', postNumber: 7 };
	expect(placeOf({ ...statement(message), kind: 'message' })).toBe('/chat/c?message=7');
});

test.each([
	[[], ''],
	[['report/spam'], 'Spam'],
	[['report/spam', 'report:spam', 'spam'], 'Spam'],
	[['report/abuse', 'word/zebra'], 'Abuse, word/zebra'],
	[['report/off-topic', 'report/other'], 'Off topic, Other'],
	[['word-list', 'newcomer/links', 'hate/threatening'], 'Words of spam, Many links from a new member, Hate with threats'],
	[['constructor'], 'constructor']
])('reasons %j are %j', (codes, text) => {
	expect(reasonsText(codes, translator('en'))).toBe(text);
});

test('rules that found a text are named in the language of the reader, models by their own names', () => {
	expect(engineText('rules', translator('de'))).toBe('Regeln');
	expect(engineText('toxic-bert', translator('de'))).toBe('toxic-bert');
});
