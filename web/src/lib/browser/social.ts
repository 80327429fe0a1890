import { SeenEvents, type LiveEvent } from './arrivals';
import { onceConnected, onReconnect, socket } from './connection';
import { showLink, shownBy } from './notice';
import { Pace } from './pace';
import { fill, loadPage, peekAt, swap } from './page';
import { LiveSocialPost } from './post';

const feed = document.getElementById('feed');

const comments = document.getElementById('comments');

if (feed) {
	const notice = document.getElementById('live') as HTMLElement;
	const seen = new SeenEvents();
	const arrived = new Set<string>();

	const tell = () => {
		if (arrived.size === 0) {
			notice.replaceChildren();
			return;
		}
		showLink(notice, '/feed', fill(notice.dataset.arrived ?? '', arrived.size), feed.dataset.first === 'true' ? shownBy(show) : null);
	};

	const show = async () => {
		const announced = [...arrived];
		swap(await loadPage('/feed', { cache: 'no-store' }), ['feed']);
		// Those that do not stand here now are on a later page, or gone; one that has arrived since stays announced.
		[...announced, ...[...arrived].filter((id) => document.getElementById(`post-${id}`))].forEach((id) => arrived.delete(id));
		tell();
		const first = document.querySelector<HTMLElement>('#feed > article');
		if (first) {
			first.tabIndex = -1;
			first.focus();
		}
	};

	socket.on('feed-updated', (event: LiveEvent<{ ids?: string[] }>) => {
		if (seen.isNew(event)) {
			(event.data.ids ?? []).filter((id) => !document.getElementById(`post-${id}`)).forEach((id) => arrived.add(id));
			tell();
		}
	});
	socket.on('feed-removed', (event: LiveEvent<{ ids?: string[] }>) => {
		(event.data.ids ?? []).forEach((id) => {
			arrived.delete(id);
			document.getElementById(`post-${id}`)?.remove();
		});
		tell();
	});
	onceConnected(() => (document.documentElement.dataset.live = 'true'));
	if (feed.dataset.first === 'true') {
		// Events from before the connection was there again are not repeated.
		const catchUp = new Pace(async () => {
			for (const { id } of (await peekAt('/feed')).querySelectorAll('#feed > article')) {
				if (document.getElementById(id)) {
					break;
				}
				arrived.add(id.replace('post-', ''));
			}
			tell();
		});
		onReconnect(() => catchUp.ask());
	}
}

if (comments) {
	new LiveSocialPost(comments, socket).join();
}
