package org.parley.forum.thread.edit;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.parley.forum.category.AuthorizedWriter;
import org.parley.forum.category.AuthorizedWriters;
import org.parley.forum.category.CategoryAccess;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.ThreadAccess;
import org.parley.forum.thread.Threads;
import org.parley.forum.thread.event.ThreadEventPublisher;
import org.parley.platform.domain.Caller;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.web.IfMatch;

import org.springframework.stereotype.Component;

/** Changes threads and publishes the changes. */
@Component
public class ChangeThread {

	private final Threads threads;

	private final ThreadAccess access;

	private final ThreadEventPublisher events;

	private final CategoryAccess categories;

	private final AuthorizedWriters authorizedWriters;

	private final UnitOfWork unitOfWork;

	ChangeThread(Threads threads, ThreadAccess access, ThreadEventPublisher events, CategoryAccess categories,
			AuthorizedWriters authorizedWriters, UnitOfWork unitOfWork) {
		this.threads = threads;
		this.access = access;
		this.events = events;
		this.categories = categories;
		this.authorizedWriters = authorizedWriters;
		this.unitOfWork = unitOfWork;
	}

	/**
	 * Changes a thread that is visible to the caller.
	 * @param change returns the type of the event to publish, or nothing if nothing
	 * changed
	 */
	public ForumThread change(String id, Caller caller, IfMatch condition,
			BiFunction<ForumThread, AuthorizedWriter, Optional<String>> change) {
		return change(id, this.authorizedWriters.of(caller), condition, change);
	}

	/** Changes a thread in a category that the caller moderates. */
	public ForumThread moderate(String id, Caller caller, IfMatch condition,
			Function<ForumThread, Optional<String>> change) {
		var writer = moderator(caller);
		return change(id, writer, condition, (thread, _) -> {
			writer.rights().requireModerating(this.access.categoryOf(thread));
			return change.apply(thread);
		});
	}

	private ForumThread change(String id, AuthorizedWriter writer, IfMatch condition,
			BiFunction<ForumThread, AuthorizedWriter, Optional<String>> change) {
		return this.unitOfWork.run(() -> {
			var thread = read(id, writer, condition);
			change.apply(thread, writer.in(this.access.categoryOf(thread))).ifPresent((event) -> {
				this.threads.update(thread);
				this.events.publishChangedBy(writer.signature(), event, thread);
			});
			return thread;
		});
	}

	/** Moves a thread between categories that the caller moderates. */
	public ForumThread move(String id, String slug, Caller caller, IfMatch condition) {
		var writer = moderator(caller);
		var to = this.categories.visible(slug, writer.rights());
		writer.rights().requireModerating(to);
		return this.unitOfWork.run(() -> {
			var thread = read(id, writer, condition);
			var from = this.access.categoryOf(thread);
			writer.rights().requireModerating(from);
			if (thread.move(to.id())) {
				this.threads.updateMoved(thread);
				this.events.publishMoved(thread, from.reference(), writer.signature());
			}
			return thread;
		});
	}

	private AuthorizedWriter moderator(Caller caller) {
		var writer = this.authorizedWriters.of(caller);
		writer.rights().requireModerating();
		return writer;
	}

	private ForumThread read(String id, AuthorizedWriter writer, IfMatch condition) {
		var thread = this.access.visible(id, writer.rights(), writer.id());
		condition.require(thread.version());
		thread.requireNotClosing();
		return thread;
	}

}
