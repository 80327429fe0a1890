import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { crc32, deflateSync } from 'node:zlib';
import {
	api,
	assertAccessible,
	close,
	discussion,
	eventually,
	followLink,
	open,
	register,
	signInAt,
	site,
	submit,
	unique
} from './forum.js';

let alice;
let bob;

before(async () => {
	[alice, bob] = await Promise.all([member(), member()]);
});

after(close);

/** Registers a person whom social-service has learnt of. */
async function member() {
	const person = await register();
	await eventually(async () => {
		try {
			return await api('GET', `/social/people/${person.username}`, undefined, person.token);
		} catch (failure) {
			assert.match(String(failure), /404/);
			return null;
		}
	}, 'The person');
	return person;
}

const publish = (person, text, visibility = 'public') => api('POST', '/social/posts', { text, visibility }, person.token);

async function signedIn(person, options = {}) {
	const page = await open(options);
	await signInAt(page, person);
	return page;
}

/** A PNG of one colour. */
function png(width, height) {
	const chunk = (type, data) => {
		const body = Buffer.concat([Buffer.from(type), data]);
		const [size, check] = [Buffer.alloc(4), Buffer.alloc(4)];
		size.writeUInt32BE(data.length);
		check.writeUInt32BE(crc32(body));
		return Buffer.concat([size, body, check]);
	};
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	head.set([8, 2, 0, 0, 0], 8);
	const line = Buffer.concat([Buffer.from([0]), Buffer.from(Array(width).fill([20, 140, 90]).flat())]);
	const pixels = deflateSync(Buffer.concat(Array(height).fill(line)));
	return Buffer.concat([
		Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
		chunk('IHDR', head),
		chunk('IDAT', pixels),
		chunk('IEND', Buffer.alloc(0))
	]);
}

test('post is shown by another one, to those who may read it, without scripts', async () => {
	const [ann, ben] = await Promise.all([member(), member()]);
	const post = await publish(ann, 'The **first** ripe one');
	const page = await signedIn(ben);
	await page.goto(`/social/posts/${post.id}`);
	await followLink(page, `#post-${post.id} >> text=Repost`);
	assert.match(await page.textContent('#compose .quoted'), /The first ripe one/);
	await page.fill('#compose [name=text]', 'Look at this');
	await submit(page, '#compose > button');
	await page.goto(`/people/${ben.username}/posts`);
	const shown = page.locator('main article', { hasText: 'Look at this' });
	assert.match(await shown.locator('.quoted .prose').innerHTML(), /<strong>first<\/strong>/);
	assert.equal((await shown.locator('.prose').first().textContent()).trim(), 'Look at this');
	await followLink(page, `.quoted a[href="/social/posts/${post.id}"]`);
	await api('DELETE', `/social/posts/${post.id}`, undefined, ann.token);
	await page.goto(`/people/${ben.username}/posts`);
	assert.equal(await page.locator('.quoted').count(), 0, 'the shown post is gone');
	await page.context().close();
});

test('post is shown by another one without words, with scripts', async () => {
	const post = await publish(alice, unique('Shown '));
	const page = await signedIn(await member(), { javaScriptEnabled: true });
	await page.goto(`/feed?repost=${post.id}`);
	await submit(page, '#compose > button');
	await page.waitForSelector(`main article .quoted a[href="/social/posts/${post.id}"]`);
	await page.context().close();
});

test('post that meets no answer is still in the form, until one is published', async () => {
	const page = await signedIn(await member(), { javaScriptEnabled: true });
	const field = page.locator('#compose [name=text]');
	await page.goto('/feed');
	await field.fill('Written on a train');
	await page.route('**/feed', (route) => (route.request().method() === 'POST' ? route.abort() : route.fallback()));
	await Promise.all([page.waitForEvent('requestfailed'), page.click('#compose > button')]);
	await page.unroute('**/feed');
	await page.goto('/feed');
	assert.equal(await field.inputValue(), 'Written on a train');
	await submit(page, '#compose > button');
	await page.waitForSelector('article .prose >> text=Written on a train');
	await page.goto('/feed');
	assert.equal(await field.inputValue(), '');
	await page.context().close();
});

