import assert from 'node:assert/strict';
import { createECDH, randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import { admin, api, close, discussion, eventually, followLink, open, register, shows, signInAt, site, staff, submit, unique } from './forum.js';

let author;
let thread;

before(async () => {
	author = await register();
	thread = await discussion(author, 1);
});

after(close);

const PHONE = { viewport: { width: 390, height: 780 } };

test('places of the forum are beside the page on a desk, and behind a link on a phone, without scripts', async () => {
	const desk = await open();
	await shows(desk, `/threads/${thread.id}`, `#side a[href="/categories/${thread.slug}"]`, 1);
	assert.ok(await desk.locator(`#side a[href="/categories/${thread.slug}"]`).isVisible());
	assert.ok(await desk.locator('form[role=search][action="/search"] input').isVisible());
	assert.ok(!(await desk.locator('.top .menu').isVisible()));
	await desk.context().close();
	const phone = await open(PHONE);
	await phone.goto(`/threads/${thread.id}`);
	const places = phone.locator('#side');
	assert.ok(!(await places.isVisible()));
	await phone.click('.top .menu');
	assert.ok(await places.isVisible());
	assert.equal(await places.locator(`a[href="/categories/${thread.slug}"]`).getAttribute('aria-current'), 'page');
	await places.locator('.close').click();
	assert.ok(!(await places.isVisible()));
	const bar = await phone.locator('.acts').boundingBox();
	assert.equal(Math.round(bar.y + bar.height), 780, 'the bar is at the lower edge');
	await phone.context().close();
});

test('keyboard stays among the places that cover a phone, and Escape leads back', async () => {
	const phone = await open({ ...PHONE, javaScriptEnabled: true });
	await phone.goto(`/threads/${thread.id}`);
	await phone.click('.top .menu');
	const stops = await phone.locator('#side :is(a, button)').count();
	for (let stop = 0; stop < stops; stop++) {
		await phone.keyboard.press('Tab');
		assert.ok(await phone.evaluate(() => !document.activeElement.closest('.top, .page')));
	}
	await phone.keyboard.press('Escape');
	assert.ok(!(await phone.locator('#side').isVisible()));
	assert.ok(await phone.locator('#main').isVisible());
	await phone.context().close();
});

test('thread is begun from anywhere, in the category of the page', async () => {
	const page = await open();
	await signInAt(page, await register(), `/threads/${thread.id}`);
	await followLink(page, '.top .write');
	assert.equal(await page.inputValue('[name=category]'), thread.slug);
	await page.fill('[name=title]', 'x');
	await page.evaluate(() => document.querySelector('[name=title]').removeAttribute('minlength'));
	await page.fill('[name=content]', 'Begun from a thread.');
	await submit(page, 'form.card button');
	assert.equal(await page.locator('[role=alert]').count(), 1, 'a short title is refused');
	assert.equal(await page.inputValue('[name=category]'), thread.slug);
	const title = unique('Begun ');
	await page.fill('[name=title]', title);
	await submit(page, 'form.card button');
	assert.equal(await page.textContent('h1'), title);
	assert.equal(await page.textContent('.crumbs bdi'), `Category ${thread.slug}`);
	await page.context().close();
});

test('thread is bold until it is read, and opens where its reader stopped', async () => {
	const reader = await register();
	const page = await open();
	await signInAt(page, reader, `/categories/${thread.slug}`);
	const row = page.locator('.rows li', { hasText: thread.title });
	assert.equal(await row.getAttribute('class'), 'unread');
	await followLink(page, `.rows a[href="/threads/${thread.id}"]`);
	await eventually(async () => {
		await page.goto(`/categories/${thread.slug}`);
		return (await row.getAttribute('class')) !== 'unread';
	}, 'The end of the unread state');
	await api('POST', '/posts', { threadId: thread.id, content: 'One more.' }, author.token);
	await eventually(async () => {
		await page.goto(`/categories/${thread.slug}`);
		return row.locator('.new').count();
	}, 'The new reply');
	assert.match(await row.locator('h2 a').getAttribute('href'), new RegExp(`/threads/${thread.id}\\?post=3#post-3$`));
	await page.context().close();
	const guest = await open();
	await guest.goto(`/categories/${thread.slug}`);
	assert.equal(await guest.locator('.rows .unread').count(), 0);
	await guest.context().close();
});

test('age and face of the last reply fit beside the number of replies, in the language with the longest ages', async () => {
	const thread = await discussion(await register(), 1);
	const page = await open();
	await page.context().addCookies([{ name: 'parley_language', value: 'ar', url: site }]);
	await page.setViewportSize({ width: 1280, height: 900 });
	await page.goto(`/categories/${thread.slug}`);
	const isInside = await page.locator('.rows .last').first().evaluate((last) => {
		last.querySelector('time').textContent = 'قبل دقيقة واحدة';
		const box = last.getBoundingClientRect();
		return [...last.children].map((one) => one.getBoundingClientRect()).every(({ left, right }) => left >= box.left - 1 && right <= box.right + 1);
	});
	assert.ok(isInside);
	await page.context().close();
});

test('accepted answer is marked, and its beginning is below the question', async () => {
	const asker = await register();
	const asked = await discussion(asker);
	const answer = await api('POST', '/posts', { threadId: asked.id, content: 'Tie them **up** early.' }, author.token);
	await api('PUT', `/threads/${asked.id}/answer`, { postId: answer.id }, asker.token);
	const page = await open();
	await page.goto(`/threads/${asked.id}`);
	assert.equal(await page.textContent('.solution .excerpt'), 'Tie them up early.');
	assert.equal(await page.locator('#post-2.accepted').count(), 1);
	await page.click('.solution a');
	assert.match(page.url(), /#post-2$/);
	await page.goto(`/categories/${asked.slug}`);
	assert.equal(await page.locator('.rows .i-accept').count(), 1);
	await page.context().close();
});

test('people without a picture have letters, the same everywhere', async () => {
	const page = await open();
	await page.goto(`/threads/${thread.id}`);
	const face = page.locator('#post-1 .face');
	assert.match(await face.textContent(), /^P.$/);
	const look = await face.getAttribute('class');
	assert.equal(await face.evaluate((one) => one.closest('[aria-hidden=true]') !== null), true);
	await page.goto(`/categories/${thread.slug}`);
	const inList = await page.locator('.rows .face').first().getAttribute('class');
	assert.equal(/\bf\d+\b/.exec(inList)[0], /\bf\d+\b/.exec(look)[0]);
	await page.context().close();
});

test('menu of a post opens without scripts, and closes by Escape and a click elsewhere', async () => {
	const plain = await open();
	const reader = await register();
	await signInAt(plain, reader, `/threads/${thread.id}`);
	await plain.click('#post-1 .drop summary');
	assert.ok(await plain.locator('#post-1 .drop a[href$="/report"]').isVisible());
	await plain.context().close();
	const page = await open({ javaScriptEnabled: true });
	await signInAt(page, reader, `/threads/${thread.id}`);
	await page.waitForSelector('#posts[data-live=true]', { state: 'attached' });
	const menu = page.locator('#post-1 .drop');
	await menu.locator('summary').click();
	await page.keyboard.press('Escape');
	assert.equal(await menu.getAttribute('open'), null);
	assert.equal(await page.evaluate(() => document.activeElement.tagName), 'SUMMARY');
	await menu.locator('summary').click();
	await page.click('h1');
	assert.equal(await menu.getAttribute('open'), null);
	await page.context().close();
});

test('latest notifications are below the bell, which leads to all of them without scripts', async () => {
	const [asker, helper] = [await register(), await register()];
	const asked = await discussion(asker);
	await api('POST', '/posts', { threadId: asked.id, content: 'An answer.' }, helper.token);
	const page = await open({ javaScriptEnabled: true });
	await signInAt(page, asker);
	const item = page.locator('.latest li', { hasText: asked.title });
	await eventually(async () => {
		await page.goto('/');
		await page.click('.bell');
		await page.waitForSelector('.latest:not([aria-busy])');
		return item.count();
	}, 'The notification');
	assert.equal(await page.getAttribute('.bell', 'aria-expanded'), 'true');
	assert.equal(await page.locator('.latest form').count(), 0);
	await page.keyboard.press('Escape');
	assert.equal(await page.locator('.latest').count(), 0);
	assert.ok(await page.evaluate(() => document.activeElement.matches('.bell')));
	await page.click('.bell');
	await page.waitForSelector('.latest:not([aria-busy])');
	await page.click('#side-categories');
	await page.waitForSelector('.latest', { state: 'detached' });
	await page.click('.bell');
	await followLink(page, '.latest h2 a');
	assert.match(page.url(), new RegExp(`/threads/${asked.id}`));
	await page.context().close();
	const plain = await open();
	await signInAt(plain, asker);
	await followLink(plain, '.bell');
	assert.equal(new URL(plain.url()).pathname, '/notifications');
	await plain.context().close();
});

test('latest conversations are below the link to messages, which leads to all of them without scripts', async () => {
	const [reader, friend] = [await register(), await register()];
	const conversation = await eventually(
		() => api('POST', '/chat/conversations', { kind: 'direct', members: [reader.username] }, friend.token).catch(() => null),
		'The conversation'
	);
	await api('POST', `/chat/conversations/${conversation.id}/messages`, { text: 'Have you seen the seeds?' }, friend.token);
	const page = await open({ javaScriptEnabled: true });
	await signInAt(page, reader);
	await page.click('.acts .messages');
	await page.waitForSelector('.latest li >> text=Have you seen the seeds?');
	assert.equal(await page.locator('.latest .badge').textContent(), '1 new');
	await page.keyboard.press('Escape');
	assert.ok(await page.evaluate(() => document.activeElement.matches('.messages')));
	await page.click('.acts .messages');
	await page.waitForSelector('.latest:not([aria-busy])');
	await followLink(page, '.latest h2 a');
	assert.equal(new URL(page.url()).pathname, `/chat/${conversation.id}`);
	await page.context().close();
	const plain = await open();
	await signInAt(plain, reader);
	await followLink(plain, '.acts .messages');
	assert.equal(new URL(plain.url()).pathname, '/chat');
	await plain.context().close();
});

test('exact times are labelled for guests, and in their zone with scripts', async () => {
	const titleAt = async (options) => {
		const page = await open(options);
		await page.goto(`/threads/${thread.id}`);
		const time = page.locator('#post-1 time');
		const title = await eventually(async () => {
			const shown = await time.getAttribute('title');
			return (!options.javaScriptEnabled || !shown.endsWith('UTC')) && shown;
		}, 'The time');
		const at = new Date(await time.getAttribute('datetime'));
		await page.context().close();
		return { title, at };
	};
	const format = (timeZone, at) => new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at);
	const plain = await titleAt({ timezoneId: 'Asia/Tokyo' });
	assert.equal(plain.title, `${format('UTC', plain.at)} UTC`);
	const local = await titleAt({ timezoneId: 'Asia/Tokyo', javaScriptEnabled: true });
	assert.equal(local.title, format('Asia/Tokyo', local.at));
});

test('code is copied by its button, whose text is not part of it', async () => {
	const { slug } = thread;
	const coded = await api('POST', '/threads', { category: slug, title: unique('Code '), content: '```\nlet a = 1;\n```' }, await admin());
	const page = await open({ javaScriptEnabled: true, permissions: ['clipboard-read', 'clipboard-write'] });
	await page.goto(`/threads/${coded.id}`);
	await page.click('#post-1 .copy');
	await page.waitForSelector('#post-1 .copy[aria-label=Copied]');
	assert.equal((await page.evaluate(() => navigator.clipboard.readText())).trim(), 'let a = 1;');
	await page.context().close();
});

test('code has colours, long quotations fold, and a jump leads back, without scripts', async () => {
	// More than the limit leaves for the other tests of a minute.
	const writer = await register();
	const long = 'Words that are quoted at length. '.repeat(30);
	const content = `> ${long}\n\nMy answer:\n\n\`\`\`python\ndef greet():\n    return "hello" # <b>\n\`\`\``;
	const { id } = await api('POST', '/threads', { category: thread.slug, title: unique('Code '), content }, writer.token);
	for (let number = 0; number < 25; number++) {
		await api('POST', '/posts', { threadId: id, content: `Reply ${number}` }, writer.token);
	}
	const page = await open();
	await eventually(async () => {
		await page.goto(`/threads/${id}`);
		return Number(await page.getAttribute('#jump', 'max')) > 25;
	}, 'The number of posts, which is added up later');
	assert.equal(await page.textContent('#post-1 pre code'), 'def greet():\n    return "hello" # <b>\n');
	assert.equal(await page.textContent('#post-1 .c-keyword >> nth=0'), 'def');
	const colour = (selector) => page.locator(selector).first().evaluate((element) => getComputedStyle(element).color);
	assert.notEqual(await colour('#post-1 .c-keyword'), await colour('#post-1 pre code'));
	const quotation = page.locator('#post-1 blockquote');
	assert.ok(!(await quotation.isVisible()));
	await page.click('#post-1 .quotation > summary');
	assert.ok(await quotation.isVisible());
	await page.fill('#jump', '22');
	await submit(page, '.place .jump button');
	assert.equal(new URL(page.url()).hash, '#post-22');
	await followLink(page, '.place a.button');
	assert.equal(new URL(page.url()).hash, '#post-1');
	await page.context().close();
});

test('person has a card for those who point or move the focus', async () => {
	const page = await open({ javaScriptEnabled: true });
	await page.goto(`/threads/${thread.id}`);
	await page.waitForSelector('#posts[data-live=true]', { state: 'attached' });
	const card = page.locator('.person-card');
	const failed = page.waitForEvent('requestfailed');
	await page.route(`**/people/${author.username}`, (route) => route.abort(), { times: 1 });
	await page.hover('#post-1 h2 a.author');
	await failed;
	await page.hover('h1');
	await page.hover('#post-1 h2 a.author');
	await card.waitFor();
	assert.match(await card.textContent(), new RegExp(`@${author.username}`));
	assert.equal(await page.locator('#post-1 h2 .person-card').count(), 0, 'it is no part of the heading');
	await card.hover();
	assert.ok(await card.isVisible(), 'it stays while it is pointed at');
	await page.keyboard.press('Escape');
	await card.waitFor({ state: 'detached' });
	await page.focus('#post-1 .permalink');
	await page.keyboard.press('Shift+Tab');
	await card.waitFor();
	await page.context().close();
});

test('keys move through posts, and their list switches them off', async () => {
	const page = await open({ javaScriptEnabled: true });
	await page.goto(`/threads/${thread.id}`);
	await page.waitForSelector('#posts[data-live=true]', { state: 'attached' });
	const focused = () => page.evaluate(() => document.activeElement.id);
	await page.keyboard.press('j');
	await page.keyboard.press('j');
	assert.equal(await focused(), 'post-2');
	await page.keyboard.press('k');
	assert.equal(await focused(), 'post-1');
	await page.keyboard.press('/');
	assert.equal(await focused(), 'find');
	await page.keyboard.type('j?');
	assert.equal(await page.inputValue('#find'), 'j?', 'fields take keys themselves');
	await page.focus('#main');
	await page.keyboard.press('?');
	await page.waitForSelector('dialog[open] .shortcuts');
	await page.click('#keys-on');
	await page.keyboard.press('Escape');
	await page.waitForSelector('dialog', { state: 'detached' });
	await page.focus('#main');
	await page.keyboard.press('j');
	assert.equal(await focused(), 'main');
	const cookies = await page.context().cookies();
	assert.ok(cookies.some(({ name, value }) => name === 'parley_keys' && value === 'off'), 'signing out leaves cookies only');
	await page.context().close();
});

test('picture opens large and gives the focus back', async () => {
	const page = await open({ javaScriptEnabled: true });
	await page.goto(`/threads/${thread.id}`);
	await page.waitForSelector('#posts[data-live=true]', { state: 'attached' });
	await page.evaluate(() => {
		const link = document.createElement('a');
		link.href = '/preview.png';
		const image = document.createElement('img');
		image.src = '/icon.svg';
		image.alt = 'A loaf';
		link.append(image);
		const pictures = document.createElement('div');
		pictures.className = 'pictures';
		pictures.append(link);
		document.querySelector('#post-1 .prose').append(pictures);
	});
	await page.focus('.pictures > a');
	await page.keyboard.press('Enter');
	const shown = page.locator('dialog[open] img');
	await shown.waitFor();
	assert.equal(new URL(await shown.getAttribute('src'), page.url()).pathname, '/preview.png');
	assert.equal(await shown.getAttribute('alt'), 'A loaf');
	await page.keyboard.press('Escape');
	await page.waitForSelector('dialog', { state: 'detached' });
	assert.ok(await page.evaluate(() => document.activeElement.matches('.pictures > a')));
	await page.context().close();
});

/** Where a part of the page begins in the window. */
const topOf = (page, selector) => page.locator(selector).first().evaluate((part) => part.getBoundingClientRect().top);

test('member lists what is unread, and hears of new threads without a jump', async () => {
	const reader = await register();
	const page = await open({ javaScriptEnabled: true });
	await signInAt(page, reader, `/categories/${thread.slug}`);
	const title = unique('Announced ');
	const before = await topOf(page, 'main .rows');
	await api('POST', '/threads', { category: thread.slug, title, content: 'New.' }, author.token);
	await page.waitForSelector('#new-threads a');
	assert.equal(await topOf(page, 'main .rows'), before);
	assert.equal(await page.locator('.rows a', { hasText: title }).count(), 0);
	await page.click('#new-threads a');
	await page.waitForSelector(`.rows a:has-text("${title}")`);
	await page.goto(`/categories/${thread.slug}?sort=unread`);
	const row = page.locator('.rows li', { hasText: title });
	assert.equal(await row.count(), 1);
	await row.locator('h2 a').click();
	await eventually(async () => {
		await page.goto(`/categories/${thread.slug}?sort=unread`);
		return (await row.count()) === 0;
	}, 'The end of the unread state');
	await page.context().close();
	const guest = await open();
	await guest.goto(`/categories/${thread.slug}?sort=unread`);
	assert.equal(await guest.locator('.tabs a[href$="sort=unread"]').count(), 0);
	assert.equal(await guest.locator('.tabs [aria-current]').getAttribute('href'), `/categories/${thread.slug}`);
	await guest.context().close();
});

test('tags and threads like a new one are suggested while it is written', async () => {
	const tag = unique('t');
	const word = unique('Zucchini');
	const begun = { category: thread.slug, title: `Growing ${word} indoors`, content: 'Text', tags: [`${tag}-One`] };
	const { id } = await api('POST', '/threads', begun, author.token);
	await eventually(async () => (await api('GET', `/tags?q=${tag}`)).length === 1, 'The tag in the index');
	const page = await open({ javaScriptEnabled: true });
	await signInAt(page, author, `/categories/${thread.slug}/new`);
	await page.locator('[name=tags]').pressSequentially(`garden, ${tag.toUpperCase()}`);
	const suggested = `[role=option][aria-selected=true] >> text=${tag}-One · 1`;
	await page.waitForSelector(suggested);
	await page.keyboard.press('Tab');
	assert.equal(await page.inputValue('[name=tags]'), `garden, ${tag.toUpperCase()}`, 'a new tag may begin another one');
	await page.locator('[name=tags]').press('End');
	await page.locator('[name=tags]').press('Backspace');
	await page.waitForSelector(suggested);
	await page.keyboard.press('Enter');
	assert.equal(await page.inputValue('[name=tags]'), `garden, ${tag}-One, `);
	await page.locator('[name=title]').pressSequentially(`Can ${word} grow`);
	const similar = page.locator('.similar a');
	await similar.waitFor();
	assert.equal(await similar.getAttribute('href'), `/threads/${id}`);
	await page.fill('[name=title]', 'Qqqq wwww');
	await similar.waitFor({ state: 'detached' });
	await page.context().close();
});

test('devices have a column of the preferences, and are removed from their list, without scripts', async () => {
	const member = await register();
	const keys = createECDH('prime256v1');
	const device = {
		endpoint: `https://push.example.org/${unique('d')}`,
		keys: { p256dh: keys.generateKeys().toString('base64url'), auth: randomBytes(16).toString('base64url') },
		name: 'Firefox, Linux'
	};
	await api('POST', '/notifications/devices', device, member.token);
	const page = await open();
	await signInAt(page, member, '/settings/notifications');
	assert.ok(await page.isChecked('[name="reply.push"]'));
	assert.ok(!(await page.isChecked('[name="vote.push"]')));
	await page.uncheck('[name="reply.push"]');
	await submit(page, 'form.card button');
	await page.goto('/settings/notifications');
	assert.ok(!(await page.isChecked('[name="reply.push"]')));
	assert.ok(!(await page.locator('#push-on').isVisible()));
	assert.match(await page.textContent('[aria-labelledby=devices] li'), /Firefox, Linux/);
	await submit(page, 'form[action="?/forget"] button');
	assert.equal(await page.locator('[aria-labelledby=devices] li').count(), 0);
	await page.context().close();
});

test('member who follows something is asked once about this browser', async () => {
	const page = await open({ javaScriptEnabled: true });
	await signInAt(page, await register(), `/threads/${thread.id}`);
	await page.evaluate(() => Object.defineProperty(Notification, 'permission', { get: () => 'default' }));
	assert.ok(!(await page.locator('[data-ask-push]').isVisible()));
	await page.click('#follow [value=following]');
	await page.locator('[data-ask-push]').waitFor();
	await page.click('[data-push=no]');
	assert.equal(await page.evaluate(() => localStorage.getItem('parley_push_asked')), 'yes');
	assert.ok(!(await page.locator('[data-ask-push]').isVisible()));
	await page.reload();
	assert.equal(await page.locator('#follow [value=none]').count(), 1);
	assert.ok(!(await page.locator('[data-ask-push]').isVisible()));
	await page.context().close();
});

test('profile shows what a person wrote, and their threads', async () => {
	const page = await open();
	await shows(page, `/people/${author.username}`, `main .threads a[href^="/threads/${thread.id}?post=1"]`, 1);
	await shows(page, `/people/${author.username}/threads`, `main .rows h3 a[href="/threads/${thread.id}"]`, 1);
	await page.context().close();
});

test('member chooses dark and light in the menu, a guest below the page, without scripts', async () => {
	const ground = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
	const member = await open();
	await signInAt(member, await register());
	const light = await ground(member);
	await submit(member, '.mine [name=theme][value=dark]');
	const dark = await ground(member);
	assert.notEqual(dark, light);
	assert.equal(await member.locator('.mine [name=theme][value=dark]').getAttribute('aria-pressed'), 'true');
	await submit(member, '.mine [name=theme][value=device]');
	assert.equal(await ground(member), light);
	await member.context().close();
	const guest = await open({ colorScheme: 'dark' });
	await guest.goto('/');
	assert.equal(await ground(guest), dark);
	assert.equal((await guest.context().cookies()).length, 0);
	await guest.selectOption('#theme', 'light');
	await submit(guest, '.bottom form button');
	assert.equal(await ground(guest), light);
	await guest.context().close();
});

test('member chooses language and look in the menu and the settings, not below each page', async () => {
	const page = await open(PHONE);
	await signInAt(page, await register());
	assert.equal(await page.locator('.bottom form').count(), 0);
	await page.goto('/settings/appearance');
	await page.selectOption('main [name=theme]', 'dark');
	await submit(page, 'main form[action="/language"] button');
	assert.equal(await page.getAttribute('html', 'data-theme'), 'dark');
	await page.context().close();
});

test('row of a table is a card on a phone, whose values have the heads of their columns', async () => {
	const page = await open(PHONE);
	await signInAt(page, await staff('admin'), '/administration/jobs');
	const table = page.locator('.cards');
	assert.ok(await table.evaluate((one) => one.scrollWidth <= one.clientWidth));
	const value = table.locator('tbody td').first();
	assert.equal(await value.evaluate((one) => getComputedStyle(one, '::before').content), '"Schedule"');
	await page.setViewportSize({ width: 1280, height: 900 });
	assert.ok(await table.evaluate((one) => one.scrollWidth <= one.clientWidth));
	assert.equal(await value.evaluate((one) => getComputedStyle(one, '::before').content), 'none');
	await page.context().close();
});

test('page of notifications says that another has arrived', async () => {
	const [reader, writer] = await Promise.all([register(), register()]);
	const { id } = await discussion(reader);
	const page = await open({ javaScriptEnabled: true });
	await signInAt(page, reader, '/notifications');
	const arrived = page.locator('#new-notifications a');
	const before = await topOf(page, 'main .notices');
	await eventually(async () => {
		await api('POST', '/posts', { threadId: id, content: 'A reply' }, writer.token);
		return arrived.count();
	}, 'The link to the notification');
	assert.equal(await topOf(page, 'main .notices'), before);
	assert.equal(await page.locator('main .notices li').count(), 0);
	await submit(page, '#new-notifications a');
	assert.equal(await page.locator('main .notices li').count(), 1);
	await page.context().close();
});

test('forum can be put on a home screen', async () => {
	const page = await open();
	await page.goto('/');
	const manifest = await (await page.request.get(await page.getAttribute('link[rel=manifest]', 'href'))).json();
	assert.equal(manifest.name, await page.textContent('.brand span'));
	assert.equal(manifest.display, 'standalone');
	for (const { src } of [...manifest.icons, { src: await page.getAttribute('link[rel=apple-touch-icon]', 'href') }]) {
		assert.equal((await page.request.get(src)).status(), 200, src);
	}
	const favicon = await page.request.get('/favicon.ico', { maxRedirects: 0 });
	assert.equal(favicon.status(), 302);
	assert.equal(favicon.headers().location, manifest.icons[0].src);
	await page.context().close();
});

test('member without a network reads the threads that were open, until they sign out', async () => {
	const page = await open({ javaScriptEnabled: true, serviceWorkers: 'allow' });
	const context = page.context();
	await signInAt(page, await register(), '/');
	await page.evaluate(() => navigator.serviceWorker.ready);
	await page.waitForFunction(() => navigator.serviceWorker.controller);
	await page.goto(`/threads/${thread.id}`);
	await page.waitForFunction(async (id) => caches.match(`/threads/${id}`, { ignoreVary: true }), thread.id);
	await context.setOffline(true);
	await page.goto('/settings');
	assert.equal(await page.textContent('h1'), 'You are offline');
	assert.equal(await page.locator('.mine').count(), 0, 'the page names nobody');
	assert.equal(await page.locator('main .empty a').evaluate((link) => link.pathname), '/settings');
	assert.notEqual(await page.evaluate(() => getComputedStyle(document.querySelector('.top')).position), 'static', 'it has its style');
	assert.notEqual(await page.evaluate(() => document.querySelector('.brand img').naturalWidth), 0, 'it has its picture');
	await page.goto(`/threads/${thread.id}?post=2#post-2`);
	assert.equal(await page.textContent('h1'), thread.title);
	await context.setOffline(false);
	await page.goto(`/threads/${thread.id}`);
	await submit(page, '.mine form[action="/sign-out"] button');
	assert.deepEqual(await page.evaluate(() => caches.keys()), []);
	assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
	await context.close();
});

test('search suggests places while it is written, and filters are links', async () => {
	const page = await open({ javaScriptEnabled: true });
	await signInAt(page, await register());
	await page.fill('#find', '');
	await page.type('#find', author.username);
	const option = page.locator('#suggestions [role=option]', { hasText: `@${author.username}` });
	await option.first().waitFor();
	await page.keyboard.press('ArrowDown');
	assert.equal(await page.getAttribute('#find', 'aria-activedescendant'), 'suggestions-0');
	await page.keyboard.press('Escape');
	assert.ok(!(await page.locator('#suggestions').isVisible()));
	await page.fill('#find', '');
	await page.type('#find', thread.slug);
	await page.locator('#suggestions [role=option]', { hasText: `Category ${thread.slug}` }).click();
	await page.waitForURL((url) => url.pathname === `/categories/${thread.slug}`);
	await page.context().close();
	const guest = await open();
	await guest.goto(`/search?q=${encodeURIComponent(`reply category:${thread.slug}`)}`);
	assert.equal(await guest.locator('.filters .on').count(), 1);
	await followLink(guest, '.filters .on');
	assert.equal(await guest.inputValue('#q'), 'reply');
	await followLink(guest, '.filters a[href*="unanswered"]');
	assert.equal(await guest.inputValue('#q'), 'reply is:unanswered');
	await guest.context().close();
});

test('reply and deletion offer a way back, without scripts', async () => {
	const page = await open();
	// Not the author of the thread, who has almost reached the limit of writes.
	await signInAt(page, await register(), `/threads/${thread.id}`);
	await page.fill('#reply [name=content]', 'Sent too early.');
	await submit(page, '#reply .actions button >> nth=0');
	const id = new URL(page.url()).hash.slice(1);
	assert.match(await page.textContent('.toast'), /published/);
	await submit(page, '.toast button');
	assert.match(await page.textContent(`#${id}`), /deleted/i);
	assert.match(await page.textContent('.toast'), /deleted/);
	await submit(page, '.toast button');
	assert.match(await page.textContent(`#${id}`), /Sent too early/);
	assert.equal(await page.locator('.toast').count(), 0);
	await page.context().close();
});

test('composer is docked while a post is answered, and its buttons write Markdown', async () => {
	const page = await open({ javaScriptEnabled: true });
	await signInAt(page, await register(), `/threads/${thread.id}`);
	// Its source would replace the quotation while the field is filled.
	await page.route('**/posts/*/source', (route) => route.abort());
	await page.click('#post-1 a[data-quote]');
	const form = page.locator('#reply.docked');
	await form.waitFor();
	const { y, height } = await form.boundingBox();
	assert.equal(Math.round(y + height), page.viewportSize().height, 'it is at the lower edge');
	assert.ok(!(await page.locator('#reply .field > .hint').isVisible()), 'its tools say what the hint says');
	const field = page.locator('#reply textarea');
	await field.fill('loud');
	await field.selectText();
	await page.click('#reply md-bold');
	assert.equal(await field.inputValue(), '**loud**');
	await page.click('#reply [formaction*=preview]');
	await page.waitForSelector('#preview strong');
	const [text, preview] = await Promise.all([field.boundingBox(), page.locator('#preview').boundingBox()]);
	assert.ok(preview.x >= text.x + text.width, 'the preview is beside the text');
	await field.focus();
	await page.keyboard.press('Escape');
	assert.equal(await form.count(), 0);
	assert.equal(await field.inputValue(), '**loud**');
	await page.setViewportSize({ width: 390, height: 780 });
	await page.click('.topic a[href="#reply"]');
	const whole = await form.boundingBox();
	assert.deepEqual([whole.x, whole.y, whole.width, whole.height].map(Math.round), [0, 0, 390, 780]);
	assert.ok(!(await page.locator('.top, .topic').first().isVisible()), 'it covers everything');
	await page.click('#reply .undock');
	assert.ok(await page.locator('.topic a[href="#reply"]').evaluate((link) => link === document.activeElement));
	await page.context().close();
});

test('tools of an answer are one row on the phone of the author', async () => {
	await api('POST', '/posts', { threadId: thread.id, content: 'An answer.' }, (await register()).token);
	const page = await open(PHONE);
	await signInAt(page, author, `/threads/${thread.id}`);
	const tools = page.locator('article.forum:has(form[action$="?/answer"]) footer').first();
	assert.ok((await tools.boundingBox()).height < 50);
	assert.equal(await tools.getByRole('button', { name: 'Accept as answer' }).count(), 1);
	await page.context().close();
});
