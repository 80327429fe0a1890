package org.parley.forum.relocation;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

import org.parley.forum.category.Category;
import org.parley.forum.category.CategoryAccess;
import org.parley.forum.content.Markdown;
import org.parley.forum.post.Post;
import org.parley.forum.text.Excerpt;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.ThreadNews;
import org.parley.forum.thread.Threads;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Makes the thread that replies go to, in the transaction that moves the first of them.
 */
@Component
class CreateSplitThread {

	private final CategoryAccess categories;

	private final Threads threads;

	private final ThreadNews news;

	private final Markdown markdown;

	private final ApplicationEventPublisher publisher;

	private final InstantSource clock;

	CreateSplitThread(CategoryAccess categories, Threads threads, ThreadNews news, Markdown markdown,
			ApplicationEventPublisher publisher, InstantSource clock) {
		this.categories = categories;
		this.threads = threads;
		this.news = news;
		this.markdown = markdown;
		this.publisher = publisher;
		this.clock = clock;
	}

	/** The first of the posts opens it. When nobody may see that, nobody may see it. */
	ForumThread open(ThreadRelocation work, ForumThread source, List<Post> first) {
		var opening = first.getFirst();
		var splitPart = Objects.requireNonNull(work.part(), "A thread is only missing when it is split off");
		var shown = opening.status().isShown();
		var thread = ForumThread.start(work.targetId(), category(splitPart, source), opening.authorId(),
				splitPart.title(), splitPart.tags(),
				shown ? Excerpt.of(this.markdown.plainText(opening.content())) : "", this.clock.instant());
		thread.splitFrom(source, work.id(), first.size(), opening.createdAt());
		if (!shown) {
			var _ = thread.withhold();
		}
		this.threads.insert(thread);
		this.publisher.publishEvent(new ThreadSplit(this.news.data(thread), this.news.reference(source), work.by()));
		return thread;
	}

	/** A category that was removed meanwhile takes no thread. */
	private String category(SplitPart splitPart, ForumThread source) {
		return this.categories.byId(splitPart.categoryId()).map(Category::id).orElse(source.categoryId());
	}

}
