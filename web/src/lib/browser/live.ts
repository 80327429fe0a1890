import './card';
import { socket } from './connection';
import './fresh';
import './keys';
import { completePosts } from './menus';
import { LiveThread } from './thread';

// A mail leads to a page by its post, which then comes into view.
const asked = new URLSearchParams(location.search).get('post');
if (!location.hash && document.getElementById(`post-${asked}`)) {
	location.replace(`#post-${asked}`);
}

const posts = document.getElementById('posts');

if (posts) {
	completePosts(posts);
	new LiveThread(posts, socket).join();
}
