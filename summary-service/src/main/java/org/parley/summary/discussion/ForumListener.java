package org.parley.summary.discussion;

import org.parley.platform.events.inbox.Hears;
import org.parley.platform.events.inbox.Listens;

import org.springframework.context.ApplicationEventPublisher;

/**
 * Hears what is said in the forum. Every step may be repeated: an older version changes
 * nothing, and what follows looks at what is stored.
 */
@Listens(value = "ai_summary", repeatable = true)
class ForumListener {

	private final Categories categories;

	private final Threads threads;

	private final Posts posts;

	private final ApplicationEventPublisher publisher;

	ForumListener(Categories categories, Threads threads, Posts posts, ApplicationEventPublisher publisher) {
		this.categories = categories;
		this.threads = threads;
		this.posts = posts;
		this.publisher = publisher;
	}

	@Hears({ "category.created", "category.changed", "category.snapshot" })
	void on(CategoryTold told) {
		this.categories.learn(told.category());
	}

	@Hears("category.removed")
	void on(CategoryGone gone) {
		this.categories.forget(gone.category().id());
	}

	@Hears({ "thread.created", "thread.edited", "thread.locked", "thread.unlocked", "thread.pinned", "thread.unpinned",
			"thread.moved", "thread.split", "thread.merged", "thread.hidden", "thread.archived", "thread.removed",
			"thread.restored", "thread.snapshot" })
	void on(ThreadTold told) {
		this.threads.learn(told.thread());
		if (told.post() != null) {
			learn(told.post().in(told.thread().id()));
		}
		this.publisher.publishEvent(new ThreadTouched(told.thread().id()));
	}

	@Hears("post.created")
	void onCreated(PostTold told) {
		on(told);
		this.publisher.publishEvent(new PostAdded(told.thread().id(), told.post().number()));
	}

	@Hears({ "post.edited", "post.restored", "post.snapshot" })
	void on(PostTold told) {
		learn(told.told());
	}

	@Hears("post.removed")
	void on(PostGone gone) {
		learn(gone.told());
	}

	@Hears("post.status-changed")
	void on(PostModerated moderated) {
		learn(moderated.told());
	}

	/** What was said of it where it was rests on nothing any more. */
	@Hears("post.moved")
	void on(PostMoved moved) {
		learn(moved.told());
		this.publisher.publishEvent(new PostTouched(moved.from().id(), moved.was()));
		this.publisher.publishEvent(new PostAdded(moved.thread().id(), moved.reference().number()));
	}

	private void learn(Post post) {
		this.posts.learn(post);
		this.publisher.publishEvent(new PostTouched(post.threadId(), post.number()));
	}

}
