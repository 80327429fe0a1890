import { inView, showPlace } from './place';

/** The wait after the last movement before the place is shown, in milliseconds. */
const PAUSE = 300;

const posts = document.getElementById('posts');
let pause: ReturnType<typeof setTimeout> | undefined;

/** Follows the reader through a thread of one page, of which nothing else is loaded. */
function rest(): void {
	const post = inView([...(posts?.querySelectorAll<HTMLElement>(':scope > article') ?? [])]);
	if (post) {
		showPlace(post);
	}
}

addEventListener(
	'scroll',
	() => {
		clearTimeout(pause);
		pause = setTimeout(rest, PAUSE);
	},
	{ passive: true }
);
