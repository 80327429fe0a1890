import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { render } from 'svelte/server';
import Author from './components/Author.svelte';
import Avatar from './components/Avatar.svelte';
import { isolated } from './names.ts';

/** Where a display name is no text of a page: what programs read, what its owner edits, and `Name` itself. */
const PERMITTED = [
	/<meta itemprop="name" content=\{[\w.]+\.displayName\} \/>/g,
	/<Field name="displayName"[^\n]*/g,
	/\bdisplayName: string/g,
	/\bperson\.displayName \|\| person\.username/g
];

/** The lines of a component that show a display name without isolation. */
function rawNames(source: string): string[] {
	const rest = PERMITTED.reduce((text, permitted) => text.replace(permitted, ''), source);
	return rest.split('\n').filter((line) => line.includes('displayName'));
}

const ERASED = { username: 'deleted', displayName: 'deleted user' };

const GERMAN = new Map([['__request__', { page: { data: { language: 'de' } } }]]);

const authorOf = (author: { username: string; displayName: string }) =>
	render(Author, { props: { author }, context: GERMAN }).body.replace(/<!--.*?-->/g, '');

it('erased person has neither a link nor a username', () => {
	expect(authorOf(ERASED)).toBe('<span class="author">gelöschter Nutzer</span>');
	expect(render(Avatar, { props: { person: ERASED, link: true }, context: GERMAN }).body).not.toContain('href');
	expect(authorOf({ username: 'mira', displayName: 'Mira' })).toContain('href="/people/mira"');
});

describe('names', () => {
	it('are isolated by Name or isolated in all components', () => {
		const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.svelte'));
		expect(files.length).toBeGreaterThan(100);
		const raw = files.flatMap((file) => rawNames(readFileSync(`src/${file}`, 'utf8')).map((line) => `${file}: ${line.trim()}`));
		expect(raw).toEqual([]);
	});

	it.each([
		['<h1>{data.profile.displayName}</h1>', 1],
		['<button aria-label="{t(\'a\')}: {person.displayName}">', 1],
		["<p>{t('said', { name: one.author.displayName })}</p>", 1],
		['<h1><Name person={data.profile} /></h1>', 0],
		['<button aria-label="{t(\'a\')}: {isolated(person)}">', 0],
		['<meta itemprop="name" content={post.author.displayName} />', 0]
	])('%s has %d that are not', (source, count) => {
		expect(rawNames(source)).toHaveLength(count);
	});

	it.each([
		['Mira', 'mira', 'Mira'],
		['Ayşe Demir-Öz 2', 'ayse', 'Ayşe Demir-Öz 2'],
		['Mira!', 'mira', '\u2068Mira!\u2069'],
		['דנה', 'dana', '\u2068דנה\u2069'],
		['日本', 'nihon', '\u2068日本\u2069'],
		['3D', 'x', '\u20683D\u2069'],
		['a\u200Db', 'x', '\u2068a\u200Db\u2069'],
		['\u202Enimda', 'x', '\u2068\u202Enimda\u2069'],
		['', 'mira', 'mira']
	])('%j is %j in a text', (displayName, username, text) => {
		expect(isolated({ displayName, username })).toBe(text);
	});
});

const PAGES = import.meta.glob<string>('../**/*.svelte', { eager: true, query: '?raw', import: 'default' });

it('username with its sign is isolated in every page, as the sign would change its side in a text from right to left', () => {
	expect(Object.keys(PAGES).filter((page) => /(?<!<bdi[^<>]*>)@\{/.test(PAGES[page] ?? ''))).toEqual([]);
	expect(Object.values(PAGES).filter((text) => /<bdi[^<>]*>@\{/.test(text)).length).toBeGreaterThan(3);
});
