// Takes the pictures of the documents: fills a new system with a small forum and photographs its
// main pages, light, dark and on a phone. docs/web.md says how it is run.
import { mkdir, stat } from 'node:fs/promises';
import { admin, api, close, eventually, open, PASSWORD, signInAt } from '../test/forum.js';

const FOLDER = new URL('../../docs/images/', import.meta.url);

/** The largest size of a picture in bytes, as everyone who clones the repository gets it. */
const LIMIT = 150 * 1024;

const WINDOW = { width: 1200, height: 700 };

const PHONE = { width: 390, height: 780 };

async function person(username, name) {
	const { user, accessToken } = await api('POST', '/auth/register', {
		name,
		username,
		email: `${username}@example.org`,
		password: PASSWORD
	});
	return { ...user, token: accessToken };
}

async function category(slug, name, description, colour) {
	await api('POST', '/categories', { slug, name, description, colour }, await admin());
}

const thread = (author, category, title, content, tags = []) =>
	api('POST', '/threads', { category, title, content, tags }, author.token);

const reply = (author, { id }, content) => api('POST', '/posts', { threadId: id, content }, author.token);

async function fill() {
	const people = {
		mira: await person('mira', 'Mira Okafor'),
		jonas: await person('jonas', 'Jonas Lindqvist'),
		ayse: await person('ayse', 'Ayşe Demir'),
		lea: await person('lea', 'Léa Fontaine'),
		theo: await person('theo', 'Theo Brandt'),
		priya: await person('priya', 'Priya Raman')
	};
	const { mira, jonas, ayse, lea, theo, priya } = people;
	await category('balconies', 'Balconies', 'Pots, boxes, shade and wind.', '#2f855a');
	await category('kitchen', 'Kitchen', 'What to do with all of it.', '#c05621');
	await category('tools', 'Tools', 'Which ones last, and how to mend them.', '#2b6cb0');
	await thread(ayse, 'tools', 'Sharpening secateurs without a bench grinder', 'A fine stone and ten minutes.', ['care']);
	await thread(theo, 'tools', 'Does a long spout matter for seedlings?', 'My watering can drowns them.', ['care', 'seedlings']);
	await thread(priya, 'kitchen', 'Curry leaves from a pot', 'Ours is three years old and 60 cm tall.', ['herbs', 'shade']);
	const storm = await thread(lea, 'balconies', 'Railing boxes that do not fly away in a storm', 'The last one took two of mine. What holds?', ['wind']);
	await reply(theo, storm, 'Ratchet straps, painted green.');
	await reply(priya, storm, 'Fewer boxes, heavier earth.');
	const chutney = await thread(jonas, 'kitchen', 'Green tomatoes: chutney, or wait?', 'The first frost is due on Friday.', ['autumn']);
	await thread(mira, 'kitchen', 'Drying thyme in a small flat', 'Bundles fall apart after a week.', ['herbs']);
	await reply(lea, chutney, 'Both! Half of them in newspaper, half in the pot.');
	const rules = await thread(mira, 'balconies', 'Read this first: how we help each other', 'Say where you are, how much sun you have, and show a picture.', ['rules']);
	await api('POST', `/threads/${rules.id}/pin`, undefined, await admin());
	const found = await thread(
		mira,
		'balconies',
		'Which tomatoes for a north-facing balcony?',
		'Four hours of sun in the afternoon, quite windy. Last year I tried **San Marzano**, and they were still green in October.\n\nThree boxes of 30 litres each. What ripens with so little light?',
		['tomatoes', 'shade']
	);
	const first = await reply(
		jonas,
		found,
		'Small ones. A cherry tomato needs about half of the light:\n\n- *Black Cherry*, three metres if you let it\n- *Tumbling Tom*, for the edge of the box\n- *Gardener’s Delight*\n\nWind matters more than shade, so tie them up early.'
	);
	await reply(ayse, found, '> Wind matters more than shade\n\nTrue here as well. A bamboo mat on the railing made the difference, for 12 €.');
	await reply(mira, found, `Thank you, @${jonas.username}! *Tumbling Tom* it is. I report back in August.`);
	await api('PUT', `/posts/${first.id}/vote`, { value: 1 }, ayse.token);
	await api('PUT', `/posts/${first.id}/vote`, { value: 1 }, mira.token);
	await api('PUT', `/threads/${found.id}/answer`, { postId: first.id }, mira.token);
	const advert = await reply(jonas, chutney, 'I have jars with lids, forty of them. Cheap! Write to me.');
	await api('POST', `/posts/${advert.id}/reports`, { reason: 'spam', note: 'This is not the market.' }, ayse.token);
	await share(people);
	return { ...people, thread: found, chat: await talk(people) };
}

