import { render } from 'svelte/server';
import { expect, it, vi } from 'vitest';
import type { Statement } from '#lib/statements.ts';
import StatementFacts from './StatementFacts.svelte';

vi.mock('$app/state', () => ({ page: { data: {} } }));

it.each([
	['that is over', '2020-01-01T00:00:00Z', 'the ban ended'],
	['with an end', '2999-01-01T00:00:00Z', 'until'],
	['without an end', null, 'Permanent']
])('author reads about a ban %s', (_, until, text) => {
	const statement = {
		restriction: 'ban',
		until,
		status: 'in-force',
		issuedAt: '2019-12-01T00:00:00Z',
		reasons: [],
		source: 'report',
		automated: false,
		content: 'Buy my tomatoes.'
	} as unknown as Statement;
	const words = render(StatementFacts, { props: { statement } }).body.replace(/<[^>]*>/g, '');
	expect(words).toContain(`Post removed and account banned, ${text}`);
});
