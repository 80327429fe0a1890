/** A layer that the sign for going back closes, which not all browsers have. */
declare class CloseWatcher extends EventTarget {
	destroy(): void;
}

/** Keeps a form for text in view: at the lower edge on a desk, on the whole screen on a phone. */
export function dock(form: HTMLFormElement): void {
	if (form.classList.contains('docked')) {
		return;
	}
	const from = document.activeElement as HTMLElement | null;
	const close = document.createElement('button');
	close.type = 'button';
	close.className = 'quiet undock';
	close.textContent = document.getElementById('main')?.dataset.close ?? '×';
	const layer = 'CloseWatcher' in window && matchMedia('(max-width: 47.99rem)').matches ? new CloseWatcher() : null;
	const undock = () => {
		layer?.destroy();
		form.classList.remove('docked');
		form.removeEventListener('keydown', escape);
		close.remove();
		// The page itself, where a key has opened the form, takes no focus.
		(document.activeElement as HTMLElement | null)?.blur();
		from?.focus({ preventScroll: true });
	};
	const escape = (press: KeyboardEvent) => {
		// The list of people is closed first.
		if (press.key === 'Escape' && !press.defaultPrevented) {
			undock();
		}
	};
	close.addEventListener('click', undock);
	// The form covers a phone, whose sign for going back closes it first.
	layer?.addEventListener('close', undock);
	form.addEventListener('keydown', escape);
	form.classList.add('docked');
	form.prepend(close);
}
