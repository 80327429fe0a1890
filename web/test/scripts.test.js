import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import {
	addDevice,
	admin,
	api,
	close,
	discussion,
	eventually,
	followLink,
	open,
	register,
	signInAt,
	site,
	submit,
	unique,
	PASSWORD
} from './forum.js';

let alice;
let bob;
let thread;

before(async () => {
	[alice, bob] = await Promise.all([register(), register()]);
	thread = await discussion(alice, 3);
});

after(close);

const reply = (person, content, more = {}) =>
	api('POST', '/posts', { threadId: thread.id, content, ...more }, person.token);

test('posts, edits, votes and removals arrive live and move nothing', async () => {
	const page = await open({ javaScriptEnabled: true });
	let line;
	let blocked = false;
	await page.routeWebSocket(/socket\.io/, (socket) => {
		if (blocked) {
			socket.close();
		} else {
			line = socket;
			socket.connectToServer();
		}
	});
	await page.goto(`/threads/${thread.id}`);
	await page.waitForSelector('#posts[data-live=true]');
	await page.evaluate(() => {
		window.shifts = [];
		new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value))).observe({
			type: 'layout-shift'
		});
	});
	const fifth = await reply(bob, 'A live reply');
	await page.waitForSelector('#live >> text=1 new post');
	const edited = await api('PATCH', `/posts/${fifth.id}`, { content: 'An edited live reply' }, bob.token);
	assert.equal(edited.number, 5);
	const sixth = await reply(bob, 'Another live reply');
	await page.waitForSelector('#live >> text=2 new posts');
	assert.equal(await page.getAttribute('#live', 'role'), 'status');
	assert.deepEqual(await page.evaluate(() => window.shifts), []);
	// Replies are counted a moment after they are told.
	await eventually(async () => (await api('GET', `/threads/${thread.id}`)).replyCount === 5, 'The count of replies');
	await page.click('#live a');
	await page.waitForSelector('#post-6');
	assert.equal(await page.evaluate(() => document.activeElement.id), 'post-5');
	assert.match(await page.textContent('#post-5 .prose'), /An edited live reply/);
	assert.match(await page.textContent('#facts'), /5 replies/);
	assert.match(await page.textContent('#place'), /of 6$/);
	assert.equal(await page.textContent('#live'), '');
	await api('PUT', `/posts/${fifth.id}/vote`, { value: 1 }, alice.token);
	await page.waitForSelector('#post-5 .score >> text=Score 1');
	// While the connection is lost, one post is edited, one is deleted and one is new.
	blocked = true;
	line.close();
	await api('PATCH', `/posts/${fifth.id}`, { content: 'Edited in **between**' }, bob.token);
	await api('DELETE', `/posts/${sixth.id}`, undefined, bob.token);
	await reply(alice, 'Missed');
	assert.match(await page.textContent('#post-5 .prose'), /An edited live reply/);
	blocked = false;
	await page.waitForSelector('#post-5 .prose strong >> text=between');
	await page.waitForSelector('#post-6 .gone');
	assert.equal(await page.locator('#post-6 .prose, #post-6 footer').count(), 0);
	await page.waitForSelector('#live >> text=1 new post');
	await page.context().close();
});

test('focus stays where the reader is while a part of the page is replaced', async () => {
	const page = await open({ javaScriptEnabled: true });
	await signInAt(page, bob, `/threads/${thread.id}`);
	await page.waitForSelector('#posts[data-live=true]');
	let answer;
	const held = new Promise((resolve) => (answer = resolve));
	await page.route('**/threads/*?/vote', async (route) => {
		await held;
		await route.continue();
	});
	const up = '#post-1 button[value="1"]';
	await page.focus(up);
	await page.keyboard.press('Enter');
	await page.focus('#post-1 details.drop summary');
	await page.keyboard.press('Enter');
	await page.focus('#post-1 form.end button');
	assert.equal(await page.locator('details.drop[open]').count(), 0, 'a menu without the focus is closed');
	answer();
	await page.waitForSelector('#post-1 [aria-pressed=true]');
	await page.waitForSelector('#post-1 form.end button:focus');
	await page.focus('#post-1 [aria-pressed=true]');
	await page.keyboard.press('Enter');
	await page.waitForSelector(`${up}[aria-pressed=false]:focus`);
	await page.context().close();
});

