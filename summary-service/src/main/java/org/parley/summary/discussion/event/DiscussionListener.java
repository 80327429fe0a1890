package org.parley.summary.discussion.event;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.forum.PostData;
import org.parley.contracts.forum.PostReference;
import org.parley.contracts.forum.ThreadReference;
import org.parley.contracts.forum.category.CategoryChanged;
import org.parley.contracts.forum.category.CategoryRemoved;
import org.parley.contracts.forum.post.PostChanged;
import org.parley.contracts.forum.post.PostCreated;
import org.parley.contracts.forum.post.PostMoved;
import org.parley.contracts.forum.post.PostRemoved;
import org.parley.contracts.forum.post.PostSnapshot;
import org.parley.contracts.forum.post.PostStatusChanged;
import org.parley.contracts.forum.thread.ThreadCreated;
import org.parley.contracts.forum.thread.ThreadEvent;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.runtime.tracing.RequestOrigin;
import org.parley.summary.discussion.SummaryCategories;
import org.parley.summary.discussion.post.PostAdded;
import org.parley.summary.discussion.post.PostContentChanged;
import org.parley.summary.discussion.post.SummarizedPost;
import org.parley.summary.discussion.post.SummarizedPosts;
import org.parley.summary.discussion.thread.SummarizedThread;
import org.parley.summary.discussion.thread.SummarizedThreads;
import org.parley.summary.discussion.thread.ThreadArrived;
import org.parley.summary.discussion.thread.ThreadContentChanged;

import org.springframework.context.ApplicationEventPublisher;

/**
 * Consumes forum events and updates the projections. Repeated and late events change
 * nothing.
 */
@EventConsumer(value = "ai_summary", repeatable = true)
class DiscussionListener {

	private final SummaryCategories summaryCategories;

	private final SummarizedThreads summarizedThreads;

	private final SummarizedPosts summarizedPosts;

	private final ApplicationEventPublisher publisher;

	private final UnitOfWork unitOfWork;

	private final Consumer<List<AddedPost>> lastStep = this::addAll;

	DiscussionListener(SummaryCategories summaryCategories, SummarizedThreads summarizedThreads,
			SummarizedPosts summarizedPosts, ApplicationEventPublisher publisher, UnitOfWork unitOfWork) {
		this.summaryCategories = summaryCategories;
		this.summarizedThreads = summarizedThreads;
		this.summarizedPosts = summarizedPosts;
		this.publisher = publisher;
		this.unitOfWork = unitOfWork;
	}

	@EventHandler({ "category.created", "category.changed", "category.snapshot" })
	void on(CategoryChanged event) {
		this.summaryCategories.saveIfNewer(event.category());
		this.publisher.publishEvent(new ThreadArrived());
	}

	@EventHandler("category.removed")
	void on(CategoryRemoved event) {
		this.summaryCategories.markRemoved(event.category().id());
	}

	/** No summary can have the content of a new thread. */
	@EventHandler("thread.created")
	void onCreated(ThreadCreated event) {
		save(event);
		this.summarizedPosts.saveIfNewer(post(event.post(), event.thread().id()));
		this.publisher.publishEvent(new ThreadArrived());
	}

	@EventHandler({ "thread.edited", "thread.locked", "thread.unlocked", "thread.pinned", "thread.unpinned",
			"thread.moved", "thread.split", "thread.merged", "thread.hidden", "thread.archived", "thread.removed",
			"thread.restored", "thread.snapshot" })
	void on(ThreadEvent event) {
		save(event);
		this.publisher.publishEvent(new ThreadContentChanged(event.thread().id()));
	}

	/** No summary can have the content of a new post. */
	@EventHandler("post.created")
	void onCreated(PostCreated event) {
		var post = post(event.post(), event.thread().id());
		this.unitOfWork.atEnd(new AddedPost(post, RequestOrigin.current()), this.lastStep);
	}

	/** The last of the new posts of a thread decides whether a summary is due. */
	private void addAll(List<AddedPost> added) {
		this.summarizedPosts.saveAllIfNewer(added.stream().map(AddedPost::post).toList());
		added.stream()
			.collect(Collectors.toMap((one) -> one.post().threadId(), Function.identity(),
					BinaryOperator.maxBy(Comparator.comparingInt((one) -> one.post().number())), LinkedHashMap::new))
			.values()
			.forEach(this::publishAdded);
	}

	private void publishAdded(AddedPost added) {
		try (var _ = added.originOrNew().open()) {
			this.publisher.publishEvent(new PostAdded(added.post().threadId(), added.post().number()));
		}
	}

	@EventHandler({ "post.edited", "post.restored" })
	void on(PostChanged event) {
		save(post(event.post(), event.thread().id()));
	}

	@EventHandler("post.snapshot")
	void on(PostSnapshot event) {
		var state = event.post();
		save(post(state.id(), event.thread().id(), state.number(), state.status().isShown() ? state.html() : null,
				state.version()));
	}

	@EventHandler("post.removed")
	void on(PostRemoved event) {
		save(post(event.post(), event.thread(), null, event.version()));
	}

	@EventHandler("post.status-changed")
	void on(PostStatusChanged event) {
		save(post(event.reference(), event.thread(), event.post(), event.version()));
	}

	/** Publishes a change of the previous thread, whose summary can cite the post. */
	@EventHandler("post.moved")
	void on(PostMoved event) {
		save(post(event.reference(), event.thread(), event.post(), event.version()));
		publishPresent(event.from().id(), event.was());
		this.publisher.publishEvent(new PostAdded(event.thread().id(), event.reference().number()));
	}

	private void save(ThreadEvent event) {
		this.summarizedThreads.saveIfNewer(SummarizedThread.of(event.thread()));
	}

	private static SummarizedPost post(PostReference reference, ThreadReference thread, @Nullable PostData post,
			long version) {
		return (post != null) ? post(post, thread.id())
				: post(reference.id(), thread.id(), reference.number(), null, version);
	}

	private static SummarizedPost post(PostData post, String threadId) {
		return post(post.id(), threadId, post.number(), post.status().isShown() ? post.html() : null, post.version());
	}

	private static SummarizedPost post(String id, String threadId, int number, @Nullable String shownHtml,
			long version) {
		return (shownHtml != null) ? SummarizedPost.shown(id, threadId, number, shownHtml, version)
				: SummarizedPost.hidden(id, threadId, number, version);
	}

	/** After a crash, the repeated event publishes the change that was stored before. */
	private void save(SummarizedPost post) {
		if (this.summarizedPosts.saveIfNewer(post)) {
			this.publisher.publishEvent(new PostContentChanged(post.threadId(), post.number(),
					Objects.requireNonNullElse(post.print(), "")));
		}
		else {
			publishPresent(post.threadId(), post.number());
		}
	}

	private void publishPresent(String threadId, int number) {
		this.publisher
			.publishEvent(new PostContentChanged(threadId, number, this.summarizedPosts.findPrint(threadId, number)));
	}

	/**
	 * A new post.
	 *
	 * @param origin the origin of its event; null without one
	 */
	private record AddedPost(SummarizedPost post, @Nullable RequestOrigin origin) {

		RequestOrigin originOrNew() {
			return Objects.requireNonNullElseGet(this.origin, RequestOrigin::begin);
		}

	}

}