test('two people follow, post, react, comment and block without scripts', async () => {
	const [ann, ben] = await Promise.all([member(), member()]);
	const page = await signedIn(ann);
	const other = await signedIn(ben);
	await page.goto('/feed');
	assert.equal(await page.locator('#empty').count(), 1);
	await page.goto(`/people/${ben.username}`);
	await submit(page, 'form[action$="?/follow"] button');
	assert.equal(await page.locator('form[action$="?/unfollow"]').count(), 1);
	await other.goto(`/people/${ann.username}`);
	assert.match(await other.textContent('main'), /Follows you/);

	await other.goto('/feed');
	await other.fill('[name=text]', 'The **first** tomato is ripe');
	await other.selectOption('[name=visibility]', 'followers');
	await submit(other, '#compose button');
	await eventually(async () => {
		await page.goto('/feed');
		return page.locator('#feed article').count();
	}, 'The post in the feed');
	assert.match(await page.innerHTML('#feed .prose'), /<strong>first<\/strong>/);
	await followLink(page, '#feed article header a.meta');
	const post = new URL(page.url()).pathname;
	await page.click('main article summary');
	await submit(page, 'main article button[value=love]');
	assert.equal(await page.getAttribute('main article [role=group] button[value=love]', 'aria-pressed'), 'true');
	await page.fill('#comment [name=text]', 'Congratulations!');
	await submit(page, '#comment button');
	assert.match(page.url(), /#comment-/);

	await other.goto(post);
	await submit(other, '#comments article footer >> text=Answer');
	await other.fill('#comment [name=text]', 'Thank you');
	await submit(other, '#comment button');
	assert.match(await other.textContent('.answers .prose'), /Thank you/);
	assert.match(await other.textContent('#comments-title'), /2 comments/);
	await submit(other, '.answers footer >> text=Edit');
	await other.fill('[name=text]', 'Thank *you*');
	await submit(other, 'main form button');
	assert.match(await other.innerHTML('.answers .prose'), /<em>you<\/em>/);
	await submit(other, 'main article footer >> text=All reactions');
	assert.equal(await other.locator(`main li a[href="/people/${ann.username}"]`).count(), 1);
	await page.reload();
	await submit(page, '.answers footer >> text=Report');
	await page.selectOption('[name=reason]', 'spam');
	await submit(page, 'main form button');
	assert.equal(await page.locator('main [role=status]').count(), 1);

	await page.goto(`/people/${ann.username}/following`);
	assert.equal(await page.locator(`main li a[href="/people/${ben.username}"]`).count(), 1);
	await other.goto(`/people/${ann.username}`);
	await other.click('summary:has-text("Block")');
	await submit(other, 'form[action$="?/block"] button');
	assert.equal(await other.locator('form[action$="?/unblock"]').count(), 1);
	assert.equal(await other.locator('#relation form').count(), 1, 'no message can be written');
	assert.equal((await page.goto(post)).status(), 404);
	await page.goto(`/people/${ann.username}/following`);
	assert.equal(await page.locator('main li a').count(), 0);
	await page.goto(`/people/${ben.username}`);
	await submit(page, 'form[action$="?/follow"] button');
	assert.equal(await page.locator('main [role=alert]').count(), 1);
	await other.goto('/settings/social/blocks');
	await submit(other, 'main li button');
	assert.match(await other.textContent('main [role=status]'), /no longer blocked/);

	await other.goto(post);
	await submit(other, 'main article footer >> text=Delete');
	await submit(other, 'main form button');
	assert.equal((await other.goto(post)).status(), 404);
	await page.context().close();
	await other.context().close();
});

test('private account approves its followers', async () => {
	const [ann, ben] = await Promise.all([member(), member()]);
	const post = await publish(ann, 'For followers from now on');
	const page = await signedIn(ann);
	const other = await signedIn(ben);
	await page.goto('/settings/social');
	await page.selectOption('[name=privateAccount]', 'true');
	await submit(page, 'main form button');
	assert.equal((await other.goto(`/social/posts/${post.id}`)).status(), 404);
	await other.goto(`/people/${ann.username}/posts`);
	assert.match(await other.textContent('#empty'), /private/);
	await submit(other, 'form[action$="?/follow"] button');
	assert.match(await other.textContent('#relation'), /Withdraw/);
	await page.goto('/settings/social/requests');
	await submit(page, 'form[action$="?/approve"] button');
	assert.match(await page.textContent('main [role=status]'), /follows you/);
	assert.equal((await other.goto(`/social/posts/${post.id}`)).status(), 200);
	await page.goto(`/people/${ann.username}/followers`);
	await submit(page, 'main li button');
	assert.equal((await other.goto(`/social/posts/${post.id}`)).status(), 404);
	await page.context().close();
	await other.context().close();
});

test('guest explores public posts by time and by reactions', async () => {
	const text = unique('Explored ');
	const post = await publish(alice, text);
	await publish(alice, `${text} hidden`, 'private');
	await api('PUT', `/social/posts/${post.id}/reaction`, { kind: 'wow' }, bob.token);
	const page = await open();
	await eventually(async () => {
		await page.goto('/explore');
		return page.locator('article', { hasText: text }).count();
	}, 'The post');
	assert.equal(await page.locator('article', { hasText: `${text} hidden` }).count(), 0);
	assert.equal(await page.locator('main form').count(), 0);
	await eventually(async () => {
		await page.goto('/explore?sort=top&window=day');
		return page.locator('article', { hasText: text }).count();
	}, 'The post in the ranking');
	await eventually(async () => {
		await page.goto('/leaderboard?window=day');
		return page.locator(`tbody a[href="/people/${alice.username}"]`).count();
	}, 'The author in the leaderboard');
	await eventually(async () => {
		await page.goto('/explore');
		return page.locator('aside.rail li a').count();
	}, 'People beside the posts');
	await page.goto(`/social/posts/${post.id}`);
	assert.match(await page.textContent('.notice'), /Sign in to comment/);
	await page.goto('/feed');
	assert.match(page.url(), /\/oauth2\/login/);
	await page.context().close();
});

test('comments, reactions and posts arrive live', async () => {
	const post = await publish(alice, 'Watched post');
	const page = await signedIn(bob, { javaScriptEnabled: true });
	await page.goto(`/social/posts/${post.id}`);
	await page.waitForSelector('#comments[data-live=true]');
	const comment = await api('POST', `/social/posts/${post.id}/comments`, { text: 'A live comment' }, alice.token);
	await page.waitForSelector('#live >> text=1 new comment');
	await page.click('#live a');
	await page.waitForSelector(`#comment-${comment.id}`);
	await api('PATCH', `/social/comments/${comment.id}`, { text: 'An edited comment' }, alice.token);
	await page.waitForSelector(`#comment-${comment.id} >> text=An edited comment`);
	await api('PUT', `/social/posts/${post.id}/reaction`, { kind: 'happy' }, alice.token);
	await page.waitForSelector(`#post-${post.id} [data-reaction=happy]`);
	await api('DELETE', `/social/comments/${comment.id}`, undefined, alice.token);
	await page.waitForSelector(`#comment-${comment.id}`, { state: 'detached' });

	await api('PUT', `/social/people/${alice.username}/follow`, undefined, bob.token);
	await page.goto('/feed');
	await page.waitForSelector('html[data-live=true]');
	const next = await publish(alice, 'Another post');
	await page.waitForSelector('#live a');
	await page.click('#live a');
	await page.waitForSelector(`#post-${next.id}`);
	// A post that arrives while the feed is loaded stays announced.
	const third = await publish(alice, 'A third post');
	await page.waitForSelector('#live a');
	await page.route('**/feed', async (route) => {
		const response = await route.fetch();
		const before = await page.textContent('#live');
		await publish(alice, 'A late post');
		await page.waitForFunction((before) => document.getElementById('live').textContent !== before, before);
		await route.fulfill({ response });
	});
	await page.click('#live a');
	await page.waitForSelector(`#post-${third.id}`);
	assert.match(await page.textContent('#live'), /^1 new/);
	await page.context().close();
});

test('reaction from the list of all keeps the focus', async () => {
	const post = await publish(alice, 'Reacted to by keyboard');
	const page = await signedIn(bob, { javaScriptEnabled: true });
	await page.goto(`/social/posts/${post.id}`);
	const reactions = `#post-${post.id} .reactions`;
	await page.focus(`${reactions} summary`);
	for (const kind of ['sad', 'angry']) {
		await page.keyboard.press('Enter');
		await page.focus(`${reactions} button[value=${kind}]`);
		await page.keyboard.press('Enter');
		await page.waitForSelector(`${reactions} button[value=${kind}][aria-pressed=true]:focus`);
		await page.focus(`${reactions} summary`);
	}
	await page.context().close();
});

test('pictures are uploaded, described and removed before a post is published', async () => {
	const page = await signedIn(alice, { javaScriptEnabled: true });
	await page.goto('/feed');
	const field = page.locator('fieldset[data-pictures]');
	await page.click('#compose textarea');
	const [chooser] = await Promise.all([page.waitForEvent('filechooser'), field.locator('label').first().click()]);
	await chooser.setFiles([
		{ name: 'first.png', mimeType: 'image/png', buffer: png(900, 600) },
		{ name: 'second.png', mimeType: 'image/png', buffer: png(300, 300) }
	]);
	await eventually(async () => (await field.locator('input[name=media]').count()) === 2, 'The pictures');
	await field.locator('button[aria-label*="second.png"]').click();
	assert.equal(await field.locator('li').count(), 1);
	await field.locator('[name=alt]').fill('A green field');
	await page.setInputFiles('fieldset[data-pictures] input[type=file]', {
		name: 'page.html',
		mimeType: 'text/html',
		buffer: Buffer.from('<p>no picture</p>')
	});
	assert.match(await field.locator('.status').textContent(), /no JPEG/);
	await page.click('#compose button:has-text("Publish")');
	const picture = page.locator('#feed article img[alt="A green field"]').first();
	await picture.waitFor();
	assert.equal(await picture.getAttribute('width'), '720');
	assert.match((await picture.getAttribute('srcset')) ?? '', /160w/);
	await eventually(() => picture.evaluate((image) => image.complete && image.naturalWidth > 0), 'The picture');
	await followLink(page, '#feed article footer >> text=Edit');
	await page.fill('[name=text]', 'Without a picture');
	await page.uncheck('[name=media]');
	const [, , , id] = new URL(page.url()).pathname.split('/');
	await api('PATCH', `/social/posts/${id}`, { text: 'Edited elsewhere' }, alice.token);
	await page.click('main form button:has-text("Save")');
	await page.waitForSelector('main [role=alert]');
	assert.equal(await page.isChecked('[name=media]'), false, 'a choice stays when its form is refused');
	await page.click('main form button:has-text("Save")');
	await page.waitForSelector('main article >> text=Without a picture');
	assert.equal(await page.locator('main article .pictures').count(), 0);
	// It stays among the reader's own, until they remove it there.
	await page.goto('/settings/pictures');
	await page.fill('main li [name=alt]', 'A meadow');
	await submit(page, 'form[action="?/describe"] button');
	assert.equal(await page.locator('main li img[alt="A meadow"]').count(), 1);
	await assertAccessible(page, '/settings/pictures');
	const left = await page.locator('main li').count();
	await page.click('main li summary');
	await submit(page, 'form[action="?/remove"] button');
	assert.equal(await page.locator('main li').count(), left - 1);
	await page.context().close();
});

test('picture that did not arrive is sent again, and neither drops beside the form nor copied words are pictures', async () => {
	const thread = await discussion(bob);
	const page = await signedIn(await member(), { javaScriptEnabled: true });
	await page.goto(`/threads/${thread.id}`);
	await page.waitForSelector('#reply fieldset[data-pictures]:not([hidden])');
	/** Whether the page takes an event with a file, and what it would do with it. */
	const taken = (selector, type, html = '') =>
		page.$eval(
			selector,
			(element, { type, html, base64 }) => {
				const data = new DataTransfer();
				data.items.add(new File([Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))], 'a.png', { type: 'image/png' }));
				data.setData('text/html', html);
				const init = { bubbles: true, cancelable: true };
				const event = type === 'paste' ? new ClipboardEvent(type, { ...init, clipboardData: data }) : new DragEvent(type, { ...init, dataTransfer: data });
				return !element.dispatchEvent(event);
			},
			{ type, html, base64: png(30, 30).toString('base64') }
		);
	assert.equal(await taken('#reply textarea', 'paste', '<table><tr><td>12</td></tr></table>'), false);
	assert.equal(await taken('h1', 'dragover'), true);
	assert.equal(await taken('#reply textarea', 'dragover'), true);
	assert.ok(await page.$eval('#reply', (form) => form.classList.contains('dropping')));
	let sent = 0;
	await page.route((address) => address.origin !== site, (route) => (route.request().method() === 'PUT' && sent++ === 0 ? route.abort() : route.continue()));
	assert.equal(await taken('#reply textarea', 'drop'), true);
	assert.ok(await page.$eval('#reply', (form) => !form.classList.contains('dropping')));
	await page.click('#reply li.failed button:has-text("Try again")');
	await eventually(async () => (await page.inputValue('#reply textarea')).includes('media:'), 'The picture in the text');
	assert.equal(await page.locator('#reply fieldset li').count(), 1);
	await page.context().close();
});

