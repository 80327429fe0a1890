package org.parley.forum.thread;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.parley.forum.category.AuthorizedWriter;
import org.parley.forum.category.AuthorizedWriters;
import org.parley.forum.category.CategoryAccess;
import org.parley.platform.security.Caller;
import org.parley.platform.web.IfMatch;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Changes threads, together with the events that tell of it. */
@Component
class ChangeThread {

	private final Threads threads;

	private final ThreadAccess access;

	private final ThreadNews news;

	private final CategoryAccess categories;

	private final AuthorizedWriters authorizedWriters;

	private final UnitOfWork work;

	ChangeThread(Threads threads, ThreadAccess access, ThreadNews news, CategoryAccess categories,
			AuthorizedWriters authorizedWriters, UnitOfWork work) {
		this.threads = threads;
		this.access = access;
		this.news = news;
		this.categories = categories;
		this.authorizedWriters = authorizedWriters;
		this.work = work;
	}

	/**
	 * Changes a thread that the caller sees.
	 * @param change gives the type of the event that tells of it, or nothing when nothing
	 * changed
	 */
	ForumThread change(String id, Caller caller, IfMatch condition,
			BiFunction<ForumThread, AuthorizedWriter, Optional<String>> change) {
		return change(id, this.authorizedWriters.of(caller), condition, change);
	}

	/** The same, for those who moderate where the thread is. */
	ForumThread moderate(String id, Caller caller, IfMatch condition, Function<ForumThread, Optional<String>> change) {
		var authorizedWriter = moderator(caller);
		return change(id, authorizedWriter, condition, (thread, _) -> {
			authorizedWriter.rights().requireModerating(this.access.categoryOf(thread));
			return change.apply(thread);
		});
	}

	private ForumThread change(String id, AuthorizedWriter authorizedWriter, IfMatch condition,
			BiFunction<ForumThread, AuthorizedWriter, Optional<String>> change) {
		return this.work.run(() -> {
			var thread = seen(id, authorizedWriter, condition);
			change.apply(thread, authorizedWriter.in(this.access.categoryOf(thread))).ifPresent((event) -> {
				this.threads.update(thread);
				this.news.tell(event, thread, authorizedWriter.signature());
			});
			return thread;
		});
	}

	/** Moves a thread to another category, for those who moderate both. */
	ForumThread move(String id, String slug, Caller caller, IfMatch condition) {
		var authorizedWriter = moderator(caller);
		var to = this.categories.visible(slug, authorizedWriter.audience());
		authorizedWriter.rights().requireModerating(to);
		return this.work.run(() -> {
			var thread = seen(id, authorizedWriter, condition);
			var from = this.access.categoryOf(thread);
			authorizedWriter.rights().requireModerating(from);
			if (thread.move(to.id())) {
				this.threads.update(thread);
				this.news.tellMoved(thread, from.reference(), authorizedWriter.signature());
			}
			return thread;
		});
	}

	private AuthorizedWriter moderator(Caller caller) {
		var authorizedWriter = this.authorizedWriters.of(caller);
		authorizedWriter.rights().requireModerating();
		return authorizedWriter;
	}

	private ForumThread seen(String id, AuthorizedWriter authorizedWriter, IfMatch condition) {
		var thread = this.access.visible(id, authorizedWriter.rights());
		condition.require(thread.version());
		thread.requireNotClosing();
		return thread;
	}

}
