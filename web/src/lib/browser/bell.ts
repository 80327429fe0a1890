import { loadPage } from './page';

/** The most notifications that are shown below the bell. */
const MOST = 10;

/** The latest notifications below the bell, which leads to their page without this. */
class Bell {
	private panel: HTMLElement | null = null;

	constructor(private readonly link: HTMLAnchorElement) {
		link.ariaExpanded = 'false';
		link.addEventListener('click', (click) => {
			// On a phone the page itself is the better list.
			if (!click.ctrlKey && !click.metaKey && !click.shiftKey && matchMedia('(min-width: 48rem)').matches) {
				click.preventDefault();
				this.toggle().catch(() => location.assign(link.href));
			}
		});
		document.addEventListener('click', ({ target }) => {
			if (!this.panel?.contains(target as Node) && !link.contains(target as Node)) {
				this.close();
			}
		});
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
		const page = await loadPage(this.link.href, { cache: 'no-store' });
		const shown = page.querySelector('main .notices') ?? page.querySelector('main .empty');
		if (!shown) {
			throw new Error('The page has no notifications');
		}
		for (const item of [...shown.querySelectorAll('form, li')]) {
			if (item instanceof HTMLFormElement || [...shown.children].indexOf(item) >= MOST) {
				item.remove();
			}
		}
		this.panel = document.createElement('div');
		this.panel.className = 'latest';
		const all = document.createElement('a');
		all.href = this.link.href;
		all.textContent = this.link.dataset.all ?? '';
		this.panel.append(document.adoptNode(shown), all);
		this.link.after(this.panel);
		this.link.ariaExpanded = 'true';
		this.panel.querySelector('a')?.focus();
	}

	private close(): void {
		this.panel?.remove();
		this.panel = null;
		this.link.ariaExpanded = 'false';
	}
}

const link = document.querySelector<HTMLAnchorElement>('.acts .bell');

if (link && location.pathname !== '/notifications') {
	new Bell(link);
}
