import { expect, it } from 'vitest';
import { fillText } from './template.ts';

it('values are filled in by their names', () => {
	expect(fillText('/people/%7Busername%7D?message={seq}#{other}', { username: 'ann', seq: '7' })).toBe(
		'/people/ann?message=7#{other}'
	);
});

it('filled in values are not filled in again', () => {
	expect(fillText('{name}: {text}', { name: '{text}', text: 'Hello' })).toBe('{text}: Hello');
});

it('names of properties that all objects have are no values', () => {
	expect(fillText('{constructor}', {})).toBe('{constructor}');
});
