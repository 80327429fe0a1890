package org.parley.forum.thread;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.forum.category.AuthorizedWriter;
import org.parley.forum.counter.CounterTarget;
import org.parley.forum.text.Slug;
import org.parley.platform.web.Ids;
import org.parley.platform.web.problem.ProblemException;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Transient;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.Unwrapped;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;

/**
 * A discussion. Its rules are here; its document is shared with many writers, so nothing
 * saves it as a whole: {@link Threads} writes what a change may touch, each reply counts
 * {@code lastNumber} on, and counters and last activity belong to the tally folder.
 */
@Document("threads")
public class ForumThread {

	@Id
	private final String id;

	private String title;

	private String slug;

	private String categoryId;

	private List<String> tags;

	private final String authorId;

	@Unwrapped(onEmpty = Unwrapped.OnEmpty.USE_EMPTY)
	private ThreadLifecycle lifecycle = new ThreadLifecycle();

	private boolean pinned;

	@Transient
	private boolean sinks;

	private @Nullable String acceptedAnswer;

	private String excerpt;

	private final Instant createdAt;

	private @Nullable String splitFrom;

	private long version;

	@Unwrapped(onEmpty = Unwrapped.OnEmpty.USE_EMPTY)
	private ThreadCounters counters;

	ForumThread(String id, String title, String slug, String categoryId, List<String> tags, String authorId,
			String excerpt, Instant createdAt) {
		this.id = id;
		this.title = title;
		this.slug = slug;
		this.categoryId = categoryId;
		this.tags = tags;
		this.authorId = authorId;
		this.excerpt = excerpt;
		this.createdAt = createdAt;
		this.counters = ThreadCounters.of(1, createdAt, authorId);
	}

	/** A new thread, open, with its first post counted. */
	public static ForumThread start(String categoryId, String authorId, String title, List<String> tags, String excerpt,
			Instant now) {
		return start(Ids.next(), categoryId, authorId, title, tags, excerpt, now);
	}

	/** The same under an id that was given before. */
	public static ForumThread start(String id, String categoryId, String authorId, String title, List<String> tags,
			String excerpt, Instant now) {
		var trimmed = title.strip();
		return new ForumThread(id, trimmed, Slug.of(trimmed), categoryId, List.copyOf(tags), authorId, excerpt, now);
	}

	/**
	 * Makes this, a new thread, one of what was said in another. It takes no replies
	 * before all of it is here.
	 * @param count how many posts are here from the start
	 */
	public void splitFrom(ForumThread other, String workId, int count, Instant said) {
		this.splitFrom = other.id;
		this.counters = ThreadCounters.of(count, said, this.authorId);
		this.lifecycle.close(workId, null);
	}

	/**
	 * Takes a step to another status. As all changes here, it gives the type of the event
	 * that tells of it, or nothing when nothing changed.
	 * @throws ThreadStatusException when there is no such step from the present status
	 */
	Optional<String> take(ThreadStep step) {
		return this.lifecycle.take(step) ? changed(step.event()) : Optional.empty();
	}

	/** Hides the thread because its opening post may not be seen. */
	public Optional<String> withhold() {
		return this.lifecycle.withhold() ? changed(ThreadStep.HIDE.event()) : Optional.empty();
	}

	/** Shows the thread again, if that was why it is hidden. */
	Optional<String> release() {
		return this.lifecycle.release() ? changed(ThreadStep.UNHIDE.event()) : Optional.empty();
	}

	/**
	 * A work begins to move posts from here: some of them, or all into another thread.
	 * @throws ThreadBusyException when another one does, or moves posts to here
	 * @throws ThreadStatusException when it is archived, hidden or removed
	 */
	public void close(String workId, @Nullable String into) {
		this.lifecycle.close(workId, into);
		changed();
	}

	/**
	 * A work begins to move posts to here; replies go on.
	 * @throws ThreadBusyException as above
	 * @throws ThreadStatusException as above
	 */
	public void receive(String workId) {
		this.lifecycle.receive(workId);
		changed();
	}

	/** The work that moved posts is done. */
	public void letGo() {
		this.lifecycle.letGo();
		changed();
	}

	/** The work is done: all that was here is in another thread, for ever. */
	public void leave(String by, Instant now) {
		this.lifecycle.leave(by, now);
		this.acceptedAnswer = null;
		this.pinned = false;
		changed();
	}

	/** The reply that answers the thread has gone with the work that is done. */
	public void loseAnswer() {
		this.acceptedAnswer = null;
	}

	/** Gives the thread another title, other tags, or both; null leaves as it is. */
	Optional<String> edit(AuthorizedWriter writer, @Nullable String newTitle, @Nullable List<String> newTags) {
		requireChangeableBy(writer);
		var nextTitle = (newTitle != null) ? newTitle.strip() : this.title;
		var nextTags = (newTags != null) ? newTags : this.tags;
		if (nextTitle.equals(this.title) && nextTags.equals(this.tags)) {
			return Optional.empty();
		}
		this.title = nextTitle;
		this.slug = Slug.of(nextTitle);
		this.tags = List.copyOf(nextTags);
		return changed("thread.edited");
	}

	/** Keeps the thread on top of its category, or no longer. */
	Optional<String> pin(boolean onTop) {
		if (onTop == this.pinned) {
			return Optional.empty();
		}
		this.pinned = onTop;
		this.sinks = !onTop;
		return changed(onTop ? "thread.pinned" : "thread.unpinned");
	}

