/** Shows the day above the first message of each, as the server does. */
export function showDays(list: HTMLElement): void {
	for (const line of list.querySelectorAll('.day')) {
		line.remove();
	}
	let before = '';
	for (const article of list.querySelectorAll<HTMLElement>(':scope > [data-day]')) {
		const { day = '' } = article.dataset;
		if (day !== before) {
			const line = document.createElement('p');
			line.className = 'day';
			line.textContent = day;
			const above = article.previousElementSibling;
			(above?.id === 'new' ? above : article).before(line);
		}
		before = day;
	}
}
