// Measures the first view of a thread page of 20 posts on an emulated slow phone, for a guest and for
// a writer, and prints a table. docs/performance.md says how it is run.
import { close, discussion, open, register, signInAt } from '../test/forum.js';
import { firstView, LIMITS, tapped } from '../test/firstview.js';

const ROUNDS = 5;

const PHONE = { javaScriptEnabled: true, viewport: { width: 390, height: 780 }, isMobile: true, hasTouch: true };

const median = (numbers) => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];

const author = await register();
const { id } = await discussion(author, 19);
const address = `/threads/${id}`;

async function measure(reader) {
	const page = await open(PHONE);
	if (reader) {
		await signInAt(page, reader);
	}
	const view = await firstView(page, address, { slow: true });
	view.interaction = await tapped(page, reader ? '#post-1 form[action$="vote"] button' : '#language');
	await page.context().close();
	return view;
}

const rows = { guest: null, writer: await register() };
console.log('| first view of 20 posts | bytes | limit | requests | LCP ms | main thread ms | layout shift | interaction ms |');
console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
let failed = false;
for (const [name, reader] of Object.entries(rows)) {
	await measure(reader);
	const views = [];
	for (let round = 0; round < ROUNDS; round++) {
		views.push(await measure(reader));
	}
	const of = (figure) => median(views.map((view) => view[figure]));
	const cells = [name, of('bytes'), LIMITS[name], of('requests'), ...['paint', 'busy'].map((one) => Math.round(of(one)))];
	console.log(`| ${[...cells, of('shift').toFixed(3), Math.round(of('interaction'))].join(' | ')} |`);
	failed ||= of('bytes') > LIMITS[name] || of('shift') > 0;
}
await close();
if (failed) {
	throw new Error('The bytes or the layout shift are above their limits');
}
