import cronstrue from 'cronstrue/i18n.js';
import type { Language } from '#lib/messages/index.ts';

/** What the library writes before a time of day in Japanese, where nothing belongs. */
const BEFORE_TIME = '次において実施';

/** Says in words when a job runs; schedules are in UTC. */
export function scheduleText(language: Language, schedule: string): string {
	const locale = language === 'pt' ? 'pt_BR' : language;
	const text = cronstrue.toString(schedule, { locale, use24HourTimeFormat: true, throwExceptionOnParseError: false });
	return `${text.replace(BEFORE_TIME, '').trim()} (UTC)`;
}
