import { render } from 'svelte/server';
import { expect, it, vi } from 'vitest';
import { load } from './+page.server.ts';
import Page from './+page.svelte';
import { load as loadSuppressions } from './suppressions/+page.server.ts';
import Suppressions from './suppressions/+page.svelte';

const ANN = '01KAG2V7Q8X4M6T0N3R5W9YZAB';

const ERASED = '01KAG6C7D8E9F0G1H2J3K4M5N6';

const ann = { id: ANN, username: 'ann', displayName: 'Ann' };

/** An API with one person and a list with one line for each of two people, of whom one was erased. */
function eventOf(path: string) {
	const list = vi.fn(async () => ({
		response: new Response(),
		data: { data: [{ userId: ANN }, { userId: ERASED }], meta: { pagination: { next: null, prev: null } } }
	}));
	const auth = async () => ({ response: new Response(), data: { data: [ann], meta: { pagination: { next: null, prev: null } } } });
	const event = { url: new URL(`https://forum.example${path}`), request: new Request('https://forum.example'), locals: { api: { notification: { GET: list }, auth: { GET: auth } } } };
	return { event, list };
}

it.each([
	['/administration/mails', load],
	['/administration/mails/suppressions', loadSuppressions]
])('%s is filtered by the name of a person', async (path, read) => {
	const { event, list } = eventOf(`${path}?user=%40Ann`);
	const { people, user } = (await read(event as never)) as unknown as { people: unknown; user: string };
	expect(list).toHaveBeenCalledWith(expect.any(String), { params: { query: { user: ANN } } });
	expect(user).toBe('Ann');
	expect(people).toEqual({ [ANN]: { username: 'ann', displayName: 'Ann' } });
	const other = eventOf(`${path}?user=anna`);
	await read(other.event as never);
	expect(other.list).not.toHaveBeenCalled();
});

function shown(Shown: typeof Page | typeof Suppressions, own: object): string {
	const data = { language: 'de', timeZone: 'UTC', user: { username: 'admin' }, people: { [ANN]: ann }, next: null, prev: null, refusal: null, ...own };
	const page = { data, url: new URL('https://forum.example/administration/mails') };
	return render(Shown as typeof Page, { props: { data, form: null } as never, context: new Map([['__request__', { page }]]) }).body;
}

it('mail names its person, and why it was dropped', () => {
	const mail = { id: 'm1', template: 'digest', userId: ANN, to: null, state: 'dropped', attempts: 0, reason: 'suppressed', outcome: null, createdAt: '2026-11-01T10:00:00Z', doneAt: null };
	const html = shown(Page, { state: '', mails: [mail, { ...mail, id: 'm2', userId: ERASED, reason: 'smtp.550: 550 5.7.1 blocked' }] });
	expect(html).toContain('href="/administration/users/ann"');
	expect(html).toContain('Adresse gesperrt');
	expect(html).toContain('smtp.550: 550 5.7.1 blocked');
	expect(html).toContain('Ein gelöschtes Konto');
});

it('suppressed address names its person', () => {
	const html = shown(Suppressions, { reason: '', suppressions: [{ id: 's1', userId: ANN, to: 'a***@e***', reason: 'hard-bounce', since: '2026-11-01T10:00:00Z' }] });
	expect(html).toContain('href="/administration/users/ann"');
	expect(html).toContain(': ann"');
});
