import { expect, it } from 'vitest';
import { LANGUAGES, type Language } from '#lib/messages/index.ts';
import { scheduleText } from './schedules.ts';

it.each([
	['en', '0 0 2 * * *', 'At 02:00 (UTC)'],
	['en', '0 */5 * * * *', 'Every 5 minutes (UTC)'],
	['ar', '0 */5 * * * *', 'كل 5 دقائق (UTC)'],
	['de', '0 0 4 1 * *', 'Um 04:00, an Tag 1 des Monats (UTC)'],
	['ja', '0 0 2 * * *', '02:00 (UTC)']
] as const)('in %s, %s is %s', (language, schedule, text) => {
	expect(scheduleText(language, schedule)).toBe(text);
});

it('each language has words of its own', () => {
	const texts = Object.keys(LANGUAGES).map((language) => scheduleText(language as Language, '0 */5 * * * *'));
	expect(new Set(texts).size).toBe(texts.length);
});
