import { describe, expect, it } from 'vitest';
import { remaining } from './remaining.ts';

const tried = (line: number) => ({ line });
const next = (line: number) => ({ line, code: 'csv.not-tried' });

describe('remaining', () => {
	it('has the first line and those from the first that was not tried', () => {
		expect(remaining('action,username\r\ncreate,a\r\ncreate,b\r\ncreate,c\r\n', [tried(2), next(3), next(4)])).toBe('action,username\r\n\ncreate,b\r\ncreate,c\r\n');
	});

	it('counts as the report does, empty lines and those within a cell, too', () => {
		expect(remaining('\naction,name\n"create","A\nB"\n\ncreate,c', [tried(3), next(6)])).toBe('\naction,name\n\n\n\ncreate,c');
	});

	it('is empty if all were tried', () => {
		expect(remaining('action,username\ncreate,a', [{ line: 2, code: 'user.username-taken' }])).toBe('');
	});
});
