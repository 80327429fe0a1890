import { expect, it } from 'vitest';
import { findEmoji } from './emoji.ts';

it.each([
	['en', 'grinning', '😀 grinning face'],
	['en', 'thumbs', '👍️ thumbs up'],
	['en', 'TOMATO', '🍅 tomato'],
	['de', 'grins', '😀 grinsendes Gesicht'],
	['de', 'tomate', '🍅 Tomate'],
	['de', 'tomato', '🍅 tomato'],
	['tr', 'tomato', '🍅 tomato'],
	['fr', 'tomate', '🍅 tomate'],
	['en', 'thumbs-up', '👍️ thumbs up']
])('in %s, :%s begins the name of %s', async (language, text, expected) => {
	expect((await findEmoji(language, text))[0]).toBe(expected);
});

it.each(['', 'xyzzy', '>|', '__proto__', 'constructor'])('no emoji is named %j', async (text) => {
	expect(await findEmoji('en', text)).toEqual([]);
});

it('finds at most five, each once', async () => {
	const found = await findEmoji('de', 'a');
	expect(found).toHaveLength(5);
	expect(new Set(found).size).toBe(5);
});
