import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import Refused from './Refused.svelte';

it.each([
	['currentPassword', 'Current password: Fill in this field.'],
	['replyTo', 'Fill in this field.']
])('summary of a refused form names the field %s, if people see it', (field, line) => {
	const page = { data: { language: 'en' }, url: new URL('https://forum.example.org/settings/account') };
	const refusal = { code: 'request.invalid', message: '', fields: { [field]: 'Fill in this field.' } };
	expect(render(Refused, { props: { refusal }, context: new Map([['__request__', { page }]]) }).body).toContain(`<li>${line}</li>`);
});
