import { SeenEvents, type LiveEvent } from './arrivals';
import { onceConnected, socket } from './connection';
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

function tell(shown: HTMLElement, text: string): void {
	const link = document.createElement('a');
	// The beginning of this list, in the order that the reader chose.
	link.href = location.pathname + location.search;
	link.textContent = text;
	link.addEventListener('click', () => location.reload());
	shown.replaceChildren(link);
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
	onceConnected(() => {
		for (const [audience, offset] of offsets) {
			socket.emit('join-list', { audience, offset }, (answer: { offset?: number }) => reached({ audience, ...answer }));
		}
	});
}

if (place) {
	announce(place);
}
