import { render } from 'svelte/server';
import { expect, it, vi } from 'vitest';
import Time from './Time.svelte';

const data = vi.hoisted(() => ({ user: null as object | null, language: 'de' }));

vi.mock('$app/state', () => ({ page: { data } }));

it.each([
	['guest', null, '03.12.2026, 21:00 UTC'],
	['member', {}, '03.12.2026, 21:00']
])('%s reads in which zone a time is that is not theirs', (_, user, text) => {
	data.user = user;
	expect(render(Time, { props: { at: '2026-12-03T21:00:00Z' } }).body).toContain(`>${text}<`);
	expect(render(Time, { props: { at: '2026-12-03T21:00:00Z', ago: true } }).body).toContain(`title="${text}"`);
});
