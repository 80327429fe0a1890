/** Pictures of posts that open large; a link leads to the picture without this. */

const PICTURES = '.pictures > a, .prose .picture[role="button"]';

/** The address of the largest variant of a picture. */
function largest(image: HTMLImageElement): string {
	const widest = image.srcset
		.split(',')
		.map((one) => one.trim().split(/\s+/))
		.map(([address = '', width = '0']) => ({ address, width: Number.parseInt(width, 10) }))
		.sort((one, other) => other.width - one.width)[0];
	return widest?.address || image.src;
}

function open(picture: HTMLElement, image: HTMLImageElement): void {
	const dialog = document.createElement('dialog');
	dialog.className = 'large-picture';
	dialog.ariaLabel = image.alt || picture.ariaLabel || '';
	const shown = new Image();
	shown.src = picture instanceof HTMLAnchorElement ? picture.href : largest(image);
	shown.alt = image.alt;
	shown.className = image.height > 3 * image.width ? 'long' : '';
	const form = document.createElement('form');
	form.method = 'dialog';
	const close = document.createElement('button');
	close.textContent = document.getElementById('main')?.dataset.close ?? '×';
	form.append(close);
	dialog.append(form, shown);
	dialog.addEventListener('click', () => dialog.close());
	dialog.addEventListener('close', () => {
		dialog.remove();
		picture.focus();
	});
	document.body.append(dialog);
	dialog.showModal();
}

/** Makes the pictures of texts reachable by the keyboard. */
export function openPictures(root: ParentNode): void {
	for (const picture of root.querySelectorAll<HTMLElement>('.prose .picture:not([role], a *)')) {
		picture.setAttribute('role', 'button');
		picture.tabIndex = 0;
		picture.ariaHasPopup = 'dialog';
		if (!picture.querySelector('img')?.alt) {
			picture.ariaLabel = document.getElementById('main')?.dataset.picture ?? '';
		}
	}
}

function opened({ target }: Event): [HTMLElement, HTMLImageElement] | null {
	const picture = (target as Element).closest<HTMLElement>(PICTURES);
	const image = picture?.querySelector('img');
	return picture && image ? [picture, image] : null;
}

document.addEventListener('click', (click) => {
	const found = opened(click);
	if (found && !click.defaultPrevented && !click.ctrlKey && !click.metaKey && !click.shiftKey) {
		click.preventDefault();
		open(...found);
	}
});
document.addEventListener('keydown', (press) => {
	const found = opened(press);
	if (found && (press.key === 'Enter' || press.key === ' ') && found[0] === press.target && !(found[0] instanceof HTMLAnchorElement)) {
		press.preventDefault();
		open(...found);
	}
});