test('thread shows a picture of its author, described and removed by them', async () => {
	const thread = await discussion(bob);
	// The others' tests have used up her writes of this minute.
	const carol = await member();
	const page = await signedIn(carol, { javaScriptEnabled: true });
	await page.goto(`/threads/${thread.id}`);
	await page.fill('#reply [name=content]', 'Before it.');
	const field = page.locator('#reply fieldset[data-pictures]');
	await field.locator('input[type=file]').setInputFiles([
		{ name: 'first.png', mimeType: 'image/png', buffer: png(900, 600) },
		{ name: 'second.png', mimeType: 'image/png', buffer: png(300, 300) }
	]);
	const text = () => page.inputValue('#reply [name=content]');
	await eventually(async () => (await text()).split('media:').length === 3, 'The pictures in the text');
	await field.locator('button[aria-label*="second.png"]').click();
	assert.equal((await text()).split('media:').length, 2);
	const desk = page.viewportSize();
	await page.setViewportSize({ width: 390, height: 780 });
	assert.ok((await field.locator('li label input').boundingBox()).width > 200, 'a phone has room for a description');
	await page.setViewportSize(desk);
	await field.locator('li label input').fill('A [green] field');
	// The uploads complete in any order.
	assert.match(await text(), /^Before it\.\n+!\[A \\\[green\\\] field\]\(media:\w{26}\)/);
	await page.click('#reply button:has-text("Preview")');
	const previewed = page.locator('#preview img[alt="A [green] field"]');
	await eventually(() => previewed.evaluate((image) => image.complete && image.naturalWidth > 0), 'The preview');
	await submit(page, '#reply .actions > button:not([formaction])');
	const picture = page.locator('article .prose img[alt="A [green] field"]');
	await picture.waitFor();
	assert.equal(await picture.getAttribute('width'), '720');
	assert.equal(await page.locator('.prose .picture svg rect').count(), 1);
	const guest = await open();
	await eventually(async () => {
		await guest.goto(`/threads/${thread.id}`);
		return !(await guest.getAttribute('.prose img', 'src'))?.includes('?');
	}, 'The address without a signature');
	await assertAccessible(page, `/threads/${thread.id}`);
	const id = await page.locator('.prose img').getAttribute('data-media');
	await api('DELETE', `/media/${id}`, undefined, carol.token);
	await eventually(async () => {
		await guest.goto(`/threads/${thread.id}`);
		return /Picture removed/.test(await guest.textContent('#posts'));
	}, 'The placeholder');
	await guest.context().close();
	await page.context().close();
});