	/**
	 * Says which reply answers the thread, instead of any other.
	 * @return whether anything changed
	 */
	public boolean accept(String postId, AuthorizedWriter writer) {
		requireChangeableBy(writer);
		if (postId.equals(this.acceptedAnswer)) {
			return false;
		}
		this.acceptedAnswer = postId;
		changed();
		return true;
	}

	/**
	 * Says that no reply answers the thread.
	 * @return the id of the one that did, if any
	 */
	public Optional<String> withdrawAnswer(AuthorizedWriter writer) {
		requireChangeableBy(writer);
		var before = Optional.ofNullable(this.acceptedAnswer);
		before.ifPresent((_) -> {
			this.acceptedAnswer = null;
			changed();
		});
		return before;
	}

	/** Moves the thread to another category; false when it is there. */
	boolean move(String toCategoryId) {
		if (toCategoryId.equals(this.categoryId)) {
			return false;
		}
		this.categoryId = toCategoryId;
		changed();
		return true;
	}

	/**
	 * Takes the thread away from its readers. Its author may, until somebody replies.
	 * @throws ThreadStatusException when the author asks and it is not open
	 */
	Optional<String> remove(AuthorizedWriter writer, Instant now) {
		requireChangeableBy(writer);
		if (!writer.moderates() && this.counters.lastNumber() > 1) {
			throw ProblemException.conflict("thread.has-replies",
					"Others have replied; only moderators may remove it now.");
		}
		return this.lifecycle.remove(writer.id(), now) ? changed("thread.removed") : Optional.empty();
	}

	/** Gives a removed thread back to its readers. */
	Optional<String> restore() {
		return this.lifecycle.restore() ? changed("thread.restored") : Optional.empty();
	}

	private Optional<String> changed(String event) {
		changed();
		return Optional.of(event);
	}

	private void changed() {
		this.version++;
	}

	private void requireChangeableBy(AuthorizedWriter writer) {
		if (!writer.moderates() && !writer.is(this.authorId)) {
			throw new ThreadForbiddenException();
		}
		requireWritableBy(writer);
	}

	/**
	 * Lets only those pass who may change what is in the thread, as far as its status
	 * says.
	 * @throws ThreadStatusException when it is archived; for authors, when it is not open
	 */
	public void requireWritableBy(AuthorizedWriter writer) {
		this.lifecycle.requireWritableBy(writer);
	}

	/**
	 * Lets votes pass, on the thread and on what is in it.
	 * @throws ThreadStatusException when it is archived
	 */
	public void requireVotable() {
		this.lifecycle.requireVotable();
	}

	/**
	 * Lets nobody pass while posts are moved away from here.
	 * @throws ThreadBusyException while they are
	 */
	public void requireNotClosing() {
		this.lifecycle.requireNotClosing();
	}

	/** What must still be so for a change to be written: nobody else made one. */
	Criteria unchanged() {
		var unchanged = Criteria.where("_id").is(this.id).and("version").is(this.version - 1);
		return this.lifecycle.isRemovedBy(this.authorId) ? unchanged.and("lastNumber").is(this.counters.lastNumber())
				: unchanged;
	}

	/** What of the thread its own changes may write: no counters, no last activity. */
	Update update() {
		var update = this.lifecycle.update(new Update())
			.set("title", this.title)
			.set("slug", this.slug)
			.set("categoryId", this.categoryId)
			.set("tags", this.tags)
			.set("pinned", this.pinned)
			.set("acceptedAnswer", this.acceptedAnswer)
			.set("version", this.version);
		return this.sinks ? update.currentDate("sankAt") : update;
	}

	/** The thread, as counting knows it. */
	public CounterTarget counted() {
		return new CounterTarget(CounterTarget.Kind.THREAD, this.id, this.id, 1, this.authorId);
	}

	public String id() {
		return this.id;
	}

	public String title() {
		return this.title;
	}

	public String slug() {
		return this.slug;
	}

	public String categoryId() {
		return this.categoryId;
	}

	public List<String> tags() {
		return this.tags;
	}

	public String authorId() {
		return this.authorId;
	}

	public ThreadStatus status() {
		return this.lifecycle.status();
	}

	public boolean pinned() {
		return this.pinned;
	}

	/** Whether lists and search show the thread: it is neither hidden nor removed. */
	public boolean listed() {
		return this.lifecycle.listed();
	}

	public String excerpt() {
		return this.excerpt;
	}

	/** The id of the reply that its author says answers it, if any. */
	public @Nullable String acceptedAnswer() {
		return this.acceptedAnswer;
	}

	public Instant createdAt() {
		return this.createdAt;
	}

	public boolean isRemoved() {
		return this.lifecycle.isRemoved();
	}

	/** Whether its posts are being moved away, so that it takes no replies. */
	public boolean closing() {
		return this.lifecycle.closing();
	}

	/** The id of the thread that all of this one goes to, or went to. */
	public @Nullable String mergingInto() {
		return this.lifecycle.mergingInto();
	}

	/** The id of the thread that all of this one went to, if it did. */
	public @Nullable String mergedInto() {
		return this.lifecycle.mergedInto();
	}

	/** The id of the thread whose replies made this one, if it was not started. */
	public @Nullable String splitFrom() {
		return this.splitFrom;
	}

	/** Grows with every change but those of counters. */
	public long version() {
		return this.version;
	}

	/** What many writers share of it. */
	public ThreadCounters counters() {
		return this.counters;
	}

}
