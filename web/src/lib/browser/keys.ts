import { keyOf, KeyReader, OFF } from '../keys';
import { loadPage } from './page';

const ITEMS = '#posts > article, .rows > li, .notices > li';

/** The line below the bar of the page, in pixels. */
const LINE = 72;

/** In seconds. */
const YEAR = 31_536_000;

const reader = new KeyReader();

const items = () => [...document.querySelectorAll<HTMLElement>(ITEMS)];

/** The item that has the focus, or the first one that is in view. */
function place(all: HTMLElement[]): number {
	const focused = all.findIndex((one) => one.contains(document.activeElement));
	return focused >= 0 ? focused : all.findIndex((one) => one.getBoundingClientRect().bottom > LINE) - 1;
}

/** Moves the focus to another post or row: to the title of a row, so that Enter opens it. */
function move(step: number): void {
	const all = items();
	const next = all[Math.max(0, Math.min(place(all) + step, all.length - 1))];
	const target = next?.querySelector<HTMLElement>('.thread-title a') ?? next;
	if (target && !target.matches('a')) {
		target.tabIndex = -1;
	}
	target?.focus({ preventScroll: true });
	next?.scrollIntoView({ block: next.offsetHeight > innerHeight / 2 ? 'start' : 'nearest' });
}

function follow(selector: string): void {
	document.querySelector<HTMLAnchorElement>(selector)?.click();
}

function search(): void {
	const field = document.querySelector<HTMLInputElement>('#find, main form[role=search] input');
	if (field?.checkVisibility()) {
		field.focus();
	} else {
		follow('.acts a[href="/search"]');
	}
}

/** Shows the list of the page for it in a dialog. */
async function help(): Promise<void> {
	if (document.querySelector('dialog[open]')) {
		return;
	}
	const page = await loadPage('/keyboard');
	const shown = page.querySelector('main .shortcuts');
	if (!shown) {
		throw new Error('The page lists no shortcuts');
	}
	const dialog = document.createElement('dialog');
	dialog.className = 'dialog';
	const title = document.createElement('h2');
	title.id = 'keys-title';
	title.textContent = page.querySelector('main h1')?.textContent ?? '';
	dialog.setAttribute('aria-labelledby', title.id);
	const form = document.createElement('form');
	form.method = 'dialog';
	const close = document.createElement('button');
	close.textContent = document.getElementById('main')?.dataset.close ?? '×';
	form.append(close);
	dialog.append(title, document.adoptNode(shown), form);
	dialog.addEventListener('close', () => dialog.remove());
	document.body.append(dialog);
	offer(dialog);
	dialog.showModal();
}

const ACTIONS: Record<string, () => void> = {
	'?': () => void help().catch(() => location.assign('/keyboard')),
	'/': search,
	j: () => move(1),
	k: () => move(-1),
	u: () => follow('[data-unread], .rows .unread .thread-title a'),
	r: () => follow('a[href="#reply"]'),
	c: () => follow('.acts a.write[href^="/new"]'),
	'g h': () => location.assign('/'),
	'g n': () => follow('#side a[href="/notifications"], .acts .bell'),
	'g m': () => follow('.acts a[href="/chat"]'),
	'g b': () => follow('#side a[href="/bookmarks"]')
};

const isOff = () => document.cookie.includes(OFF);

document.addEventListener('keydown', (press) => {
	const writes = (press.target as Element).closest('input, textarea, select, [contenteditable], dialog');
	if (writes || press.ctrlKey || press.metaKey || press.altKey || press.isComposing || isOff()) {
		return;
	}
	const keys = reader.read(keyOf(press));
	if (keys) {
		press.preventDefault();
		ACTIONS[keys]?.();
	}
});

/** Shows the switch of the shortcuts, which only this browser remembers. */
function offer(root: ParentNode): void {
	const box = root.querySelector<HTMLInputElement>('#keys-on');
	if (box) {
		(box.parentElement as HTMLElement).hidden = false;
		box.checked = !isOff();
		box.addEventListener('change', () => (document.cookie = `${OFF}=off;path=/;samesite=lax;max-age=${box.checked ? 0 : YEAR}`));
	}
}

offer(document);