test('messages show pictures when they arrive, with their size first', async () => {
	// Alice may have reached the limit of writes, with the pictures of the tests before.
	const sender = await member();
	const conversation = await eventually(async () => {
		try {
			return await api('POST', '/chat/conversations', { kind: 'direct', members: [bob.username] }, sender.token);
		} catch (failure) {
			assert.match(String(failure), /member\.not-found|member\.unverified/);
			return null;
		}
	}, 'The conversation');
	const [page, other] = [
		await signedIn(sender, { javaScriptEnabled: true }),
		await signedIn(bob, { javaScriptEnabled: true })
	];
	for (const one of [page, other]) {
		await one.goto(`/chat/${conversation.id}`);
		await one.waitForSelector('#messages[data-live=true]', { state: 'attached' });
	}
	const field = page.locator('#send fieldset[data-pictures]');
	await field.locator('input[type=file]').setInputFiles({ name: 'one.png', mimeType: 'image/png', buffer: png(800, 400) });
	await eventually(async () => (await field.locator('input[name=media]').count()) === 1, 'The picture');
	await field.locator('[name=alt]').fill('A green sea');
	// Before it is sent, so that the readers hear it with the message.
	const [described] = await Promise.all([
		page.waitForResponse((answer) => answer.request().method() === 'PATCH'),
		field.locator('[name=alt]').blur()
	]);
	assert.equal(described.status(), 204);
	await page.click('#send > button');
	for (const one of [page, other]) {
		const picture = one.locator('#messages .pictures img');
		await eventually(() => picture.evaluate((image) => image.complete && image.naturalWidth > 0), 'The picture');
		assert.equal(await picture.getAttribute('width'), '800');
		assert.match((await picture.getAttribute('src')) ?? '', /[?]expires=/);
		assert.equal(await one.locator('#messages .pictures svg rect').count(), 1);
	}
	assert.equal(await field.locator('li').count(), 0);
	await eventually(async () => {
		await other.reload();
		return other.locator('#messages .pictures img[alt="A green sea"]').count();
	}, 'The description');
	await other.evaluate(() => {
		const image = document.querySelector('#messages .pictures img');
		image.removeAttribute('srcset');
		image.src = image.src.replace(/expires=\d+/, 'expires=1');
	});
	await eventually(
		() =>
			other.evaluate(() => {
				const image = document.querySelector('#messages .pictures img');
				return !image.src.includes('expires=1&') && image.complete && image.naturalWidth > 0;
			}),
		'The new address'
	);
	await assertAccessible(other, `/chat/${conversation.id}`);
	await page.context().close();
	await other.context().close();
});

