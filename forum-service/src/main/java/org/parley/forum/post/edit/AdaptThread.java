package org.parley.forum.post.edit;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.PersonReference;
import org.parley.contracts.forum.PostStatus;
import org.parley.forum.post.Post;
import org.parley.forum.text.Excerpt;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.Threads;
import org.parley.forum.thread.moderation.CloseThread;
import org.parley.platform.text.markdown.Markdown;

import org.springframework.stereotype.Component;

/**
 * Hides and shows a thread and its excerpt together with its opening post, and opens it
 * when the post is removed because of which it is locked. Part of a transaction.
 */
@Component
public class AdaptThread {

	private final Threads threads;

	private final CloseThread closeThread;

	private final Markdown markdown;

	AdaptThread(Threads threads, CloseThread closeThread, Markdown markdown) {
		this.threads = threads;
		this.closeThread = closeThread;
		this.markdown = markdown;
	}

	/** Opens the thread of a removed post for which a rule had locked it. */
	void openWithout(Post removed, ForumThread thread, PersonReference by) {
		this.closeThread.unlock(thread, removed.id(), by);
	}

	/** Adapts the thread of a post that had a status before. */
	public void adapt(Post post, PostStatus before, ForumThread thread, @Nullable PersonReference by) {
		if (!post.opensThread() || post.status().isShown() == before.isShown()) {
			return;
		}
		if (post.status().isShown()) {
			this.threads.updateExcerpt(thread.id(), Excerpt.of(this.markdown.plainText(post.content())),
					post.firstMedium());
			this.closeThread.unhide(thread, by);
		}
		else {
			this.threads.updateExcerpt(thread.id(), "", null);
			this.closeThread.hide(thread, by);
		}
	}

}
