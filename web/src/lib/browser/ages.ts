import { timeAgo } from '../times';

/** How often the page is read again, in milliseconds: no age has a smaller unit. */
const MINUTE = 60_000;

/** Lets the ages of a page that stays open follow the clock. A date, which stands in place of an age after a month, stays. */
function follow(): void {
	if (document.visibilityState !== 'visible') {
		return;
	}
	const { lang, dataset } = document.documentElement;
	const now = new Date();
	for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-ago]')) {
		const age = timeAgo(lang, dataset.timeZone ?? 'UTC', new Date(time.dateTime), now);
		if (age && age !== time.textContent) {
			time.textContent = age;
		}
	}
}

setInterval(follow, MINUTE);
document.addEventListener('visibilitychange', follow);
