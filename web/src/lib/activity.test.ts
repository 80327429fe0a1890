import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ACTS, actText, detailText } from './activity.ts';
import { translator } from './messages/index.ts';

const t = translator('en');

describe('actions of the audit', () => {
	it('each have a text', () => {
		const source = readFileSync('../auth-service/src/main/java/org/parley/auth/user/audit/AuditAction.java', 'utf8');
		const [names = ''] = /(?<=enum AuditAction \{)[A-Z_,\s]+;/.exec(source) ?? [];
		const acts = names.match(/[A-Z_]+/g)?.map((name) => name.toLowerCase().replaceAll('_', '-')) ?? [];
		expect(acts.length).toBeGreaterThan(60);
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
		['banned', null, null]
	])('of %s with the detail %s say %s', (act, detail, text) => {
		expect(detailText(act, detail, t, (at) => `<${at}>`)).toBe(text);
	});
});
