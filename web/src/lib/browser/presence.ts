import type { LiveEvent } from './arrivals';
import { socket } from './connection';
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
	// A person who has written is shown to those who may know from then on.
	const asked = new Set<string>();
	socket.on('new-message', ({ data }: LiveEvent<{ author?: { id: string } }>) => {
		const { id = '' } = data.author ?? {};
		// One who shows nobody their presence stays unknown.
		if (placesOf(id)[0]?.dataset.state === 'unknown' && !asked.has(id)) {
			asked.add(id);
			void readPresence();
		}
	});
	setInterval(() => {
		if (document.visibilityState === 'visible') {
			void readPresence();
		}
	}, AGAIN);
}

/** Reads the presence of all who are shown. */
export async function readPresence(): Promise<void> {
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

function placesOf(id: string | undefined): HTMLElement[] {
	return shown().filter(({ dataset }) => dataset.presence === id);
}

function show(id: string, state: string, since: string | null): void {
	const texts = document.getElementById('presence-texts')?.dataset ?? {};
	const { lang, dataset } = document.documentElement;
	const key = presenceText(state, since)?.replace('presence.', '');
	const when = since ? timeFormat(lang, dataset.timeZone ?? 'UTC').format(new Date(since)) : '';
	for (const place of placesOf(id)) {
		place.dataset.state = state;
		const said = place.querySelector('[data-said]');
		if (said) {
			said.textContent = key ? fillText(texts[key] ?? '', { when }) : '';
		}
	}
}
