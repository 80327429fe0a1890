import { openPictures } from './large';
import './share';

/** Menus, times and blocks of code of a page, which work without this. */

const OPEN = 'details:is(.drop, .reactions > details)[open]';

function closeMenus(except: Node | null): void {
	for (const menu of document.querySelectorAll<HTMLDetailsElement>(OPEN)) {
		if (!except || !menu.contains(except)) {
			menu.open = false;
		}
	}
}

for (const event of ['click', 'focusin']) {
	document.addEventListener(event, ({ target }) => closeMenus(target as Node));
}
document.addEventListener('keydown', ({ key, target }) => {
	if (key === 'Escape' && location.hash === '#side') {
		location.hash = 'main';
	}
	const menu = (target as Element).closest<HTMLDetailsElement>(OPEN);
	if (key === 'Escape' && menu) {
		closeMenus(null);
		menu.querySelector('summary')?.focus();
	}
});

/** Says exact times in the zone of the browser, to guests, who have no settings. */
function showLocalTimes(root: ParentNode): void {
	const format = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' });
	for (const time of root.querySelectorAll<HTMLTimeElement>('time[data-guest]')) {
		time.title = format.format(new Date(time.dateTime));
		delete time.dataset.guest;
	}
}

/** Adds a button to each block of code that copies it, and completes posts that are shown later. */
export function completePosts(posts: HTMLElement): void {
	const complete = () => {
		showLocalTimes(posts);
		addCopyButtons(posts);
		openPictures(posts);
	};
	complete();
	new MutationObserver(complete).observe(posts, { childList: true, subtree: true });
}

function addCopyButtons(posts: HTMLElement): void {
	const { copy, copied } = posts.dataset;
	if (!copy || !isSecureContext) {
		return;
	}
	for (const code of posts.querySelectorAll('.prose pre:not(:has(> .copy))')) {
		const button = document.createElement('button');
		button.type = 'button';
		button.className = 'copy';
		// A style rule shows it, so that quotations of the code do not contain it.
		button.ariaLabel = copy;
		button.addEventListener('click', () => {
			void navigator.clipboard.writeText(code.querySelector('code')?.textContent ?? '').then(() => {
				button.ariaLabel = copied ?? copy;
			});
		});
		code.append(button);
	}
}
