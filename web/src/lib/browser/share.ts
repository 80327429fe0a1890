/** Passes the address of a link on, which an installed app shows nowhere: phones share it, others copy it. */
document.addEventListener('click', (click) => {
	const link = (click.target as Element).closest<HTMLAnchorElement>('a[data-share]');
	if (!link || !isSecureContext || click.ctrlKey || click.metaKey || click.shiftKey) {
		return;
	}
	click.preventDefault();
	if ('share' in navigator && matchMedia('(pointer: coarse)').matches) {
		// Readers may change their mind.
		navigator.share({ url: link.href }).catch(() => undefined);
		return;
	}
	void navigator.clipboard.writeText(link.href).then(() => {
		const words = link.lastElementChild as HTMLElement;
		words.role = 'status';
		words.className = '';
		words.textContent = link.dataset.share ?? '';
	});
});