test('focus stays on the link to new posts while more of them arrive', async () => {
	const { id: threadId } = await discussion(alice);
	const page = await open({ javaScriptEnabled: true });
	await signInAt(page, bob, `/threads/${threadId}`);
	await page.waitForSelector('#posts[data-live=true]');
	await reply(alice, 'One more', { threadId });
	await page.focus('#live a');
	await reply(alice, 'And another', { threadId });
	await page.waitForSelector('#live a:focus:has-text("2 new posts")');
	await page.keyboard.press('Enter');
	await page.waitForSelector('#post-2:focus');
	await page.context().close();
});

test('unread count is live, by a token that opens sockets only', async () => {
	const page = await open({ javaScriptEnabled: true });
	await signInAt(page, bob, `/threads/${thread.id}`);
	await page.waitForSelector('#posts[data-live=true]');
	assert.equal(await page.evaluate(() => document.cookie), '');
	await reply(alice, `Hello @${bob.username}`);
	await page.waitForSelector('#unread:not([hidden])');
	const token = await page.evaluate(async () => (await (await fetch('/socket', { method: 'POST' })).json()).token);
	const answer = await fetch(`${site}/api/v1/users/me`, { headers: { authorization: `Bearer ${token}` } });
	assert.equal(answer.status, 401);
	await page.context().close();
});

test('notification that was missed is counted when the connection is there again', async () => {
	const reader = await register();
	const page = await open({ javaScriptEnabled: true });
	let line;
	let blocked = false;
	await page.routeWebSocket(/socket\.io/, (socket) => {
		if (blocked) {
			socket.close();
		} else {
			line = socket;
			socket.connectToServer();
		}
	});
	await signInAt(page, reader, `/threads/${thread.id}`);
	await page.waitForSelector('#posts[data-live=true]');
	blocked = true;
	line.close();
	await page.context().setOffline(true);
	await reply(alice, `Hello @${reader.username}`);
	await eventually(async () => (await api('GET', '/notifications/unread-count', undefined, reader.token)).count === 1, 'The notification');
	assert.equal(await page.isVisible('#unread'), false);
	blocked = false;
	await page.context().setOffline(false);
	await page.waitForSelector('#unread:not([hidden]) >> text=1');
	await page.context().close();
});

