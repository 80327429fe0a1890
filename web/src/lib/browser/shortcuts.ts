import { edit } from './edit';
import { toMarkdown } from './markdown';
import { policy } from './page';
import { composes, isCode, nextItem, withLink } from './text';

/** The buttons of the toolbar that keys press, as in most editors. */
const BUTTONS: Record<string, string> = { b: 'md-bold', e: 'md-code', i: 'md-italic', k: 'md-link' };

/** Elements whose look would be lost in a plain text. */
const FORMED = 'a[href], strong, b, em, i, del, s, ul, ol, table, blockquote, code, h1, h2, h3, h4, h5, h6';

/** Text that another program marks as bold although it is not. */
const NOT_BOLD = 'b[style*="normal"]';

/** Elements that nobody sees, or that are no text. */
const UNSEEN = 'style, script, noscript, template, title, svg, button';

/** The Markdown of what is pasted; empty if it is plain. An editor's code is plain, though it has colours. */
function pastedMarkdown(html: string): string {
	const { body } = new DOMParser().parseFromString(policy.createHTML(html), 'text/html');
	body.querySelectorAll(UNSEEN).forEach((one) => one.remove());
	body.querySelectorAll(NOT_BOLD).forEach((one) => one.replaceWith(...one.childNodes));
	body.querySelectorAll('a:not([href^="http"], [href^="mailto:"])').forEach((one) => one.replaceWith(...one.childNodes));
	return body.querySelector(FORMED) ? toMarkdown(body) : '';
}

/** Others move the cursor by the control key. */
const IS_APPLE = /^(?:Mac|iP)/.test(navigator.platform);

/** Continues lists, presses buttons of the toolbar by keys, and pastes as Markdown what has forms. */
export function addShortcuts(form: HTMLFormElement, field: HTMLTextAreaElement): void {
	field.addEventListener('keydown', (press) => {
		if (press.defaultPrevented || composes(press) || press.shiftKey || press.altKey) {
			return;
		}
		const { selectionStart, selectionEnd, value } = field;
		const isCommand = IS_APPLE ? press.metaKey : press.ctrlKey;
		const button = isCommand && form.querySelector<HTMLElement>(BUTTONS[press.key.toLowerCase()] ?? 'none');
		const item = press.key === 'Enter' && !press.ctrlKey && !press.metaKey && selectionStart === selectionEnd ? nextItem(value, selectionStart) : null;
		if (button) {
			press.preventDefault();
			button.click();
		} else if (item) {
			press.preventDefault();
			edit(field, item.text, item.cursor);
		}
	});
	field.addEventListener('paste', (paste) => {
		const { clipboardData } = paste;
		const { selectionStart, selectionEnd, value } = field;
		const plain = clipboardData?.getData('text/plain').trim();
		if (!clipboardData || !plain || isCode(value, selectionStart)) {
			return;
		}
		const [before, selected, after] = [value.slice(0, selectionStart), value.slice(selectionStart, selectionEnd), value.slice(selectionEnd)];
		const pasted = withLink(selected, plain) ?? pastedMarkdown(clipboardData.getData('text/html'));
		if (pasted) {
			paste.preventDefault();
			edit(field, before + pasted + after, selectionStart + pasted.length);
		}
	});
}
