/** The most formats that are kept; people choose their zones themselves. */
const MOST = 500;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Returns the format of times in a language and a zone: that of UTC if there is no such zone. */
export function timeFormat(language: string, timeZone: string): Intl.DateTimeFormat {
	const key = `${language} ${timeZone}`;
	let format = formats.get(key);
	if (!format) {
		format = create(language, timeZone);
		if (formats.size >= MOST) {
			formats.clear();
		}
		formats.set(key, format);
	}
	return format;
}

function create(language: string, timeZone: string): Intl.DateTimeFormat {
	const of = (zone: string) =>
		new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone });
	try {
		return of(timeZone);
	} catch {
		// The API knows zones that this engine does not.
		return of('UTC');
	}
}

const MINUTE = 60_000;

/** The units of times past, each with its length and the age at which the next one begins. */
const UNITS = [
	{ unit: 'minute', length: MINUTE, until: 60 * MINUTE },
	{ unit: 'hour', length: 60 * MINUTE, until: 24 * 60 * MINUTE },
	{ unit: 'day', length: 24 * 60 * MINUTE, until: 30 * 24 * 60 * MINUTE }
] as const;

/**
 * How long ago an instant was, such as "3 hr. ago" and "now"; null after a month, when a date says
 * more. Clocks differ, so an instant of the next minute is now.
 */
export function timeAgo(language: string, instant: Date, now: Date): string | null {
	const age = now.getTime() - instant.getTime();
	if (Math.abs(age) < MINUTE) {
		return briefly(language, 0, 'second');
	}
	const past = UNITS.find(({ until }) => age < until);
	return age > 0 && past ? briefly(language, -Math.floor(age / past.length), past.unit) : null;
}

/** The narrow style; the next one where that has a sign in place of words, as in French, or one letter, as in German. */
function briefly(language: string, value: number, unit: Intl.RelativeTimeFormatUnit): string {
	const as = (style: 'narrow' | 'short') =>
		new Intl.RelativeTimeFormat(language, { numeric: 'auto', style }).format(value, unit);
	const narrow = as('narrow');
	return /^[-−–]|\d\s\p{Ll}$/u.test(narrow) ? as('short') : narrow;
}

/** The time of day of an instant in a zone. */
export function clockOf(language: string, timeZone: string, instant: Date): string {
	const zone = timeFormat(language, timeZone).resolvedOptions().timeZone;
	return new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone: zone }).format(instant);
}

/** The day of an instant in a zone, with its year unless it is the current one. */
export function dayOf(language: string, timeZone: string, instant: Date, now: Date): string {
	const zone = timeFormat(language, timeZone).resolvedOptions().timeZone;
	const year = instant.getUTCFullYear() === now.getUTCFullYear() ? {} : { year: 'numeric' as const };
	return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', ...year, timeZone: zone }).format(instant);
}
