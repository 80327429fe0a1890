import { edit } from './edit';
import { pastedMarkdown } from './markdown';
import { composes, isCode, nextItem, withLink } from './text';

/** The buttons of the toolbar that keys press, as in most editors. */
const BUTTONS: Record<string, string> = { b: 'md-bold', e: 'md-code', i: 'md-italic', k: 'md-link' };

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
