import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import ReportForm from './ReportForm.svelte';

it('a report has no reason until its reporter chooses one', () => {
	const page = { data: { language: 'en' }, form: null, url: new URL('https://forum.example.org/posts/p/report') };
	const props = { title: 'Report', done: 'Done', html: '', address: '/', back: 'Back', key: 'k', form: null };
	const { body } = render(ReportForm, { props, context: new Map([['__request__', { page }]]) });
	expect(body).toMatch(/<select[^>]* required/);
	expect(body).toMatch(/<option value="" selected[^>]*>Choose</);
});
