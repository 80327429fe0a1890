/** Rows that are put in another order by dragging, as the buttons in them do without scripts. */
const rows = [...document.querySelectorAll<HTMLElement>('[data-arrange]')];

const form = document.querySelector<HTMLFormElement>('#arrange');

let dragged: HTMLElement | null = null;

function rowOf(event: Event): HTMLElement | null {
	return (event.target as Element).closest<HTMLElement>('[data-arrange]');
}

function send(arranged: HTMLFormElement): void {
	const slugs = [...document.querySelectorAll<HTMLElement>('[data-arrange]')].map((row) => row.dataset.arrange);
	(arranged.elements.namedItem('slugs') as HTMLInputElement).value = slugs.join(' ');
	arranged.requestSubmit();
}

if (form && rows.length > 1) {
	const hint = document.getElementById('arrange-hint');
	if (hint && matchMedia('(pointer: fine)').matches) {
		hint.hidden = false;
	}
	for (const row of rows) {
		row.draggable = true;
		// A link that is dragged takes its row along.
		row.querySelectorAll('a').forEach((link) => (link.draggable = false));
	}
	document.addEventListener('dragstart', (event) => {
		// Selected words may be dragged, too.
		dragged = (event.target as Node) instanceof HTMLElement ? rowOf(event) : null;
		if (dragged) {
			dragged.classList.add('dragged');
			event.dataTransfer?.setData('text/plain', dragged.dataset.arrange ?? '');
		}
	});
	document.addEventListener('dragover', (event) => {
		const over = rowOf(event);
		if (dragged && over) {
			event.preventDefault();
			const { top, height } = over.getBoundingClientRect();
			if (over !== dragged) {
				over[event.clientY < top + height / 2 ? 'before' : 'after'](dragged);
			}
		}
	});
	document.addEventListener('drop', (event) => {
		if (dragged) {
			event.preventDefault();
			dragged.classList.remove('dragged');
			dragged = null;
			send(form);
		}
	});
	// What was not dropped goes back.
	document.addEventListener('dragend', () => {
		if (dragged) {
			dragged.classList.remove('dragged');
			dragged.parentElement?.append(...rows);
			dragged = null;
		}
	});
}
