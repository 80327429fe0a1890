import '@github/markdown-toolbar-element';
import { dock } from './dock';
import { DraftKeeper } from './draft';
import { edit } from './edit';
import { keepText } from './keep';
import { toMarkdown } from './markdown';
import { MentionList, PEOPLE, TAGS } from './mentions';
import { loadPage, swap } from './page';
import { suggestPeople } from './people';
import { addShortcuts } from './shortcuts';
import { showSimilar } from './similar';
import { composes, isTooLarge, withQuote } from './text';

/** Shows a message, wherever the reader is on the page. */
function tell(message: HTMLElement): void {
	message.className = 'toast refused';
	message.role = 'alert';
	document.querySelector('.toast')?.remove();
	document.getElementById('main')?.append(message);
}

/** Says why a change was refused, unless the parts that were replaced say it. */
function showRefusal(fresh: Document, ids: string[]): void {
	document.querySelector('.toast.refused')?.remove();
	const refusal = fresh.querySelector<HTMLElement>('main .notice[role="alert"]');
	if (refusal && !ids.some((id) => document.getElementById(id)?.contains(refusal))) {
		tell(document.adoptNode(refusal));
	}
}

/** Sends a form and shows the parts of the page that it changes. */
async function send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
	const ids = (submitter?.dataset.swap ?? form.dataset.swap ?? '').split(' ');
	const action = submitter?.getAttribute('formaction') ?? form.getAttribute('action') ?? location.href;
	const body = new FormData(form, submitter);
	const fresh = await loadPage(new URL(action, location.href).href, { method: 'POST', body });
	const failure = fresh.querySelector<HTMLElement>('#failure > p');
	if (failure) {
		tell(failure);
		return;
	}
	swap(fresh, ids);
	showRefusal(fresh, ids);
}

// Without a network the browser would replace the page by an error.
document.addEventListener(
	'submit',
	(submit) => {
		if (!navigator.onLine && (submit.target as Element).matches('[data-composer], [data-swap]')) {
			submit.preventDefault();
			submit.stopPropagation();
			const message = document.createElement('div');
			message.textContent = document.getElementById('main')?.dataset.unsent ?? '';
			tell(message);
		}
	},
	true
);

document.addEventListener('submit', (submit) => {
	const form = submit.target as HTMLFormElement;
	const submitter = submit.submitter;
	if (submit.defaultPrevented || !(submitter?.dataset.swap ?? form.dataset.swap)) {
		return;
	}
	submit.preventDefault();
	send(form, submitter).catch(() => {
		// The page of the answer says what is wrong.
		delete form.dataset.swap;
		delete submitter?.dataset.swap;
		form.requestSubmit(submitter);
	});
});

/** The part of a post that is selected, with the marks around it; null if nothing is selected. */
function selectedText(article: Element): string | null {
	const text = article.querySelector('.prose');
	const selection = getSelection();
	if (!text || !selection || selection.isCollapsed || !text.contains(selection.anchorNode) || !text.contains(selection.focusNode)) {
		return null;
	}
	const range = selection.getRangeAt(0);
	let part: Node = range.cloneContents();
	for (let around: Node | null = range.commonAncestorContainer; around && around !== text; around = around.parentNode) {
		if (around instanceof Element) {
			const whole = around.cloneNode(false);
			whole.appendChild(part);
			part = whole;
		}
	}
	const all = document.createElement('div');
	all.append(part);
	return toMarkdown(all);
}

/** A post as the page shows it, until what its author wrote is there. */
function shownText(article: Element): string {
	const text = article.querySelector('.prose');
	return text ? toMarkdown(text) : '';
}

/** What was written in a post, as its author wrote it; empty if the server does not tell it. */
async function sourceOf(post: string): Promise<string> {
	const answer = await fetch(`/posts/${encodeURIComponent(post)}/source`);
	return answer.ok ? answer.text() : '';
}

/** Says at its field that a text is too large, also before a preview, as the answer would take the place of the page. */
function refuseTooLarge(form: HTMLFormElement, field: HTMLTextAreaElement, reason: string): void {
	const check = () => field.setCustomValidity(isTooLarge(field.value) ? reason : '');
	field.addEventListener('input', check);
	form.addEventListener(
		'submit',
		(submit) => {
			check();
			if (field.validity.customError) {
				submit.preventDefault();
				submit.stopPropagation();
				field.reportValidity();
			}
		},
		true
	);
	check();
}

