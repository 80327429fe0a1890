/** The part of a text that another one has instead. */
export function changeOf(before: string, after: string): { from: number; to: number; inserted: string } {
	const most = Math.min(before.length, after.length);
	let from = 0;
	while (from < most && before[from] === after[from]) {
		from++;
	}
	let kept = 0;
	while (kept < most - from && before[before.length - kept - 1] === after[after.length - kept - 1]) {
		kept++;
	}
	return { from, to: before.length - kept, inserted: after.slice(from, after.length - kept) };
}

/** Changes the text of a field so that its writer can undo it, selects a part of it, and tells the other scripts. */
export function edit(field: HTMLTextAreaElement | HTMLInputElement, text: string, start: number, end = start): void {
	if (document.activeElement === field && field.value !== text) {
		const { from, to, inserted } = changeOf(field.value, text);
		field.setSelectionRange(from, to);
		// No other way of changing a field can be undone.
		document.execCommand(inserted ? 'insertText' : 'delete', false, inserted);
	}
	if (field.value !== text) {
		field.value = text;
		field.dispatchEvent(new Event('input', { bubbles: true }));
	}
	field.setSelectionRange(start, end);
}
