package org.parley.forum.relocation.worker;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

import org.parley.contracts.forum.thread.ThreadSplit;
import org.parley.forum.category.Category;
import org.parley.forum.category.CategoryAccess;
import org.parley.forum.post.Post;
import org.parley.forum.relocation.SplitPart;
import org.parley.forum.relocation.ThreadRelocation;
import org.parley.forum.text.Excerpt;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.Threads;
import org.parley.forum.thread.event.ThreadEventPublisher;
import org.parley.platform.text.markdown.Markdown;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Creates the new thread of a split. Part of the transaction of the first batch. */
@Component
class CreateSplitThread {

	private final CategoryAccess categories;

	private final Threads threads;

	private final ThreadEventPublisher events;

	private final Markdown markdown;

	private final ApplicationEventPublisher publisher;

	private final InstantSource clock;

	CreateSplitThread(CategoryAccess categories, Threads threads, ThreadEventPublisher events, Markdown markdown,
			ApplicationEventPublisher publisher, InstantSource clock) {
		this.categories = categories;
		this.threads = threads;
		this.events = events;
		this.markdown = markdown;
		this.publisher = publisher;
		this.clock = clock;
	}

	/** The first post opens the thread. If that post is hidden, the thread is hidden. */
	ForumThread create(ThreadRelocation split, ForumThread source, List<Post> first) {
		var opening = first.getFirst();
		var part = Objects.requireNonNull(split.part(), "Only a split creates a thread");
		var shown = opening.status().isShown();
		var thread = ForumThread.start(split.targetId(), categoryId(part, source), opening.authorId(), part.title(),
				part.tags(), shown ? Excerpt.of(this.markdown.plainText(opening.content())) : "", this.clock.instant());
		thread.beginSplitFrom(source, split.id(), first.size(), opening.createdAt());
		if (shown) {
			thread.showPicture(opening.firstMedium());
		}
		else {
			var _ = thread.hideWithOpeningPost();
		}
		this.threads.insert(thread);
		this.publisher
			.publishEvent(new ThreadSplit(this.events.data(thread), this.events.reference(source), split.by()));
		this.events.report("split", source, split.by());
		return thread;
	}

	/** Falls back to the source's category if the requested one has been removed. */
	private String categoryId(SplitPart part, ForumThread source) {
		return this.categories.byId(part.categoryId()).map(Category::id).orElse(source.categoryId());
	}

}
