/** Reports at the end which files have failed tests, so that a second try runs only these. */
export default async function* failed(events) {
	const files = new Set();
	for await (const { type, data } of events) {
		if (type === 'test:fail' && data.file) {
			files.add(data.file);
		}
	}
	yield [...files].join(' ');
}
