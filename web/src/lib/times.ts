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
