import { versionOf } from '../brand';

/** Shows colours, corners and the name of a forum on the page while an administrator chooses them; saving keeps them. */
const form = document.querySelector<HTMLFormElement>('form[action^="?/save"]');

/** The wait before a colour that is still being chosen is shown, in milliseconds. */
const PAUSE = 150;

let shown: HTMLLinkElement | null = null;

/** The style of the saved brand comes first, so that of the chosen one needs to be after it, even if it is the default. */
function show(values: FormData): void {
	const radius = Number.parseInt(String(values.get('radius')), 10);
	const version = versionOf({ accent: String(values.get('accent')), ...(Number.isNaN(radius) ? {} : { radius }) });
	document.querySelectorAll<HTMLLinkElement>('link[href^="/brand.css"]').forEach((link) => link !== shown && link.remove());
	const before = shown;
	shown = null;
	if (version) {
		shown = document.createElement('link');
		shown.rel = 'stylesheet';
		shown.href = `/brand.css?v=${version}`;
		// The earlier look stays until the new one is there.
		shown.addEventListener('load', () => before?.remove());
		document.head.append(shown);
	} else {
		before?.remove();
	}
	const name = document.querySelector('.brand span');
	if (name) {
		name.textContent = String(values.get('name'));
	}
}

let waiting: ReturnType<typeof setTimeout> | undefined;

form?.addEventListener('input', () => {
	clearTimeout(waiting);
	waiting = setTimeout(() => show(new FormData(form)), PAUSE);
});
