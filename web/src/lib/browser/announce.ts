import { SeenEvents, type LiveEvent } from './arrivals';
import { socket } from './connection';
import { keepJoined } from './joined';
import { showLink } from './notice';
import { fill } from './page';

interface NewThread {
	id: string;
	category: string;
	/** The keys of the tags, in small letters. */
	tags: string[];
	author: { username: string };
}

type Announced = LiveEvent<NewThread> & { audience?: string };

const place = document.getElementById('new-threads');

/** Leads to the beginning of this list, in the order that the reader chose. */
function tell(shown: HTMLElement, text: string): void {
	showLink(shown, location.pathname + location.search, text, () => location.reload());
}

/** Announces threads that others begin; the list changes only when the reader asks for them. */
function announce(shown: HTMLElement): void {
	const { since, rooms = '', category, tag, reader, text = '', changed = '' } = shown.dataset;
	const seen = new SeenEvents();
	const offsets = new Map(rooms.split(' ').map((audience) => [audience, Number(since)]));
	let count = 0;
	const reached = ({ audience = '', offset = 0 }: { audience?: string; offset?: number }) =>
		offsets.set(audience, Math.max(offsets.get(audience) ?? 0, offset));
	socket.on('new-thread', (event: Announced) => {
		reached(event);
		const { data } = event;
		const isHere = (!category || data.category === category) && (!tag || data.tags.includes(tag.toLowerCase()));
		// What was begun just before the list was read is announced, too.
		const isShown = document.querySelector(`.rows a[href^="/threads/${data.id}"]`);
		if (seen.isNew(event) && isHere && !isShown && data.author.username !== reader) {
			tell(shown, fill(text, ++count));
		}
	});
	socket.on('resync', (event: { audience?: string; offset?: number }) => {
		if (event.audience) {
			reached(event);
			tell(shown, changed);
		}
	});
	for (const audience of offsets.keys()) {
		keepJoined(socket, 'join-list', () => ({ audience, offset: offsets.get(audience) }), ({ offset = 0 }) => reached({ audience, offset }));
	}
}

if (place) {
	announce(place);
}
