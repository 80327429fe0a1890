import { expect, it } from 'vitest';
import { nameForms, usernameOf } from './people.ts';

it.each([
	['mira', 'mira', 'mira'],
	['@Mira', 'mira', 'mira'],
	[' ＠Mira', 'mira', 'mira'],
	[' Mira Okafor ', 'mira okafor', 'mira-okafor'],
	['Ayşe', 'ayse', 'ayse'],
	['José Ñ', 'jose n', 'jose-n'],
	['דנה', 'דנה', ''],
	['日本', '日本', ''],
	['…', '...', ''],
	['  ', '', '']
])('%j is looked for as %j and %j', (text, name, username) => {
	expect(nameForms(text)).toEqual({ name, username });
});

it.each([
	['mira', 'mira'],
	[' @Mira_1 ', 'Mira_1'],
	['＠mira', 'mira'],
	['＠ｍｉｒａ', 'mira'],
	['mi', null],
	['Mira Okafor', null],
	['größe', null],
	['', null]
])('%j is the username %s', (text, username) => {
	expect(usernameOf(text)).toBe(username);
});
