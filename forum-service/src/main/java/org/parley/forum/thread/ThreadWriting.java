package org.parley.forum.thread;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.parley.forum.category.CategoryAccess;
import org.parley.forum.category.Writer;
import org.parley.forum.category.Writers;
import org.parley.platform.security.Caller;
import org.parley.platform.web.IfMatch;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Changes threads, together with the events that tell of it. */
@Component
class ThreadWriting {

	private final Threads threads;

	private final ThreadAccess access;

	private final ThreadNews news;

	private final CategoryAccess categories;

	private final Writers writers;

	private final UnitOfWork work;

	ThreadWriting(Threads threads, ThreadAccess access, ThreadNews news, CategoryAccess categories, Writers writers,
			UnitOfWork work) {
		this.threads = threads;
		this.access = access;
		this.news = news;
		this.categories = categories;
		this.writers = writers;
		this.work = work;
	}

	/**
	 * Changes a thread that the caller sees.
	 * @param change gives the type of the event that tells of it, or nothing when nothing
	 * changed
	 */
	ForumThread change(String id, Caller caller, IfMatch condition,
			BiFunction<ForumThread, Writer, Optional<String>> change) {
		return change(id, this.writers.of(caller), condition, change);
	}

	/** The same, for those who moderate where the thread is. */
	ForumThread moderate(String id, Caller caller, IfMatch condition, Function<ForumThread, Optional<String>> change) {
		var writer = moderator(caller);
		return change(id, writer, condition, (thread, _) -> {
			writer.rights().requireModerating(this.access.categoryOf(thread));
			return change.apply(thread);
		});
	}

	private ForumThread change(String id, Writer writer, IfMatch condition,
			BiFunction<ForumThread, Writer, Optional<String>> change) {
		return this.work.run(() -> {
			var thread = seen(id, writer, condition);
			change.apply(thread, writer.in(this.access.categoryOf(thread))).ifPresent((event) -> {
				this.threads.update(thread);
				this.news.tell(event, thread, writer.signature());
			});
			return thread;
		});
	}

	/** Moves a thread to another category, for those who moderate both. */
	ForumThread move(String id, String slug, Caller caller, IfMatch condition) {
		var writer = moderator(caller);
		var to = this.categories.visible(slug, writer.audience());
		writer.rights().requireModerating(to);
		return this.work.run(() -> {
			var thread = seen(id, writer, condition);
			var from = this.access.categoryOf(thread);
			writer.rights().requireModerating(from);
			if (thread.move(to.id())) {
				this.threads.update(thread);
				this.news.tellMoved(thread, from.reference(), writer.signature());
			}
			return thread;
		});
	}

	private Writer moderator(Caller caller) {
		var writer = this.writers.of(caller);
		writer.rights().requireModerating();
		return writer;
	}

	private ForumThread seen(String id, Writer writer, IfMatch condition) {
		var thread = this.access.visible(id, writer.rights());
		condition.require(thread.version());
		thread.requireNotClosing();
		return thread;
	}

}
