import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { attemptsOf, mailName } from './mails.ts';
import { translator } from './messages/index.ts';

test.each([
	['waiting', 0, 0],
	['sending', 0, 1],
	['sent', 0, 1],
	['sent', 2, 3],
	['failed', 2, 2],
	['dead', 4, 4],
	['dropped', 0, 0]
])('mail that is %s after %i refusals was tried %i times', (state, attempts, expected) => {
	expect(attemptsOf({ state, attempts })).toBe(expected);
});

test('each template has a name in words', () => {
	const type = readFileSync('../notification-service/src/main/java/org/parley/notification/mail/MailTemplate.java', 'utf8');
	const templates = [...type.matchAll(/\b([A-Z_]+)\(\d\)/g)].map(([, name = '']) => name.toLowerCase().replaceAll('_', '-'));
	expect(templates).toContain('digest');
	expect(templates.filter((name) => mailName(name, translator('en')) === name)).toEqual([]);
	expect(mailName('of-later', translator('en'))).toBe('of-later');
});
