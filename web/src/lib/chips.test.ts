import { expect, test } from 'vitest';
import { chipsOf, withFilter } from './chips';

test.each([
	['soil', []],
	['soil tag:bread', [['tag:bread', 'soil']]],
	['author:alice soil  is:unanswered', [['author:alice', 'soil is:unanswered'], ['is:unanswered', 'author:alice soil']]],
	['tag:"two words" rain', [['tag:"two words"', 'rain']]],
	['TAG:Bread', [['TAG:Bread', '']]],
	['subtag:bread note:this', []],
	['before:2026-01-31 after:2026-01-01', [['before:2026-01-31', 'after:2026-01-01'], ['after:2026-01-01', 'before:2026-01-31']]],
	['tag:größe müll', [['tag:größe', 'müll']]],
	['author：alice　天气', [['author：alice', '天气']]],
	['category:“Küche & Garten” rain', [['category:“Küche & Garten”', 'rain']]],
	['category: garden', []],
	['', []]
])('filters of %j', (query, expected) => {
	expect(chipsOf(query).map(({ text, without }) => [text, without])).toEqual(expected);
});

test.each([
	['soil', 'is:unanswered', 'soil is:unanswered'],
	['', 'tag:bread', 'tag:bread'],
	['soil is:unanswered', 'is:unanswered', 'soil is:unanswered'],
	['soil IS:unanswered', 'is:unanswered', 'soil IS:unanswered']
])('%j with %s', (query, filter, expected) => {
	expect(withFilter(query, filter)).toBe(expected);
});