test('writer quotes, mentions, previews, continues a draft and sends by keyboard', async () => {
	const page = await open({ javaScriptEnabled: true });
	await signInAt(page, bob);
	const sizes = [];
	page.on('response', (response) =>
		sizes.push(response.body().then((body) => gzipSync(body).length, () => 0)));
	await page.goto(`/threads/${thread.id}`);
	await page.waitForSelector('#posts[data-live=true]');
	const size = (await Promise.all(sizes)).reduce((total, one) => total + one, 0);
	console.log(`A writer's thread page weighs ${size} bytes compressed.`);
	assert.ok(size <= 90 * 1024, `${size} bytes`);
	await page.evaluate(() => (window.stays = true));
	await page.click('#post-1 button:has-text("Vote up")');
	await page.waitForSelector('#post-1 button[aria-pressed=true]');
	await page.click('#post-1 footer >> text=Reply');
	const field = page.locator('#reply textarea');
	assert.match(await field.inputValue(), new RegExp(`^> \\[@${alice.username} wrote\\]\\(/posts/\\w{26}\\)\n>\n> The \\*\\*first\\*\\* post`));
	await field.press('Control+End');
	await field.pressSequentially(`Yes, @${alice.username.slice(0, 4)}`);
	await page.waitForSelector('[role=option][aria-selected=true]');
	await field.press('Enter');
	await field.pressSequentially('**indeed**');
	assert.match(await field.inputValue(), new RegExp(`Yes, @${alice.username} \\*\\*indeed`));
	await page.click('#reply >> text=Preview');
	await page.waitForSelector('#preview strong >> text=indeed');
	await page.waitForSelector('#reply .status >> text=The draft is saved.');
	assert.equal(await page.evaluate(() => window.stays), true);
	await page.goto(`/threads/${thread.id}`);
	await page.locator('#reply').scrollIntoViewIfNeeded();
	await page.waitForSelector('#reply .status >> text=This is your saved draft.');
	assert.notEqual(await page.inputValue('#reply [name=replyTo]'), '');
	await field.press('Control+Enter');
	await page.waitForURL(/post=\d+#post-\d+/);
	const article = page.locator(`article[data-author="${bob.username}"]`).last();
	assert.match(await article.innerHTML(), /<strong>indeed<\/strong>/);
	await article.locator('blockquote a').first().click();
	assert.match(page.url(), /post=1#post-1$/);
	await page.goto('/drafts');
	assert.equal(await page.locator('main li').count(), 0);
	await page.context().close();
});

test('writer undoes a mention, continues lists, uses keys and pastes what has forms', async () => {
	const page = await open({ javaScriptEnabled: true });
	await signInAt(page, await register(), `/threads/${thread.id}`);
	const field = page.locator('#reply textarea');
	await field.pressSequentially(`@${alice.username.slice(0, 4)}`);
	await page.waitForSelector('[role=option][aria-selected=true]');
	await field.press('Enter');
	assert.match(await field.inputValue(), new RegExp(`@${alice.username}`));
	await field.press('Control+z');
	assert.equal(await field.inputValue(), `@${alice.username.slice(0, 4)}`);
	await field.fill('');
	await field.pressSequentially('- one');
	await field.press('Enter');
	await field.pressSequentially('two');
	assert.equal(await field.inputValue(), '- one\n- two');
	await field.fill('bold');
	await field.press('Control+a');
	await field.press('Control+b');
	assert.equal(await field.inputValue(), '**bold**');
	const paste = (html, plain) =>
		field.evaluate((area, [html, plain]) => {
			const clipboardData = new DataTransfer();
			clipboardData.setData('text/html', html);
			clipboardData.setData('text/plain', plain);
			return area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
		}, [html, plain]);
	await field.fill('');
	await field.focus();
	await paste('<style>b {}</style><p>See <a href="https://a.example/">this</a></p><table><tr><th>a</th></tr><tr><td>1</td></tr></table>', 'See this');
	assert.equal(await field.inputValue(), 'See [this](https://a.example/)\n\n| a |\n| --- |\n| 1 |');
	assert.equal(await paste('<div style="color: red">a*b*c</div>', 'a*b*c'), true, 'plain words are left to the browser');
	await page.context().close();
});

test('text without its quotation answers the thread', async () => {
	const page = await open({ javaScriptEnabled: true });
	await signInAt(page, await register(), `/threads/${thread.id}`);
	await page.waitForSelector('#posts[data-live=true]');
	await page.dblclick('#post-2 footer >> text=Reply');
	const field = page.locator('#reply textarea');
	await page.waitForFunction(() => document.querySelector('#reply textarea').value.includes('](/posts/'));
	assert.equal((await field.inputValue()).split('](/posts/').length, 2, 'it is quoted once');
	assert.notEqual(await page.inputValue('#reply [name=replyTo]'), '');
	await field.fill('To everybody');
	assert.equal(await page.inputValue('#reply [name=replyTo]'), '');
	await page.context().close();
});

test('Enter ends a title and a tag, and a draft follows its category', async () => {
	const writer = await register();
	const other = await discussion({ token: await admin() });
	const page = await open({ javaScriptEnabled: true });
	await signInAt(page, writer, `/new?category=${thread.slug}`);
	await page.fill('main [name=content]', 'Not finished');
	await page.fill('main [name=title]', 'A title');
	await page.press('main [name=title]', 'Enter');
	await page.keyboard.type('!');
	await page.fill('main [name=tags]', 'one');
	await page.press('main [name=tags]', 'Enter');
	assert.equal(await page.inputValue('main [name=tags]'), 'one, ');
	const placed = (category) => async () => (await api('GET', '/drafts', undefined, writer.token)).some((draft) => draft.category === category);
	await eventually(placed(thread.slug), 'The draft');
	await page.selectOption('main [name=category]', other.slug);
	await eventually(placed(other.slug), 'The draft in the other category');
	assert.equal((await api('GET', `/threads?author=${writer.username}`, undefined, writer.token)).length, 0);
	await page.context().close();
});

test('change of a post that is left half written is there again, until it is cancelled', async () => {
	const writer = await register();
	const { id } = await api('POST', '/posts', { threadId: thread.id, content: 'As it is' }, writer.token);
	const page = await open({ javaScriptEnabled: true });
	await signInAt(page, writer, `/posts/${id}/edit`);
	const field = page.locator('form textarea');
	const stored = await field.inputValue();
	await field.fill(`${stored} Half`);
	await page.goto('/');
	await page.goBack();
	await page.reload();
	assert.equal(await field.inputValue(), `${stored} Half`);
	await followLink(page, 'main a[data-cancel]');
	await page.goBack();
	await page.reload();
	assert.equal(await field.inputValue(), stored);
	await page.context().close();
});

test('draft of a text that its writer deletes is deleted', async () => {
	const writer = await register();
	const page = await open({ javaScriptEnabled: true });
	await signInAt(page, writer, `/threads/${thread.id}`);
	await page.fill('#reply textarea', 'Something rude');
	await page.waitForSelector('#reply .status >> text=The draft is saved.');
	await page.fill('#reply textarea', '');
	await eventually(async () => (await api('GET', '/drafts', undefined, writer.token)).length === 0, 'The end of the draft');
	await page.goto('/drafts');
	await page.goto(`/threads/${thread.id}`);
	assert.equal(await page.inputValue('#reply textarea'), '');
	await page.context().close();
});

test('reply that is sent while its draft is saved leaves none, and the way back does not offer it again', async () => {
	const writer = await register();
	const page = await open({ javaScriptEnabled: true });
	await signInAt(page, writer, `/threads/${thread.id}`);
	await page.route('**/drafts/save', async (route) => {
		await new Promise((resolve) => setTimeout(resolve, 300));
		await route.continue();
	});
	const saving = page.waitForRequest('**/drafts/save');
	await page.fill('#reply textarea', 'Sent once');
	await saving;
	await page.click('#reply .sending button');
	await page.waitForURL(/done=sent/);
	assert.equal((await api('GET', '/drafts', undefined, writer.token)).length, 0);
	await page.goBack();
	await page.waitForSelector('#posts[data-live=true]');
	assert.equal(await page.inputValue('#reply textarea'), '');
	await page.context().close();
});

test('what is written in a form that was stopped or refused becomes a draft', async () => {
	const writer = await register();
	const page = await open({ javaScriptEnabled: true });
	const isDraft = (text) => async () => (await api('GET', '/drafts', undefined, writer.token)).some(({ content }) => content === text);
	await signInAt(page, writer, `/threads/${thread.id}`);
	await page.fill('#reply textarea', 'Refused');
	await page.$eval('#reply [name=replyTo]', (field) => (field.value = 'nothing'));
	await submit(page, '#reply .sending button');
	assert.equal(await page.inputValue('#reply textarea'), 'Refused');
	await page.$eval('#reply [name=replyTo]', (field) => (field.value = ''));
	await page.goto(`/threads/${thread.id}`);
	await eventually(isDraft('Refused'), 'The draft of the refused form');
	await page.fill('#reply textarea', 'Stopped');
	// The page stays, as after the browser's own button.
	await page.route('**/threads/*?/reply', (route) => route.fulfill({ status: 204 }));
	await Promise.all([page.waitForResponse('**/threads/*?/reply'), page.click('#reply .sending button', { noWaitAfter: true })]);
	await page.locator('#reply textarea').pressSequentially(', and continued');
	await eventually(isDraft('Stopped, and continued'), 'The draft of the stopped form');
	await page.context().close();
});

test('change that is refused or cannot be sent says why, and the page stays', async () => {
	const page = await open({ javaScriptEnabled: true });
	await signInAt(page, bob, `/threads/${thread.id}`);
	await page.waitForSelector('#posts[data-live=true]');
	await page.evaluate(() => (window.stays = true));
	await page.$eval('#post-1 button[name=value]', (button) => (button.value = '7'));
	await page.click('#post-1 button[name=value]');
	await page.waitForSelector('.toast[role=alert] >> text=This did not work.');
	await page.click('#post-1 button[name=value]');
	await page.waitForSelector('.toast', { state: 'detached' });
	await page.fill('#reply textarea', 'Written on a train');
	await page.context().setOffline(true);
	for (const button of ['#post-1 button[name=value]', '#reply .sending button']) {
		await page.click(button);
		await page.waitForSelector('.toast[role=alert] >> text=You are offline');
	}
	await page.click('.topic a[href="#reply"]');
	for (const [width, height] of [
		[1280, 800],
		[390, 844]
	]) {
		await page.setViewportSize({ width, height });
		await page.click('#reply.docked .sending button');
		const { x, y } = await page.locator('.toast').boundingBox();
		assert.ok(
			await page.evaluate(([left, top]) => document.elementFromPoint(left + 20, top + 20).matches('.toast'), [x, y]),
			`the form does not cover what it says at ${width} × ${height}`
		);
	}
	assert.equal(await page.inputValue('#reply textarea'), 'Written on a train');
	assert.equal(await page.evaluate(() => window.stays), true);
	await page.context().close();
});

test('text that is too large to be sent says so at its field, before a preview, too', async () => {
	const page = await open({ javaScriptEnabled: true });
	await signInAt(page, alice);
	await page.goto('/new');
	const large = 'क्षि '.repeat(24_900);
	await page.fill('[name=title]', 'A long one');
	await page.fill('[name=content]', large);
	for (const button of ['.sending button:not(.quiet)', 'button[data-swap=preview]']) {
		await page.click(button);
		assert.match(await page.$eval('[name=content]', (field) => field.validationMessage), /too large/);
		assert.equal(new URL(page.url()).pathname, '/new');
	}
	await page.fill('[name=content]', 'Short');
	assert.equal(await page.$eval('[name=content]', (field) => field.validationMessage), '');
	await page.context().close();
});

test('ages on a page that stays open follow the clock', async () => {
	const page = await open({ javaScriptEnabled: true });
	await page.clock.install();
	await signInAt(page, alice, `/threads/${thread.id}`);
	await page.clock.fastForward('01:05:00');
	await page.waitForSelector('#post-2 time[data-ago] >> text=/^1h/');
	await page.context().close();
});

test('question before what cannot be undone is not answered by the key that asked it', async () => {
	const { id } = await discussion(alice);
	const page = await open({ javaScriptEnabled: true });
	await signInAt(page, alice, `/threads/${id}/tools`);
	const summary = 'details[data-confirm] > summary';
	await page.focus(summary);
	await page.keyboard.press('Enter');
	await page.waitForSelector('dialog[open] button:focus >> text=Cancel');
	await page.keyboard.press('Enter');
	await page.waitForSelector('dialog', { state: 'detached' });
	await page.waitForSelector(`${summary}:focus`);
	assert.equal((await api('GET', `/threads/${id}`)).status, 'open');
	await page.context().close();
});

test('people who are not on the page are suggested, too', async () => {
	const carol = await register();
	const beginning = carol.username.slice(0, -2);
	await eventually(
		async () => (await api('GET', `/members?q=${beginning}`, undefined, bob.token)).length === 1,
		'The new member'
	);
	const page = await open({ javaScriptEnabled: true });
	await page.route('**/write/find?q=alan', (route) => route.fulfill({ json: ['alan', 'alanna'] }));
	await signInAt(page, bob, `/threads/${thread.id}`);
	const field = page.locator('#reply textarea');
	await field.pressSequentially(`Hello @${beginning}`);
	await page.waitForSelector(`[role=option][aria-selected=true] >> text=${carol.username} · ${carol.displayName}`);
	await field.press('Enter');
	assert.match(await field.inputValue(), new RegExp(`^Hello @${carol.username} $`));
	await field.pressSequentially('and @alan');
	await page.waitForSelector('[role=option][aria-selected=false] >> text=alanna');
	await field.press('Enter');
	assert.equal(await field.inputValue(), `Hello @${carol.username} and @alan\n`);
	await field.press('Backspace');
	await field.press('ArrowDown');
	await field.press('Enter');
	assert.equal(await field.inputValue(), `Hello @${carol.username} and @alanna `);
	await field.pressSequentially('and :tomato');
	await page.waitForSelector('[role=option][aria-selected=true] >> text=🍅 tomato');
	await field.press('Enter');
	assert.equal(await field.inputValue(), `Hello @${carol.username} and @alanna and 🍅 `);
	await page.context().close();
});

test('drafts, previews, answers, history and summary need no scripts', async () => {
	const page = await open();
	await signInAt(page, alice, `/threads/${thread.id}`);
	await page.fill('#reply textarea', 'A *draft*');
	await submit(page, '#reply >> text=Preview');
	assert.match(await page.innerHTML('#preview'), /<em>draft<\/em>/);
	await submit(page, '#reply >> text=Save draft');
	await followLink(page, 'main li a');
	assert.equal(await page.inputValue('#reply textarea'), 'A *draft*');
	await submit(page, '#reply button >> nth=0');
	assert.match(page.url(), /#post-\d+$/);
	const { number } = await reply(bob, 'The answer');
	await page.goto(`/threads/${thread.id}?post=${number}`);
	await submit(page, `#post-${number} >> text=Accept as answer`);
	assert.equal(await page.locator(`#post-${number} .badge`).textContent(), 'Accepted answer');
	const own = await reply(alice, 'This is old');
	await api('PATCH', `/posts/${own.id}`, { content: 'This is new' }, await admin());
	await page.goto(`/threads/${thread.id}?post=${own.number}`);
	await followLink(page, `#post-${own.number} a.edited`);
	assert.deepEqual([await page.textContent('del'), await page.textContent('ins')], ['old', 'new']);
	await page.goto(`/threads/${thread.id}`);
	await followLink(page, 'text=Summary');
	await submit(page, 'main form button');
	await eventually(async () => {
		await page.goto(`/threads/${thread.id}/summary`);
		return page.locator(`main a[href^="/threads/${thread.id}?post="]`).count();
	}, 'The summary');
	await page.context().close();
});

test('newcomer registers with a passkey, and signs in with it', async () => {
	const username = unique('p');
	const page = await open({ javaScriptEnabled: true, timezoneId: 'America/New_York' });
	await addDevice(page);
	await page.goto('/register');
	await page.fill('[name=name]', 'Person without a password');
	await page.fill('[name=username]', username);
	await page.fill('[name=email]', `${username}@example.org`);
	await submit(page, 'button[formaction="?/options"]');
	assert.match(await page.inputValue('form[data-passkey] [name=device]'), /, Linux$/, 'a name to begin with');
	await page.fill('form[data-passkey] [name=device]', 'My laptop');
	await page.click('form[data-passkey] button');
	await page.waitForURL('**/register/welcome*');
	assert.equal(await page.getAttribute('html', 'data-time-zone'), 'America/New_York');
	await page.goto('/settings/security');
	await page.waitForSelector('main li >> text=My laptop');
	await page.click('form[action="?/removePasskey"] button');
	await page.waitForSelector('main [role=alert] >> text=last way');
	await page.context().clearCookies();
	await page.goto('/sign-in?back=/settings/security');
	// The browser's autofill may be faster than the button.
	page.click('#passkey button').catch(() => {});
	await page.waitForURL('**/settings/security');
	await page.waitForSelector('main li >> text=My laptop');
});

test('newcomer with a password gets a passkey that their browser creates by itself', async () => {
	const username = unique('c');
	const page = await open({ javaScriptEnabled: true, timezoneId: 'America/New_York' });
	await addDevice(page);
	// A browser does this only beside a keeper of passwords, which a test has not.
	await page.addInitScript(() => {
		PublicKeyCredential.getClientCapabilities = () => Promise.resolve({ conditionalCreate: true });
		const create = navigator.credentials.create.bind(navigator.credentials);
		navigator.credentials.create = ({ mediation, publicKey }) =>
			mediation === 'conditional' && publicKey.authenticatorSelection.userVerification === 'preferred'
				? create({ publicKey })
				: Promise.reject(new DOMException('asked', 'NotAllowedError'));
	});
	await page.goto('/register');
	await page.fill('[name=name]', 'Person with a browser that helps');
	await page.fill('[name=username]', username);
	await page.fill('[name=email]', `${username}@example.org`);
	await page.fill('[name=password]', PASSWORD);
	await page.click('form[action="?/password"] button:not([formaction])');
	await page.waitForSelector('main [role=status] >> text=saved a passkey');
	assert.equal(await page.locator('form[data-passkey]').count(), 0, 'one is enough');
	await page.goto('/settings/appearance');
	assert.equal(await page.inputValue('[name=timeZone]'), 'America/New_York');
	await page.goto('/settings/security');
	await page.waitForSelector('main li >> text=This browser');
	await page.goto('/register/welcome');
	assert.equal(await page.locator('form[data-passkey]').count(), 0, 'a browser that has one creates no other');
	await page.context().close();
});

test('second factor, passkey, token, followed threads and export', async () => {
	const carol = await register();
	const page = await open({ javaScriptEnabled: true });
	await signInAt(page, carol, '/settings');
	await followLink(page, 'text=Sign-in and security');
	await addDevice(page);
	await submit(page, 'form[action="?/passkey"] button');
	await page.fill('form[data-passkey] [name=name]', 'My laptop');
	await page.evaluate(() => {
		const { create } = navigator.credentials;
		navigator.credentials.create = () => {
			navigator.credentials.create = create;
			return Promise.reject(new DOMException('The operation either timed out or was not allowed.', 'NotAllowedError'));
		};
	});
	await page.click('form[data-passkey] button');
	await page.waitForSelector('form[data-passkey] [role=alert] >> text="No passkey was created. You can try again."');
	await page.click('form[data-passkey] button');
	await page.waitForSelector('main li >> text=My laptop');
	await page.fill('form[action="?/renamePasskey"] [name=name]', 'My old laptop');
	await submit(page, 'form[action="?/renamePasskey"] button');
	await page.waitForSelector('main li h3 >> text=My old laptop');
	await submit(page, 'form[action="?/begin"] button');
	const secret = await page.textContent('#secret');
	assert.equal(await page.locator('.qr svg').count(), 1);
	await page.fill('[name=code]', '000000');
	await submit(page, 'form[action="?/confirm"] button');
	assert.equal(await page.textContent('#secret'), secret, 'a wrong code can be corrected');
	await page.fill('[name=code]', oneTimeCode(secret));
	await submit(page, 'form[action="?/confirm"] button');
	const recoveryCodes = await page.locator('.codes code').allTextContents();
	assert.ok(recoveryCodes.length >= 8);
	await page.goto('/settings/account');
	await page.fill('[name=currentPassword]', PASSWORD);
	await page.fill('[name=newPassword]', `${PASSWORD}, too`);
	await page.fill('form[action="?/password"] [name=otp]', recoveryCodes[0]);
	await submit(page, 'form[action="?/password"] button');
	await page.waitForSelector('main [role=status] >> text=password');
	await page.goto('/settings/tokens');
	await page.fill('[name=name]', 'Backup');
	await submit(page, 'form[action="?/create"] button');
	const token = await page.textContent('#token');
	assert.ok(Array.isArray(await api('GET', '/bookmarks', undefined, token)));
	// Only now does the gateway know whose token it is.
	await api('GET', '/bookmarks', undefined, token);
	await eventually(async () => {
		await page.goto('/settings/tokens');
		return page.locator('main li >> text=/^1 of 20,000 requests in the last 24 hours$/').count();
	}, 'The usage of the token');
	await submit(page, 'form[action="?/revoke"] button');
	assert.equal(await page.locator('form[action="?/revoke"]').count(), 0);
	await page.goto(`/threads/${thread.id}`);
	await page.click('#follow button:has-text("Follow")');
	await page.waitForSelector('text=Stop following');
	await page.goto('/settings/following');
	await submit(page, 'main form button');
	assert.equal(await page.locator('.section li').count(), 0);
	await eventually(async () => {
		await page.goto('/settings/export');
		const [answer] = await Promise.all([
			page.waitForResponse((response) => response.url().endsWith('/archive')),
			page.click('main a.button')
		]);
		return answer.status() === 200 && /parley-export\.json/.test(answer.headers()['content-disposition']);
	}, 'The export');
	await page.context().close();
});

/** The code of an authenticator app (RFC 6238). */
function oneTimeCode(secret) {
	const bits = [...secret.replace(/[\s=]/g, '')]
		.map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter.toUpperCase()).toString(2).padStart(5, '0'))
		.join('');
	const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
	const counter = Buffer.alloc(8);
	counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
	const hash = createHmac('sha1', key).update(counter).digest();
	const offset = hash[19] & 15;
	return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
