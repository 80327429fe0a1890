import { expect, it } from 'vitest';
import { beginningOf, dayOf, timeAgo, timeFormat } from './times.ts';

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

it.each([
	['2026-07-01T11:59:31Z', 'now'],
	['2026-07-01T12:00:30Z', 'now'],
	['2026-07-01T11:59:00Z', '1m ago'],
	['2026-07-01T11:00:01Z', '59m ago'],
	['2026-07-01T11:00:00Z', '1h ago'],
	['2026-06-30T12:00:01Z', '23h ago'],
	['2026-06-30T12:00:00Z', 'yesterday'],
	['2026-06-30T00:00:00Z', 'yesterday'],
	['2026-06-29T23:59:59Z', '2d ago'],
	['2026-06-29T12:00:01Z', '2d ago'],
	['2026-06-28T12:00:00Z', '3d ago'],
	['2026-06-01T12:00:01Z', '30d ago'],
	['2026-06-01T12:00:00Z', null],
	['2026-07-02T12:00:00Z', null]
])('%s was %j at noon', (at, text) => {
	expect(timeAgo('en', 'UTC', new Date(at), NOON)).toBe(text);
});

it.each([
	['UTC', '2026-06-29T16:00:00Z', '2d ago'],
	['Asia/Tokyo', '2026-06-29T16:00:00Z', 'yesterday'],
	['America/New_York', '2026-06-30T03:00:00Z', '2d ago'],
	['Mars/Base', '2026-06-30T03:00:00Z', 'yesterday']
])('days are those of the zone: in %s, %s was %j', (zone, at, text) => {
	expect(timeAgo('en', zone, new Date(at), NOON)).toBe(text);
});

it('days are those of the zone when its clocks change', () => {
	expect(timeAgo('en', 'Europe/Berlin', new Date('2026-03-27T23:30:00Z'), new Date('2026-03-29T22:00:00Z'))).toBe('2d ago');
});

it.each([
	['fr', '2026-07-01T11:56:00Z', 'il y a 4 min'],
	['fr', '2026-06-28T12:00:00Z', 'il y a 3 j'],
	['de', '2026-07-01T11:56:00Z', 'vor 4 Min.'],
	['ar', '2026-07-01T11:56:00Z', 'قبل 4 دقائق'],
	['ar', '2026-07-01T11:58:00Z', 'قبل دقيقتين'],
	['ja', '2026-07-01T11:56:00Z', '4分前']
])('in %s, %s was %j', (language, at, text) => {
	expect(timeAgo(language, 'UTC', new Date(at), NOON)?.replace(/\s/g, ' ')).toBe(text);
});

it.each([
	['en', 'UTC', '2026-05-31T23:30:00Z', 'May 31'],
	['en', 'Europe/Berlin', '2026-05-31T23:30:00Z', 'Jun 1'],
	['de', 'UTC', '2024-02-29T12:00:00Z', '29. Feb. 2024'],
	['de', 'Mars/Base', '2026-01-02T12:00:00Z', '2. Jan.'],
	['en', 'UTC', '2025-12-31T16:00:00Z', 'Dec 31, 2025'],
	['en', 'Asia/Tokyo', '2025-12-31T16:00:00Z', 'Jan 1']
])('day in %s and %s of %s is %s', (language, zone, at, text) => {
	expect(dayOf(language, zone, new Date(at), NOON)).toBe(text);
});

it.each([
	['UTC', '2026-07-01', '2026-07-01T00:00:00.000Z'],
	['Europe/Berlin', '2026-07-01', '2026-06-30T22:00:00.000Z'],
	['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z'],
	['Europe/Berlin', '2026-03-30', '2026-03-29T22:00:00.000Z'],
	['America/New_York', '2026-03-08', '2026-03-08T05:00:00.000Z'],
	['Asia/Kathmandu', '2026-01-01', '2025-12-31T18:15:00.000Z'],
	['Pacific/Auckland', '2026-09-27', '2026-09-26T12:00:00.000Z']
])('in %s, %s begins at %s', (zone, date, instant) => {
	expect(beginningOf(zone, new Date(date)).toISOString()).toBe(instant);
});

it.each(['2026-13-01', '+010000-01-01'])('%s does not begin', (date) => {
	expect(beginningOf('UTC', new Date(date)).getTime()).toBeNaN();
});
