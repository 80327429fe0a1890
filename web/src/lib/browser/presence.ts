import type { LiveEvent } from './arrivals';
import { onceConnected, socket } from './connection';
import { fillText } from './template';
import { presenceText } from '../presence';
import { timeFormat } from '../times';

interface LivePresence {
	user: { id: string };
	state: string;
	since: string | null;
}

/** How often a list of people is read, for whom no events arrive, in milliseconds. */
const AGAIN = 60_000;

/** Shows changes of presence on the page, in every place that shows the person. */
export function followPresence(): void {
	socket.on('presence', ({ data }: LiveEvent<LivePresence>) => show(data.user.id, data.state, data.since));
	onceConnected(() => void read());
	setInterval(() => {
		if (document.visibilityState === 'visible') {
			void read();
		}
	}, AGAIN);
}

async function read(): Promise<void> {
	const ids = new Set(shown().map(({ dataset }) => dataset.presence ?? ''));
	if (ids.size === 0) {
		return;
	}
	const answer = await fetch(`/chat/presence?people=${[...ids].join(',')}`).catch(() => null);
	if (!answer?.ok) {
		return;
	}
	const { people } = (await answer.json()) as { people: { id: string; state: string; since: string | null }[] };
	people.forEach(({ id, state, since }) => show(id, state, since));
}

function shown(): HTMLElement[] {
	return [...document.querySelectorAll<HTMLElement>('[data-presence]')];
}

function show(id: string, state: string, since: string | null): void {
	const texts = document.getElementById('presence-texts')?.dataset ?? {};
	const { lang, dataset } = document.documentElement;
	const key = presenceText(state, since)?.replace('presence.', '');
	const when = since ? timeFormat(lang, dataset.timeZone ?? 'UTC').format(new Date(since)) : '';
	for (const place of shown().filter((one) => one.dataset.presence === id)) {
		place.dataset.state = state;
		const said = place.querySelector('[data-said]');
		if (said) {
			said.textContent = key ? fillText(texts[key] ?? '', { when }) : '';
		}
	}
}
