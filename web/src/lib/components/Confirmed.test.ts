import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import Confirmed from './Confirmed.svelte';

it.each([
	['that asks for something', true, '?/secret', true],
	['of another action', true, '?/status', false],
	['without a field', false, '?/secret', false]
])('form %s is open after a refusal: %s', (_, asks, search, isOpen) => {
	const page = { form: { refusal: {} }, url: new URL(`https://forum.example.org/settings/apps/a${search}`) };
	const { body } = render(Confirmed, { props: { asks, action: '?/secret', label: 'l', warning: 'w' }, context: new Map([['__request__', { page }]]) });
	expect(/<details[^>]* open/.test(body)).toBe(isOpen);
});
