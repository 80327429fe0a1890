import { expect, it } from 'vitest';
import { timeFormat } from './times.ts';

const NOON = new Date('2026-07-01T12:00:00Z');

it('time is in the zone and the language of its reader', () => {
	expect(timeFormat('de', 'Europe/Berlin').format(NOON)).toBe('01.07.2026, 14:00');
	expect(timeFormat('en', 'UTC').format(NOON)).toMatch(/^Jul 1, 2026, 12:00\sPM$/);
});

it('unknown zone is UTC', () => {
	expect(timeFormat('de', 'Mars/Base').format(NOON)).toBe('01.07.2026, 12:00');
});

it('format is kept', () => {
	expect(timeFormat('de', 'Asia/Tokyo')).toBe(timeFormat('de', 'Asia/Tokyo'));
});
