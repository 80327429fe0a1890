import { expect, test } from 'vitest';
import { findRule, moved, RULE_FIELDS, ruleOf, scoresOf, thresholdsOf, valuesOf, withoutNulls, type Rule, type RuleValues } from './policy.ts';

const EMPTY = Object.fromEntries(RULE_FIELDS.map((name) => [name, ''])) as RuleValues;

test('rule has only the conditions that were filled in', () => {
	const rule = ruleOf({ ...EMPTY, name: 'links', then: 'hold', linksOver: '0', words: ' free \n\nmoney' }, [], false);
	expect(rule).toEqual({ name: 'links', when: { words: ['free', 'money'], linksOver: 0 }, then: 'hold', stop: false });
});

test('half a condition is sent, so that the API says what is missing', () => {
	const rule = ruleOf({ ...EMPTY, name: 'a', then: 'flag', postsAtLeast: '3' }, ['C'], true);
	expect(rule.when).toEqual({ posts: { atLeast: 3, within: '' }, categories: ['C'] });
	expect(rule.stop).toBe(true);
});

test('condition that the form does not have stays', () => {
	const earlier = { name: 'a', when: { words: ['old'], later: ['x'] }, then: 'flag' } as unknown as Rule;
	const rule = ruleOf({ ...EMPTY, name: 'a', then: 'flag', linksOver: '2' }, [], false, earlier);
	expect(rule.when).toEqual({ linksOver: 2, later: ['x'] });
});

test('form of a rule makes the same rule again', () => {
	const rule = {
		name: 'all',
		when: {
			words: ['a', 'b c'],
			patterns: ['x+'],
			domains: ['example.org'],
			scripts: ['cyrillic'],
			linksOver: 2,
			accountYoungerThan: 'PT24H',
			posts: { atLeast: 1, fewerThan: 5, within: 'PT1H' },
			repeats: { atLeast: 2, words: 5, within: 'P1D' },
			reports: { atLeast: 3, within: 'P30D' }
		},
		then: 'ask',
		stop: false
	};
	expect(ruleOf(valuesOf(rule), [], false)).toEqual(rule);
});

test('form finds its rule where others have moved it, and no other rule', () => {
	const rules = ['links', 'newcomers', 'links'].map((name) => ({ name }) as Rule);
	expect(findRule(rules, 2, 'links')).toEqual({ rule: rules[2], index: 2 });
	expect(findRule(rules, 3, 'newcomers')).toEqual({ rule: rules[1], index: 1 });
	expect(findRule(rules, 1, 'removed')).toEqual({ index: 3 });
});

test('rule moves by one place, but not out of the list', () => {
	expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
	expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
	expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
	expect(moved(['a'], 7, 1)).toEqual(['a']);
});

test('thresholds without a name are left out, and empty scores are absent', () => {
	const rows = { harm: ['violence', ' '], flagged: ['0.5', '0.1'], held: ['', ''], removed: ['0.9', ''] };
	expect(thresholdsOf(rows)).toEqual({ violence: { flagged: 0.5, removed: 0.9 } });
});

test('scores are read from lines', () => {
	expect(scoresOf('harassment/threatening 0.7\nviolence: 0,25')).toEqual({
		'harassment/threatening': 0.7,
		violence: 0.25
	});
	expect(scoresOf('')).toEqual({});
});

test('null values are removed at any depth', () => {
	expect(withoutNulls({ a: null, b: [{ c: null, d: 1 }], e: false } as unknown as Rule)).toEqual({ b: [{ d: 1 }], e: false });
});
