import { expect, it } from 'vitest';
import { passes } from './passing.ts';

it('only refusals that pass are tried again', () => {
	const passing = ['service.unavailable', 'service.timeout', 'limit.exceeded', 'rate.limited', 'database.unavailable', 'http.502', 'http.429', undefined];
	expect(passing.filter((code) => !passes(code))).toEqual([]);
	expect(['chat.blocked', 'request.invalid', 'http.404'].map(passes)).toEqual([false, false, false]);
});
