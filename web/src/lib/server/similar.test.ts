import { expect, test } from 'vitest';
import { similarAmong, wordsOf } from './similar';

test.each([
	['Which tomatoes for a balcony?', 'Which tomatoes for balcony'],
	['author:bob "quoted" -without', 'author bob quoted without'],
	['a b c', ''],
	['  ', ''],
	['北向きのベランダ', '北向きのベランダ'],
	['Wie groß wird das?', 'Wie groß wird das'],
	['C++ & 42', ''],
	['naïve café', 'naïve café'],
	['x'.repeat(300), 'x'.repeat(200)]
])('the title %j is searched for as %j', (title, words) => {
	expect(wordsOf(title)).toBe(words);
});

const hit = (threadId: string, title: string, marked: string) =>
	({ threadId, title, highlights: marked ? [{ field: 'title', html: marked }] : [] }) as never;

test.each([
	['tomatoes balcony', '<mark>Tomatoes</mark> on sale', true],
	['tomatoes balcony north shade', '<mark>Tomatoes</mark> on sale', false],
	['tomatoes balcony north shade', '<mark>Tomatoes</mark> on a <mark>balcony</mark>', true],
	['tomatoes', 'Onions', false],
	['tomatoes', '', false]
])('for %j, the title %j is similar: %s', (words, marked, isSimilar) => {
	expect(similarAmong([hit('1', 'A title', marked)], words)).toEqual(isSimilar ? [{ title: 'A title', href: '/threads/1' }] : []);
});

test('a thread is suggested once, and few are', () => {
	const hits = ['1', '1', '2', '3', '4', '5'].map((id) => hit(id, `Thread ${id}`, '<mark>word</mark>'));
	expect(similarAmong(hits, 'word').map(({ href }) => href)).toEqual(['/threads/1', '/threads/2', '/threads/3', '/threads/4']);
});