function enhance(form: HTMLFormElement): void {
	const field = form.querySelector('textarea');
	const status = form.querySelector<HTMLElement>(':scope > .status');
	if (!field) {
		return;
	}
	field.addEventListener('keydown', (press) => {
		if (press.key === 'Enter' && (press.ctrlKey || press.metaKey)) {
			press.preventDefault();
			form.requestSubmit();
		}
	});
	if (field.dataset.large) {
		refuseTooLarge(form, field, field.dataset.large);
	}
	form.querySelector('markdown-toolbar')?.setAttribute('for', field.id);
	new MentionList(field);
	addShortcuts(form, field);
	const [tags, title] = ['tags', 'title'].map((name) => form.elements.namedItem(name));
	if (tags instanceof HTMLInputElement && tags.dataset.people) {
		new MentionList(tags, TAGS);
	}
	const similar = form.querySelector<HTMLElement>('.similar');
	if (similar && title instanceof HTMLInputElement) {
		showSimilar(title, similar);
	}
	form.addEventListener('keydown', (press) => {
		const { target } = press;
		if (press.key === 'Enter' && target instanceof HTMLInputElement && !press.defaultPrevented && !press.ctrlKey && !press.metaKey) {
			// Nobody publishes by ending a title or a tag.
			press.preventDefault();
			if (target === tags && !composes(press)) {
				const text = `${target.value.replace(/[\s,]+$/, '')}, `;
				edit(target, text, text.length);
			} else if (target === title && !composes(press)) {
				field.focus();
			}
		}
	});
	// Without its quotation a text answers the thread.
	let quoted = '';
	const findQuotation = ({ type }: Event) => {
		const replyTo = form.elements.namedItem('replyTo');
		if (replyTo instanceof HTMLInputElement && field.value.includes(`](/posts/${replyTo.value})`)) {
			quoted = replyTo.value;
		} else if (type === 'input' && replyTo instanceof HTMLInputElement && quoted === replyTo.value) {
			replyTo.value = '';
		}
	};
	field.addEventListener('focus', findQuotation);
	field.addEventListener('input', findQuotation);
	const say = (key: string) => {
		if (status) {
			status.textContent = status.dataset[key] ?? '';
		}
	};
	if (form.elements.namedItem('draft')) {
		new DraftKeeper(form, field, say);
	} else if (form.dataset.keep && keepText(form, field, form.dataset.keep)) {
		say('restored');
	}
	document.addEventListener('click', (click) => {
		const link = (click.target as Element).closest<HTMLElement>('a[data-quote]');
		const article = link?.closest<HTMLElement>('[data-author]');
		if (!link || !article || click.ctrlKey || click.metaKey) {
			return;
		}
		click.preventDefault();
		// The second click of two would quote it twice.
		if (click.detail > 1) {
			return;
		}
		dock(form);
		const author = { username: article.dataset.author ?? '', post: link.dataset.quote ?? '' };
		const begun = field.value;
		const quote = (text: string) => {
			const quoting = withQuote(begun, text, author, field.dataset.wrote ?? '');
			const replyTo = form.elements.namedItem('replyTo') as HTMLInputElement;
			if (!begun.includes(`](/posts/${replyTo.value})`)) {
				replyTo.value = author.post;
			}
			field.focus();
			edit(field, quoting, quoting.length);
		};
		const selected = selectedText(article);
		quote(selected ?? shownText(article));
		if (selected === null) {
			const shown = field.value;
			sourceOf(author.post)
				.then((source) => source && field.value === shown && quote(source))
				.catch(() => undefined);
		}
	});
}

document.querySelectorAll<HTMLFormElement>('form[data-composer]').forEach(enhance);
document.addEventListener('click', (click) => {
	const form = (click.target as Element).closest('a[href="#reply"]') && document.querySelector<HTMLFormElement>('#reply[data-composer]');
	if (form && !click.ctrlKey && !click.metaKey) {
		click.preventDefault();
		dock(form);
		form.querySelector('textarea')?.focus();
	}
});
document.querySelectorAll<HTMLInputElement>('input[data-find]').forEach(suggestPeople);
document.querySelectorAll<HTMLInputElement>('input[name=members][data-people]').forEach((field) => new MentionList(field, PEOPLE));
