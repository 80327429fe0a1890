package org.parley.summary.discussion;

import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;

import org.springframework.context.ApplicationEventPublisher;

/**
 * Hears what is said in the forum. Every step may be repeated: an older version changes
 * nothing, and what follows looks at what is stored.
 */
@EventConsumer(value = "ai_summary", repeatable = true)
class DiscussionListener {

	private final SummaryCategories summaryCategories;

	private final SummarizedThreads summarizedThreads;

	private final SummarizedPosts summarizedPosts;

	private final ApplicationEventPublisher publisher;

	DiscussionListener(SummaryCategories summaryCategories, SummarizedThreads summarizedThreads,
			SummarizedPosts summarizedPosts, ApplicationEventPublisher publisher) {
		this.summaryCategories = summaryCategories;
		this.summarizedThreads = summarizedThreads;
		this.summarizedPosts = summarizedPosts;
		this.publisher = publisher;
	}

	@EventHandler({ "category.created", "category.changed", "category.snapshot" })
	void on(CategoryChangedEventData told) {
		this.summaryCategories.learn(told.category());
	}

	@EventHandler("category.removed")
	void on(CategoryRemovedEventData gone) {
		this.summaryCategories.forget(gone.category().id());
	}

	@EventHandler({ "thread.created", "thread.edited", "thread.locked", "thread.unlocked", "thread.pinned",
			"thread.unpinned", "thread.moved", "thread.split", "thread.merged", "thread.hidden", "thread.archived",
			"thread.removed", "thread.restored", "thread.snapshot" })
	void on(ThreadEventData told) {
		this.summarizedThreads.learn(told.thread());
		if (told.post() != null) {
			learn(told.post().in(told.thread().id()));
		}
		this.publisher.publishEvent(new ThreadContentTouched(told.thread().id()));
	}

	@EventHandler("post.created")
	void onCreated(PostEventData told) {
		on(told);
		this.publisher.publishEvent(new PostAdded(told.thread().id(), told.post().number()));
	}

	@EventHandler({ "post.edited", "post.restored", "post.snapshot" })
	void on(PostEventData told) {
		learn(told.told());
	}

	@EventHandler("post.removed")
	void on(PostRemovedEventData gone) {
		learn(gone.told());
	}

	@EventHandler("post.status-changed")
	void on(PostStatusEventData moderated) {
		learn(moderated.told());
	}

	/** What was said of it where it was rests on nothing any more. */
	@EventHandler("post.moved")
	void on(PostMovedEventData moved) {
		learn(moved.told());
		this.publisher.publishEvent(new PostContentTouched(moved.from().id(), moved.was()));
		this.publisher.publishEvent(new PostAdded(moved.thread().id(), moved.reference().number()));
	}

	private void learn(SummarizedPost summarizedPost) {
		this.summarizedPosts.learn(summarizedPost);
		this.publisher.publishEvent(new PostContentTouched(summarizedPost.threadId(), summarizedPost.number()));
	}

}
