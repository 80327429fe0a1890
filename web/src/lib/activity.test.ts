import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ACTS, actText, addressOf, detailText } from './activity.ts';
import { translator } from './messages/index.ts';

const t = translator('en');

/** The constants of an enum in Java, as the API names them. */
function constants(file: string): string[] {
	const [names = ''] = /(?<=enum \w+ (implements \w+ )?\{)[A-Z_,\s]+/.exec(readFileSync(file, 'utf8')) ?? [];
	return names.match(/[A-Z_]+/g)?.map((name) => name.toLowerCase().replaceAll('_', '-')) ?? [];
}

describe('actions of the audit', () => {
	it('each have a text', () => {
		const own = constants('../auth-service/src/main/java/org/parley/auth/user/audit/AuditAction.java');
		const reported = constants('../contracts/src/main/java/org/parley/contracts/audit/AdministratorAct.java');
		const acts = [...own, ...reported];
		expect(own.length).toBeGreaterThan(60);
		expect(reported.length).toBeGreaterThan(20);
		expect([...ACTS].sort()).toEqual(acts.sort());
	});

	it('of a newer service have their names', () => {
		expect(actText('moon-landed', t)).toBe('moon-landed');
	});

	it.each([
		['role-changed', 'moderator', 'Moderator'],
		['registration-rules-changed', 'closed', 'Nobody'],
		['registration-rules-changed', 'APPROVAL', 'Everyone, after approval'],
		['signed-in', 'passkey', 'with a passkey'],
		['registered', 'github', 'github'],
		['banned', '2026-12-01T10:00:00Z', 'until <2026-12-01T10:00:00Z>'],
		['group-created', 'Gardeners', 'Gardeners'],
		['signed-out', '01KAG2VB4D6F8H0J2K4M6N8P0Q', null],
		['role-changed', 'astronaut', 'astronaut'],
		['case-decided', 'hide 01KAG2VB4D6F8H0J2K4M6N8P0Q', 'Hide'],
		['thread-moderated', 'hidden 01KAG2VB4D6F8H0J2K4M6N8P0Q', 'Hidden'],
		['post-removed', '01KAG2VB4D6F8H0J2K4M6N8P0Q', null],
		['job-requested', 'erase-accounts', 'Erase deleted accounts'],
		['dead-letter-deleted', 'forum_members:01KAG2VB4D6F8H0J2K4M6N8P0Q', 'forum_members'],
		['app-registered', '01KAG2VB4D6F8H0J2K4M6N8P0Q by a program', '01KAG2VB4D6F8H0J2K4M6N8P0Q by a program'],
		['banned', null, null]
	])('of %s with the detail %s say %s', (act, detail, text) => {
		expect(detailText(act, detail, t, (at) => `<${at}>`)).toBe(text);
	});

	it.each([
		['thread-moderated', 'merged 01KAG2VB4D6F8H0J2K4M6N8P0Q', '/threads/01KAG2VB4D6F8H0J2K4M6N8P0Q'],
		['post-removed', '01KAG2VB4D6F8H0J2K4M6N8P0Q', '/posts/01KAG2VB4D6F8H0J2K4M6N8P0Q'],
		['case-decided', 'hide 01KAG2VB4D6F8H0J2K4M6N8P0Q', null],
		['post-removed', null, null]
	])('of %s with the detail %s lead to %s', (act, detail, address) => {
		expect(addressOf(act, detail)).toBe(address);
	});
});