async function share({ mira, jonas, ayse }) {
	const path = `/social/people/${mira.username}/follow`;
	const known = (write) => eventually(() => write().then(() => true, () => false), 'The people');
	await known(() => api('PUT', path, undefined, jonas.token));
	const publish = (text) => api('POST', '/social/posts', { text, visibility: 'public' }, mira.token);
	await publish('Sown today: two boxes of *Black Cherry*, one of thyme. The balcony smells of wet soil.');
	const last = await publish('First leaves after six days. **Four** of forty are missing; who ate them?');
	await known(() => api('PUT', `/social/posts/${last.id}/reaction`, { kind: 'wow' }, ayse.token));
	await api('POST', `/social/posts/${last.id}/comments`, { text: 'Snails climb to the fourth floor, believe me.' }, ayse.token);
}

async function talk({ mira, jonas, ayse }) {
	const members = [jonas.username, ayse.username];
	const group = await eventually(
		() =>
			api('POST', '/chat/conversations', { kind: 'group', name: 'Seed swap on Saturday', members }, mira.token).catch(
				() => null
			),
		'The group'
	);
	const send = (author, text, more = {}) =>
		api('POST', `/chat/conversations/${group.id}/messages`, { text, ...more }, author.token);
	await send(mira, 'I bring the *Black Cherry* seeds, about forty.');
	const offer = await send(jonas, 'And I have thyme and two kinds of basil. Does anybody want chilli?');
	await send(ayse, 'Yes please! The small red ones?', { replyTo: offer.id });
	await send(jonas, 'Exactly those. At ten by the fountain?');
	const last = await send(mira, 'At ten. I bring coffee. ☕');
	await api('PUT', `/chat/messages/${last.id}/reactions/${encodeURIComponent('☕')}`, undefined, ayse.token);
	await api('PUT', `/chat/messages/${last.id}/reactions/${encodeURIComponent('☕')}`, undefined, jonas.token);
	return group;
}

async function picture(page, name, path) {
	await page.goto(path, { waitUntil: 'networkidle' });
	const file = new URL(`${name}.png`, FOLDER);
	await page.screenshot({ path: file.pathname, animations: 'disabled' });
	const { size } = await stat(file);
	console.log(`${name}.png has ${size} bytes.`);
	if (size > LIMIT) {
		throw new Error(`${name}.png has more than ${LIMIT} bytes`);
	}
}

const { mira, jonas, thread: shown, chat } = await fill();
await mkdir(FOLDER, { recursive: true });
const administrator = { username: 'admin', password: JSON.parse(process.env.PARLEY_SCENE).password };
for (const [look, options] of [
	['light', { viewport: WINDOW }],
	['dark', { viewport: WINDOW, colorScheme: 'dark' }],
	['phone', { viewport: PHONE, isMobile: true, hasTouch: true }]
]) {
	const guest = await open({ javaScriptEnabled: true, ...options });
	await picture(guest, `home-${look}`, '/');
	await picture(guest, `sign-in-${look}`, '/sign-in?back=/');
	const page = await open({ javaScriptEnabled: true, ...options });
	await signInAt(page, jonas, '/');
	await picture(page, `thread-${look}`, `/threads/${shown.id}`);
	await picture(page, `chat-${look}`, `/chat/${chat.id}`);
	await page.goto('/feed');
	await eventually(async () => {
		await page.reload();
		return (await page.locator('#feed article').count()) === 2;
	}, 'The feed');
	await picture(page, `feed-${look}`, '/feed');
	const staff = await open({ javaScriptEnabled: true, ...options });
	await signInAt(staff, administrator, '/', administrator.password);
	await picture(staff, `administration-${look}`, '/administration/jobs');
	await eventually(async () => {
		await staff.goto('/moderation');
		return staff.locator('main .threads a').count();
	}, 'The case');
	await picture(staff, `moderation-${look}`, new URL(await staff.locator('main .threads a').first().evaluate((a) => a.href)).pathname);
	await Promise.all([guest, page, staff].map((one) => one.context().close()));
}
console.log(`The forum of ${mira.displayName} is photographed.`);
await close();
