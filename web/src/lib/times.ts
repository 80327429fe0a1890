/** The most formats that are kept; people choose their zones themselves. */
const MOST = 500;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(language: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const key = JSON.stringify([language, timeZone, options]);
	let format = formats.get(key);
	if (!format) {
		format = create(language, timeZone, options);
		if (formats.size >= MOST) {
			formats.clear();
		}
		formats.set(key, format);
	}
	return format;
}

function create(language: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	try {
		return new Intl.DateTimeFormat(language, { ...options, timeZone });
	} catch {
		// The API knows zones that this engine does not.
		return new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
	}
}

/** Returns the format of times in a language and a zone: that of UTC if there is no such zone. */
export function timeFormat(language: string, timeZone: string): Intl.DateTimeFormat {
	return formatOf(language, timeZone, { dateStyle: 'medium', timeStyle: 'short' });
}

const MINUTE = 60_000;

const HOUR = 60 * MINUTE;

const DAY = 24 * HOUR;

/**
 * How long ago an instant was, such as "3 hr. ago" and "now"; null after a month, when a date says
 * more. Clocks differ, so an instant of the next minute is now. Days are those of the calendar in
 * the zone, because "yesterday" is not the day before.
 */
export function timeAgo(language: string, timeZone: string, instant: Date, now: Date): string | null {
	const age = now.getTime() - instant.getTime();
	if (Math.abs(age) < MINUTE) {
		return briefly(language, 0, 'second');
	}
	if (age < 0 || age >= 30 * DAY) {
		return null;
	}
	if (age < DAY) {
		return age < HOUR ? briefly(language, -Math.floor(age / MINUTE), 'minute') : briefly(language, -Math.floor(age / HOUR), 'hour');
	}
	const days = Date.parse(dateOf(timeZone, now)) - Date.parse(dateOf(timeZone, instant));
	return briefly(language, -days / DAY, 'day');
}

/** The date of an instant in a zone by ISO 8601, which is how Swedes write it. */
function dateOf(timeZone: string, instant: Date): string {
	return formatOf('sv', timeZone, { dateStyle: 'short' }).format(instant);
}

/** The narrow style; the next one where that has a sign in place of words, as in French, or one letter, as in German. */
function briefly(language: string, value: number, unit: Intl.RelativeTimeFormatUnit): string {
	const as = (style: 'narrow' | 'short') =>
		new Intl.RelativeTimeFormat(language, { numeric: 'auto', style }).format(value, unit);
	const narrow = as('narrow');
	return /^[-−–]|\d\s\p{Ll}$/u.test(narrow) ? as('short') : narrow;
}

/** The instant at which a day begins in a zone, by its beginning in UTC; invalid if there is no such day. */
export function beginningOf(timeZone: string, day: Date): Date {
	const clock = formatOf('sv', timeZone, { dateStyle: 'short', timeStyle: 'medium' });
	const offsetAt = (time: number) => (Number.isNaN(time) ? NaN : Date.parse(`${clock.format(time).replace(' ', 'T')}Z`) - time);
	const midnight = day.getTime();
	// The clocks may have changed between the two midnights.
	return new Date(midnight - offsetAt(midnight - offsetAt(midnight)));
}

/** The time of day of an instant in a zone. */
export function clockOf(language: string, timeZone: string, instant: Date): string {
	return formatOf(language, timeZone, { timeStyle: 'short' }).format(instant);
}

/** The day of an instant in a zone, with its year unless it is the current one. */
export function dayOf(language: string, timeZone: string, instant: Date, now: Date): string {
	const [year, thisYear] = [instant, now].map((one) => dateOf(timeZone, one).slice(0, 4));
	return formatOf(language, timeZone, { day: 'numeric', month: 'short', ...(year === thisYear ? {} : { year: 'numeric' }) }).format(instant);
}