test('avatar is a part of a picture that its owner chooses', async () => {
	const person = await member();
	const page = await signedIn(person, { javaScriptEnabled: true });
	await page.goto('/settings');
	await page.setInputFiles('#avatar input[type=file]', { name: 'me.png', mimeType: 'image/png', buffer: png(400, 200) });
	await page.waitForSelector('#avatar canvas:visible');
	assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-range')), 'zoom');
	await page.keyboard.press('End');
	await page.click('#avatar button');
	await page.waitForSelector('main [role=status]:has-text("Saved")');
	await page.goto(`/people/${person.username}`);
	assert.equal(await page.locator('main img').count(), 1);
	await page.goto('/settings');
	await submit(page, 'form[action$="?/avatar"] button:has-text("Remove")');
	await page.goto(`/people/${person.username}`);
	assert.equal(await page.locator('main img').count(), 0);
	await page.context().close();
});

test('photo that the browser cannot show becomes a picture whole, and a damaged one gets a sentence', async () => {
	const person = await member();
	const page = await signedIn(person, { javaScriptEnabled: true, locale: 'de' });
	await page.goto('/settings');
	const photo = readFileSync(new URL('photo.heic', import.meta.url));
	const choose = (buffer, name = 'IMG_0001.HEIC') => page.setInputFiles('#avatar input[type=file]', { name, mimeType: '', buffer });
	await choose(Buffer.alloc(0));
	await page.waitForSelector('#avatar .status:has-text("Die Datei ist leer.")');
	await choose(photo.subarray(0, 700));
	await page.waitForSelector('#avatar .status:has-text("Die Datei ist unvollständig.")');
	await choose(Buffer.from('GIMP'), 'me.xcf');
	await page.waitForSelector('#avatar .status:has-text("Das ist kein JPEG")');
	await choose(photo);
	await page.waitForSelector('main [role=status]:has-text("Gespeichert")');
	const face = page.locator('main img.face').first();
	await eventually(() => face.evaluate((image) => image.complete && image.naturalWidth > 0), 'The picture');
	await page.context().close();
});
