import { expect, it } from 'vitest';
import { changeOf } from './edit.ts';

it.each([
	['Hi @al', 'Hi @alice ', 'ice '],
	['one two three', 'one three', ''],
	['aaa', 'aaaa', 'a'],
	['', 'new', 'new'],
	['old', '', ''],
	['abc', 'abd', 'd']
])('change from %j to %j inserts %j', (before, after, inserted) => {
	const change = changeOf(before, after);
	expect(change.inserted).toBe(inserted);
	expect(before.slice(0, change.from) + inserted + before.slice(change.to)).toBe(after);
});
