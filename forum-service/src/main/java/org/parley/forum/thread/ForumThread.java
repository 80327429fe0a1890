package org.parley.forum.thread;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.forum.category.AuthorizedWriter;
import org.parley.forum.category.Category;
import org.parley.forum.counter.CounterTarget;
import org.parley.forum.text.Slug;
import org.parley.forum.text.TagName;
import org.parley.platform.domain.Ids;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.readmodels.category.Rights;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Transient;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.Unwrapped;

/**
 * A thread. Many writers share its document, so nothing saves it as a whole:
 * {@link Threads} writes the fields that a change may set, each reply increments
 * {@code lastNumber}, and the counter aggregator owns counters and last activity.
 */
@Document("threads")
public class ForumThread {

	@Id
	private final String id;

	private String title;

	private String slug;

	private String categoryId;

	private List<String> tags;

	@SuppressWarnings("UnusedVariable") // queries read it
	private List<String> tagKeys;

	private final String authorId;

	@Unwrapped(onEmpty = Unwrapped.OnEmpty.USE_EMPTY)
	private ThreadLifecycle lifecycle = new ThreadLifecycle();

	private boolean pinned;

	@Transient
	private boolean unpinned;

	private @Nullable String acceptedAnswer;

	private String excerpt;

	private @Nullable String picture;

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
		this.tagKeys = TagName.keys(tags);
		this.authorId = authorId;
		this.excerpt = excerpt;
		this.createdAt = createdAt;
		this.counters = ThreadCounters.of(1, createdAt, authorId);
	}

	/** Creates an open thread whose opening post has number 1. */
	public static ForumThread start(String categoryId, String authorId, String title, List<String> tags, String excerpt,
			Instant now) {
		return start(Ids.next(), categoryId, authorId, title, tags, excerpt, now);
	}

	/** Creates the same under a given id. */
	public static ForumThread start(String id, String categoryId, String authorId, String title, List<String> tags,
			String excerpt, Instant now) {
		var trimmed = title.strip();
		return new ForumThread(id, trimmed, Slug.of(trimmed), categoryId, List.copyOf(tags), authorId, excerpt, now);
	}

	/** Shows a medium of the opening post of this new thread in lists. */
	public void showPicture(@Nullable String mediumId) {
		this.picture = mediumId;
	}

	/**
	 * Marks this new thread as split from another. It takes no replies until all its
	 * posts have been moved.
	 * @param count the number of posts that are moved at once
	 * @param lastActivityAt when the opening post was created
	 */
	public void beginSplitFrom(ForumThread other, String relocationId, int count, Instant lastActivityAt) {
		this.splitFrom = other.id;
		this.counters = ThreadCounters.of(count, lastActivityAt, this.authorId);
		this.lifecycle.beginMovingPostsOut(relocationId, null);
	}

	/**
	 * Changes the status. Like all changes here, it returns the type of the event to
	 * publish, or nothing if nothing changed.
	 * @throws ThreadStatusException if the current status does not allow the transition
	 */
	public Optional<String> apply(ThreadTransition transition) {
		return this.lifecycle.apply(transition) ? changed(transition.event()) : Optional.empty();
	}

	/** Hides the thread because its opening post is hidden. */
	public Optional<String> hideWithOpeningPost() {
		return this.lifecycle.hideWithOpeningPost() ? changed(ThreadTransition.HIDE.event()) : Optional.empty();
	}

	/** Shows the thread again if only its opening post had hidden it. */
	public Optional<String> showWithOpeningPost() {
		return this.lifecycle.showWithOpeningPost() ? changed(ThreadTransition.UNHIDE.event()) : Optional.empty();
	}

	/**
	 * Locks the thread because of a post, unless it is closed already. A thread that is
	 * locked because of another post changes without an event.
	 */
	public Optional<String> lockFor(String postId) {
		var before = status();
		return this.lifecycle.lockFor(postId) ? changedSince(before, ThreadTransition.LOCK) : Optional.empty();
	}

	/**
	 * Opens the thread again if only checks of this post had locked it. A thread that
	 * stays locked because of another post changes without an event.
	 */
	public Optional<String> unlockFor(String postId) {
		var before = status();
		return this.lifecycle.unlockFor(postId) ? changedSince(before, ThreadTransition.UNLOCK) : Optional.empty();
	}

	private Optional<String> changedSince(ThreadStatus before, ThreadTransition transition) {
		var event = changed(transition.event());
		return event.filter((_) -> status() != before);
	}

	/**
	 * Begins a relocation that moves posts out of this thread. The thread takes no
	 * replies until it ends.
	 * @param into the id of the thread that takes all posts; null if only some are moved
	 * @throws ThreadBusyException if another relocation involves this thread
	 * @throws ThreadStatusException if it is archived, hidden or removed
	 */
	public void beginMovingPostsOut(String relocationId, @Nullable String into) {
		this.lifecycle.beginMovingPostsOut(relocationId, into);
		changed();
	}

	/**
	 * Begins a relocation that moves posts into this thread. The thread still takes
	 * replies.
	 * @throws ThreadBusyException if another relocation involves this thread
	 * @throws ThreadStatusException if it is archived, hidden or removed
	 */
	public void beginMovingPostsIn(String relocationId) {
		this.lifecycle.beginMovingPostsIn(relocationId);
		changed();
	}

	/** Ends the relocation that involves this thread. */
	public void endRelocation() {
		this.lifecycle.endRelocation();
		changed();
	}

	/** Ends a merge: all posts are in another thread, and this one stays removed. */
	public void completeMerge(String by, Instant now) {
		this.lifecycle.completeMerge(by, now);
		this.acceptedAnswer = null;
		this.pinned = false;
		changed();
	}

	/** Clears the accepted answer after its post was moved to another thread. */
	public void clearMovedAnswer() {
		this.acceptedAnswer = null;
	}

	/**
	 * Clears the accepted answer if it is this post, which was removed.
	 * @return whether anything changed
	 */
	public boolean clearRemovedAnswer(String postId) {
		if (!postId.equals(this.acceptedAnswer)) {
			return false;
		}
		this.acceptedAnswer = null;
		changed();
		return true;
	}

	/** Replaces the title, the tags, or both. A null value changes nothing. */
	public Optional<String> edit(AuthorizedWriter writer, @Nullable String newTitle, @Nullable List<String> newTags) {
		requireChangeableBy(writer);
		var nextTitle = (newTitle != null) ? newTitle.strip() : this.title;
		var nextTags = (newTags != null) ? TagName.distinct(newTags) : this.tags;
		if (nextTitle.equals(this.title) && nextTags.equals(this.tags)) {
			return Optional.empty();
		}
		this.title = nextTitle;
		this.slug = Slug.of(nextTitle);
		this.tags = List.copyOf(nextTags);
		this.tagKeys = tagKeys();
		return changed("thread.edited");
	}

	/** Keeps the thread at the top of its category. */
	public Optional<String> pin() {
		if (this.pinned) {
			return Optional.empty();
		}
		this.pinned = true;
		this.unpinned = false;
		return changed("thread.pinned");
	}

	/** Lists the thread by its activity again. */
	public Optional<String> unpin() {
		if (!this.pinned) {
			return Optional.empty();
		}
		this.pinned = false;
		this.unpinned = true;
		return changed("thread.unpinned");
	}

	/**
	 * Accepts a reply as the answer, in place of any other.
	 * @return whether anything changed
	 */
	public boolean acceptAnswer(String postId, AuthorizedWriter writer) {
		requireChangeableBy(writer);
		if (postId.equals(this.acceptedAnswer)) {
			return false;
		}
		this.acceptedAnswer = postId;
		changed();
		return true;
	}

	/**
	 * Withdraws the accepted answer.
	 * @return the id of the reply that was accepted, if any
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

	/**
	 * Moves the thread to another category.
	 * @return whether anything changed
	 */
	public boolean move(String toCategoryId) {
		if (toCategoryId.equals(this.categoryId)) {
			return false;
		}
		this.categoryId = toCategoryId;
		changed();
		return true;
	}

	/**
	 * Removes the thread. Its author may do so until another post exists.
	 * @throws ThreadStatusException if the caller does not moderate and it is not open
	 */
	public Optional<String> remove(AuthorizedWriter writer, Instant now) {
		requireChangeableBy(writer);
		if (!writer.moderates() && this.counters.lastNumber() > 1) {
			throw RefusalException.conflict("thread.has-replies",
					"The thread has replies. Only moderators may remove it.");
		}
		return this.lifecycle.remove(writer.id(), now) ? changed("thread.removed") : Optional.empty();
	}

	/** Restores a removed thread. */
	public Optional<String> restore() {
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
	 * Requires a status in which the writer may change the thread and its posts.
	 * @throws ThreadStatusException if it is archived, or if the writer does not moderate
	 * and it is not open
	 */
	public void requireWritableBy(AuthorizedWriter writer) {
		this.lifecycle.requireWritableBy(writer);
	}

	/**
	 * Requires a status in which the thread and its posts take votes.
	 * @throws ThreadStatusException if it is archived
	 */
	public void requireVotable() {
		this.lifecycle.requireVotable();
	}

	/**
	 * Requires that no relocation moves posts out of this thread.
	 * @throws ThreadBusyException if one does
	 */
	public void requireNotClosing() {
		this.lifecycle.requireNotClosing();
	}

	/**
	 * Whether rights allow to see the thread, which is in this category. Its author also
	 * sees it while only its opening post hides it. A merged thread is visible only as
	 * its target.
	 * @param reader the id of a reader who asks for this thread; null for lists
	 */
	public boolean isVisibleTo(@Nullable String reader, Rights rights, Category category) {
		var isOpen = listed() || (this.authorId.equals(reader) && this.lifecycle.isWithheld());
		return mergedInto() == null && (isOpen ? rights.mayRead(category) : rights.mayModerate(category));
	}

	/** The thread as a target of counters. */
	public CounterTarget counterTarget() {
		return CounterTarget.ofThread(this.id, this.authorId);
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

	/** The keys of the tags, as filters and subscriptions know them. */
	public List<String> tagKeys() {
		return TagName.keys(this.tags);
	}

	public String authorId() {
		return this.authorId;
	}

	public ThreadStatus status() {
		return this.lifecycle.status();
	}

	/** The status for clients and events: {@code removed}, or that of the lifecycle. */
	public String visibleStatus() {
		return isRemoved() ? "removed" : status().json();
	}

	ThreadLifecycle lifecycle() {
		return this.lifecycle;
	}

	/** Whether the author has removed it, which no reply may precede. */
	boolean isRemovedByAuthor() {
		return this.lifecycle.isRemovedBy(this.authorId);
	}

	/** Whether it lost its pin since it was read, and so its place in lists. */
	boolean isUnpinned() {
		return this.unpinned;
	}

	public boolean pinned() {
		return this.pinned;
	}

	/**
	 * Whether lists and search show the thread. It is then neither hidden nor removed.
	 */
	public boolean listed() {
		return this.lifecycle.listed();
	}

	public String excerpt() {
		return this.excerpt;
	}

	/** The first medium of the opening post, if any. */
	public @Nullable String picture() {
		return this.picture;
	}

	/** The id of the accepted answer, if any. */
	public @Nullable String acceptedAnswer() {
		return this.acceptedAnswer;
	}

	public Instant createdAt() {
		return this.createdAt;
	}

	public boolean isRemoved() {
		return this.lifecycle.isRemoved();
	}

	/** Whether a relocation moves its posts out, so that it takes no replies. */
	public boolean closing() {
		return this.lifecycle.closing();
	}

	/** The id of the thread that this one is being merged or was merged into. */
	public @Nullable String mergingInto() {
		return this.lifecycle.mergingInto();
	}

	/** The id of the thread that this one was merged into, if any. */
	public @Nullable String mergedInto() {
		return this.lifecycle.mergedInto();
	}

	/** The id of the thread that this one was split from, if any. */
	public @Nullable String splitFrom() {
		return this.splitFrom;
	}

	/** Grows with every change except counters. */
	public long version() {
		return this.version;
	}

	/** The fields that many writers share. */
	public ThreadCounters counters() {
		return this.counters;
	}

}
