package org.parley.forum.profile;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;

import org.parley.forum.category.AuthorizedWriters;
import org.parley.forum.post.Post;
import org.parley.forum.post.Posts;
import org.parley.forum.post.edit.RemovePost;
import org.parley.forum.thread.edit.ChangeThread;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.IfMatch;

import org.springframework.stereotype.Component;

/**
 * Removes a reply, or a thread that nobody else has replied to. Another thread keeps its
 * first post, so that the replies make sense.
 */
@Component
class RemoveAuthoredPost {

	private final Posts posts;

	private final RemovePost removePost;

	private final ChangeThread changeThread;

	private final AuthorizedWriters authorizedWriters;

	private final InstantSource clock;

	RemoveAuthoredPost(Posts posts, RemovePost removePost, ChangeThread changeThread,
			AuthorizedWriters authorizedWriters, InstantSource clock) {
		this.posts = posts;
		this.removePost = removePost;
		this.changeThread = changeThread;
		this.authorizedWriters = authorizedWriters;
		this.clock = clock;
	}

	/**
	 * Removes a post, as a moderator does.
	 * @return whether it was removed, and not kept
	 * @throws org.parley.platform.domain.RefusalException when a closed thread keeps it,
	 * or it has gone meanwhile
	 */
	boolean remove(Post post, Caller moderator) {
		if (!post.opensThread()) {
			this.removePost.remove(post.id(), IfMatch.ANY, this.authorizedWriters.of(moderator));
			return true;
		}
		return !this.posts.hasShownReply(post.threadId()) && removeThread(post.threadId(), moderator);
	}

	private boolean removeThread(String id, Caller moderator) {
		var isRemoved = new AtomicBoolean();
		this.changeThread.change(id, moderator, IfMatch.ANY, (thread, writer) -> {
			var event = thread.remove(writer, this.clock.instant());
			isRemoved.set(event.isPresent());
			return event;
		});
		return isRemoved.get();
	}

}
