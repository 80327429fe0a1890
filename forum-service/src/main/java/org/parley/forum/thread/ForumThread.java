package org.parley.forum.thread;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.forum.category.Writer;
import org.parley.forum.tally.Counted;
import org.parley.forum.text.Slug;
import org.parley.platform.web.Ids;
import org.parley.platform.web.problem.ProblemException;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Transient;
import org.springframework.data.mongodb.core.mapping.Document;
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

	private ThreadStatus status = ThreadStatus.OPEN;

	private ThreadStatus statusBefore = ThreadStatus.OPEN;

	private boolean pinned;

	@Transient
	private boolean sinks;

	private boolean listed = true;

	private boolean withheld;

	private @Nullable String acceptedAnswer;

	private String excerpt;

	private final Instant createdAt;

	private @Nullable Instant deletedAt;

	private @Nullable String deletedBy;

	private long version;

	private int lastNumber = 1;

	private int replyCount;

	private long viewCount;

	private int voteScore;

	private Instant lastActivityAt;

	private String lastPostBy;

	ForumThread(String id, String title, String slug, String categoryId, List<String> tags, String authorId,
			String excerpt, Instant createdAt, Instant lastActivityAt, String lastPostBy) {
		this.id = id;
		this.title = title;
		this.slug = slug;
		this.categoryId = categoryId;
		this.tags = tags;
		this.authorId = authorId;
		this.excerpt = excerpt;
		this.createdAt = createdAt;
		this.lastActivityAt = lastActivityAt;
		this.lastPostBy = lastPostBy;
	}

	/** A new thread, open, with its first post counted. */
	public static ForumThread start(String categoryId, String authorId, String title, List<String> tags, String excerpt,
			Instant now) {
		var trimmed = title.strip();
		return new ForumThread(Ids.next(), trimmed, Slug.of(trimmed), categoryId, List.copyOf(tags), authorId, excerpt,
				now, now, authorId);
	}

	/**
	 * Takes a step to another status. As all changes here, it gives the type of the event
	 * that tells of it, or nothing when nothing changed.
	 * @throws WrongStatusException when there is no such step from the present status
	 */
	Optional<String> take(ThreadStep step) {
		var next = step.from(this.status, this.statusBefore);
		if (next == this.status) {
			return Optional.empty();
		}
		this.statusBefore = this.status;
		this.status = next;
		this.withheld = false;
		return changed(step.event());
	}

	/** Hides the thread because its opening post may not be seen. */
	Optional<String> withhold() {
		var event = take(ThreadStep.HIDE);
		this.withheld = event.isPresent() || this.withheld;
		return event;
	}

	/** Shows the thread again, if that was why it is hidden. */
	Optional<String> release() {
		return this.withheld ? take(ThreadStep.UNHIDE) : Optional.empty();
	}

	/** Gives the thread another title, other tags, or both; null leaves as it is. */
	Optional<String> edit(Writer writer, @Nullable String newTitle, @Nullable List<String> newTags) {
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
	public boolean accept(String postId, Writer writer) {
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
	public Optional<String> withdrawAnswer(Writer writer) {
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
	 * @throws WrongStatusException when the author asks and it is not open
	 */
	Optional<String> remove(Writer writer, Instant now) {
		requireChangeableBy(writer);
		if (!writer.moderates() && this.lastNumber > 1) {
			throw ProblemException.conflict("thread.has-replies",
					"Others have replied; only moderators may remove it now.");
		}
		if (isRemoved()) {
			return Optional.empty();
		}
		this.deletedAt = now;
		this.deletedBy = writer.id();
		return changed("thread.removed");
	}

	/** Gives a removed thread back to its readers. */
	Optional<String> restore() {
		if (!isRemoved()) {
			return Optional.empty();
		}
		this.deletedAt = null;
		this.deletedBy = null;
		return changed("thread.restored");
	}

	private Optional<String> changed(String event) {
		changed();
		return Optional.of(event);
	}

	private void changed() {
		this.listed = this.status != ThreadStatus.HIDDEN && !isRemoved();
		this.version++;
	}

	private void requireChangeableBy(Writer writer) {
		if (!writer.moderates() && !writer.is(this.authorId)) {
			throw new ThreadForbiddenException();
		}
		requireWritableBy(writer);
	}

	/**
	 * Lets only those pass who may change what is in the thread, as far as its status
	 * says.
	 * @throws WrongStatusException when it is archived; for authors, when it is not open
	 */
	public void requireWritableBy(Writer writer) {
		if (this.status == ThreadStatus.ARCHIVED || (!writer.moderates() && this.status != ThreadStatus.OPEN)) {
			throw new WrongStatusException(this.status);
		}
	}

	/**
	 * Lets votes pass, on the thread and on what is in it.
	 * @throws WrongStatusException when it is archived
	 */
	public void requireVotable() {
		if (this.status == ThreadStatus.ARCHIVED) {
			throw new WrongStatusException(this.status);
		}
	}

	/** What must still be so for a change to be written: nobody else made one. */
	Criteria unchanged() {
		var unchanged = Criteria.where("_id").is(this.id).and("version").is(this.version - 1);
		return this.authorId.equals(this.deletedBy) ? unchanged.and("lastNumber").is(this.lastNumber) : unchanged;
	}

	/** What of the thread its own changes may write: no counters, no last activity. */
	Update update() {
		var update = new Update().set("title", this.title)
			.set("slug", this.slug)
			.set("categoryId", this.categoryId)
			.set("tags", this.tags)
			.set("status", this.status)
			.set("statusBefore", this.statusBefore)
			.set("pinned", this.pinned)
			.set("listed", this.listed)
			.set("withheld", this.withheld)
			.set("acceptedAnswer", this.acceptedAnswer)
			.set("deletedAt", this.deletedAt)
			.set("deletedBy", this.deletedBy)
			.set("version", this.version);
		return this.sinks ? update.currentDate("sankAt") : update;
	}

	/** The thread, as counting knows it. */
	public Counted counted() {
		return new Counted(Counted.Kind.THREAD, this.id, this.id, 1, this.authorId);
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
		return this.status;
	}

	public boolean pinned() {
		return this.pinned;
	}

	/** Whether lists and search show the thread: it is neither hidden nor removed. */
	public boolean listed() {
		return this.listed;
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
		return this.deletedAt != null;
	}

	/** Grows with every change but those of counters. */
	public long version() {
		return this.version;
	}

	/** The highest number that a post was given. */
	public int lastNumber() {
		return this.lastNumber;
	}

	public int replyCount() {
		return this.replyCount;
	}

	public long viewCount() {
		return this.viewCount;
	}

	public int voteScore() {
		return this.voteScore;
	}

	public Instant lastActivityAt() {
		return this.lastActivityAt;
	}

	/** The id of the member who posted last. */
	public String lastPostBy() {
		return this.lastPostBy;
	}

}
