import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isText, keptOf, pageOfForm, TEXTS } from './kept.ts';

const components = readdirSync('src', { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('.svelte'))
	.map((file) => ({ file, source: readFileSync(`src/${file}`, 'utf8') }));

/** The elements with more than one line of text, by the names of their fields. */
function textAreas(source: string): string[] {
	const elements = source.match(/<(?:textarea|Field)\b(?:[^>{]|\{[^}]*\}|(?<==)>)*>/g) ?? [];
	return elements
		.filter((element) => element.startsWith('<textarea') || /\brows=/.test(element))
		.map((element) => /\bname="(\w+)"/.exec(element)?.[1])
		.filter((name) => name !== undefined);
}

describe('keptOf', () => {
	it('knows the text areas of all forms', () => {
		const names = components.flatMap(({ source }) => textAreas(source));
		expect(names.length).toBeGreaterThan(25);
		expect(names.filter((name) => !TEXTS.has(name))).toEqual([]);
	});

	it('finds a text area that it does not know', () => {
		const source = '<Field name="essay" problem={a.find((x) => x)?.essay} rows={3} /><Field name="one" /><textarea\n name="two"></textarea>';
		expect(textAreas(source)).toEqual(['essay', 'two']);
	});

	it('keeps all fields of a form in which something was written, but not for whom it was made', () => {
		const form = new FormData();
		form.append('reader', '01KAG3A1B2C3D4E5F6G7H8J9K0');
		form.append('content', 'Two\r\nlines');
		form.append('replyTo', '1');
		form.append('media', 'a');
		form.append('media', 'b');
		expect(keptOf('/threads/1?/reply', form)).toEqual({
			action: '/threads/1?/reply',
			fields: [['content', 'Two\r\nlines'], ['replyTo', '1'], ['media', 'a'], ['media', 'b']]
		});
	});

	it.each([
		[{ value: '1', post: 'p' }],
		[{ content: ' \r\n' }],
		[{ password: 'correct horse', email: 'a@example.org' }],
		[{ reason: 'off-topic', note: '' }],
		[{ url: 'https://example.org', categories: '01KAG3A1B2C3D4E5F6G7H8J9K0', description: '' }],
		[{}]
	])('has nothing to keep of %o', (fields) => {
		expect(keptOf('/settings?/email', Object.entries(fields))).toBeNull();
	});

	it.each(['password', 'newPassword', 'otp', 'clientSecret'])('never keeps %s', (name) => {
		expect(keptOf('/a', [['text', 'Hello'], [name, 'x']])?.fields).toEqual([['text', 'Hello']]);
	});
});

it.each([
	['note', 'spam', true],
	['reason', 'Sells pills in each thread', true],
	['reason', 'spam', false],
	['reason', 'off-topic', false],
	['categories', 'General\nHelp', true],
	['categories', '01KAG3A1B2C3D4E5F6G7H8J9K0', false],
	['value', '1', false]
])('the value of %s, %j, is a text: %j', (name, value, expected) => {
	expect(isText(name, value)).toBe(expected);
});

it.each([
	['/threads/1?/reply', '/threads/1'],
	['/threads/1?post=2&/reply', '/threads/1?post=2'],
	['/chat/1?/send&message=3', '/chat/1?message=3'],
	['/settings', '/settings'],
	['/drafts/save', '/'],
	['/language?a', '/'],
	['/sign-out', '/']
])('the form at %s is on the page %s', (action, page) => {
	expect(pageOfForm(action)).toBe(page);
});
