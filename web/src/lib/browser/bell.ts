import { loadPage } from './page';

/** The most rows that are shown below a link of the bar. */
const MOST = 10;

/** The latest rows of a page below the link of the bar that leads to it without this. */
class Latest {
	private panel: HTMLElement | null = null;

	constructor(
		private readonly link: HTMLAnchorElement,
		private readonly rows: string
	) {
		link.ariaExpanded = 'false';
		link.addEventListener('click', (click) => {
			// On a phone the page itself is the better list.
			if (!click.ctrlKey && !click.metaKey && !click.shiftKey && matchMedia('(min-width: 48rem)').matches) {
				click.preventDefault();
				this.toggle().catch(() => location.assign(link.href));
			}
		});
		for (const event of ['click', 'focusin']) {
			document.addEventListener(event, ({ target }) => {
				if (!this.panel?.contains(target as Node) && !link.contains(target as Node)) {
					this.close();
				}
			});
		}
		document.addEventListener('keydown', ({ key }) => {
			if (key === 'Escape' && this.panel) {
				this.close();
				link.focus();
			}
		});
	}

	private async toggle(): Promise<void> {
		if (this.panel) {
			this.close();
			return;
		}
		// Until the rows are there, the panel shows where they will be.
		const panel = document.createElement('div');
		panel.className = 'latest';
		panel.ariaBusy = 'true';
		this.panel = panel;
		this.link.after(panel);
		this.link.ariaExpanded = 'true';
		const page = await loadPage(this.link.href, { cache: 'no-store' });
		const shown = page.querySelector(`main ${this.rows}:has(li)`) ?? page.querySelector('main .empty');
		if (!shown) {
			throw new Error('The page has no rows');
		}
		for (const item of [...shown.querySelectorAll('form, li')]) {
			if (item instanceof HTMLFormElement || [...shown.children].indexOf(item) >= MOST) {
				item.remove();
			}
		}
		const all = document.createElement('a');
		all.href = this.link.href;
		all.textContent = this.link.dataset.all ?? '';
		panel.append(document.adoptNode(shown), all);
		panel.ariaBusy = null;
		if (this.panel === panel) {
			panel.querySelector('a')?.focus();
		}
	}

	private close(): void {
		this.panel?.remove();
		this.panel = null;
		this.link.ariaExpanded = 'false';
	}
}

for (const [name, rows] of [
	['bell', '.notices'],
	['messages', '#conversations .threads']
] as const) {
	const link = document.querySelector<HTMLAnchorElement>(`.acts .${name}`);
	if (link && location.pathname !== link.pathname) {
		new Latest(link, rows);
	}
}
