/** Asks in a dialog before what cannot be undone; without this the form opens below its label. */
document.addEventListener('click', (click) => {
	const summary = (click.target as Element).closest<HTMLElement>('details[data-confirm] > summary');
	const form = summary?.nextElementSibling;
	if (!summary || !form) {
		return;
	}
	click.preventDefault();
	const dialog = document.createElement('dialog');
	dialog.className = 'dialog';
	dialog.ariaLabel = summary.textContent;
	const cancel = document.createElement('form');
	cancel.method = 'dialog';
	const button = document.createElement('button');
	button.className = 'quiet';
	// A key that is held or pressed twice must not answer the question.
	button.autofocus = true;
	button.textContent = document.getElementById('main')?.dataset.cancel ?? '×';
	cancel.append(button);
	dialog.append(form, cancel);
	dialog.addEventListener('close', () => {
		summary.after(form);
		dialog.remove();
		summary.focus();
	});
	document.body.append(dialog);
	dialog.showModal();
});
