package org.parley.forum.post;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.forum.PostStatus;
import org.parley.contracts.forum.Quote;
import org.parley.contracts.moderation.Decision;
import org.parley.forum.category.AuthorizedWriter;
import org.parley.forum.counter.CounterTarget;
import org.parley.forum.place.FormerPlace;
import org.parley.platform.domain.Ids;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.readmodels.media.EmbeddedMedia;
import org.parley.platform.text.markdown.Markdown;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A post in a thread. The counter aggregator owns the vote counters; {@link Posts} never
 * writes them.
 */
@Document("posts")
@CompoundIndex(def = "{'threadId': 1, 'number': 1}", unique = true)
@CompoundIndex(name = "media", def = "{'threadId': 1, '_id': 1}", partialFilter = "{'media': {'$exists': true}}")
@CompoundIndex(name = "moved", def = "{'threadId': 1, 'createdAt': -1}",
		partialFilter = "{'movedAt': {'$exists': true}}")
@CompoundIndex(def = "{'authorId': 1, '_id': -1}")
@CompoundIndex(name = "deleted", def = "{'authorId': 1, '_id': 1}", partialFilter = "{'status': 'DELETED'}")
@CompoundIndex(def = "{'threadId': 1, 'replyTo': 1, 'number': 1}")
@CompoundIndex(def = "{'createdAt': 1, 'authorId': 1}")
@CompoundIndex(name = "found", def = "{'finding': 1}", partialFilter = "{'finding': {'$exists': true}}")
public class Post {

	private static final Duration SILENT_EDIT_PERIOD = Duration.ofMinutes(15);

	@Id
	private final String id;

	private String threadId;

	private int number;

	private final String authorId;

	private @Nullable String replyTo;

	private int depth;

	private String content;

	private String html;

	private List<Quote> quotes = List.of();

	private @Nullable List<String> mentions;

	private @Nullable List<String> media;

	private @Nullable Long mediaVersion;

	private PostStatus status = PostStatus.ACTIVE;

	private PostStatus statusBefore = PostStatus.ACTIVE;

	private @Nullable ModerationState finding;

	private boolean checked;

	private long contentVersion;

	private boolean decided;

	private @Nullable Instant judgedAt;

	private @Nullable Instant ruledAt;

	private @Nullable Correction correction;

	private final Instant createdAt;

	private @Nullable Instant editedAt;

	private @Nullable Instant movedAt;

	private long version;

	private int voteScore;

	Post(String id, String threadId, int number, String authorId, @Nullable String replyTo, int depth, String content,
			String html, Instant createdAt) {
		this.id = id;
		this.threadId = threadId;
		this.number = number;
		this.authorId = authorId;
		this.replyTo = replyTo;
		this.depth = depth;
		this.content = content;
		this.html = html;
		this.createdAt = createdAt;
	}

	public static Post opening(String threadId, String authorId, String content, String html, Instant now) {
		return new Post(Ids.next(), threadId, 1, authorId, null, 0, content, html, now);
	}

	/** Creates a reply to a thread, or to another post of it. */
	public static Post reply(String threadId, int number, String authorId, @Nullable Post parent, String content,
			String html, Instant now) {
		return new Post(Ids.next(), threadId, number, authorId, (parent != null) ? parent.id : null,
				(parent != null) ? parent.depth + 1 : 0, content, html, now);
	}

	/**
	 * Replaces the content. Edits by the author within 15 minutes of creation are silent:
	 * they leave no revision, unless another person has edited the post before.
	 * @return the previous content, unless the edit is silent
	 */
	public Optional<PostRevision> edit(AuthorizedWriter writer, String markdown, String rendered, Instant now) {
		requireOwnedBy(writer);
		if (isGone()) {
			throw new PostGoneException(this.status);
		}
		var silent = writer.is(this.authorId) && this.editedAt == null
				&& now.isBefore(this.createdAt.plus(SILENT_EDIT_PERIOD));
		var before = silent ? Optional.<PostRevision>empty() : Optional.of(PostRevision.of(this, now, writer.id()));
		this.content = markdown;
		this.html = rendered;
		this.finding = (this.finding == ModerationState.CLEARED) ? null : this.finding;
		this.checked = false;
		awaitVerdict();
		this.editedAt = silent ? null : now;
		this.version++;
		this.contentVersion = this.version;
		return before;
	}

	/**
	 * Lets the next verdict decide about a visible post: a moderator has not seen its new
	 * content, or the new title of the thread that it opens.
	 */
	public void awaitVerdict() {
		this.decided = this.decided && !this.status.isShown();
	}

	/** Records the posts that the content quotes. */
	public void recordQuotes(List<Quote> quoted) {
		this.quotes = List.copyOf(quoted);
	}

	/** Records the usernames that the content mentions. */
	public void recordMentions(Collection<String> mentioned) {
		this.mentions = mentioned.isEmpty() ? null : List.copyOf(mentioned);
	}

	/** Records the media that the content shows. */
	public void recordMedia(List<String> shown) {
		this.media = shown.isEmpty() ? null : List.copyOf(shown);
		if (this.media != null && this.mediaVersion == null) {
			this.mediaVersion = 0L;
		}
	}

	/**
	 * Removes the post. Its status becomes deleted if its author removes it, or removed
	 * if a moderator does.
	 * @return whether anything changed
	 */
	public boolean remove(AuthorizedWriter writer) {
		requireOwnedBy(writer);
		if (opensThread()) {
			throw RefusalException.conflict("post.opens-thread",
					"This post opens its thread. Delete the thread instead.");
		}
		if (isGone()) {
			return false;
		}
		var own = writer.is(this.authorId);
		changeStatus(own ? PostStatus.DELETED : PostStatus.REMOVED);
		this.decided = this.decided || !own;
		return true;
	}

	/**
	 * Restores a removed post. Authors can restore only the posts that they deleted
	 * themselves.
	 * @return whether anything changed
	 */
	public boolean restore(AuthorizedWriter writer) {
		requireOwnedBy(writer);
		if (!isGone()) {
			return false;
		}
		var before = this.statusBefore;
		var removed = this.status == PostStatus.REMOVED || before == PostStatus.REMOVED;
		if (removed && !writer.moderates()) {
			throw new PostForbiddenException();
		}
		changeStatus(before.isGone() ? PostStatus.ACTIVE : before);
		this.decided = this.decided || removed;
		return true;
	}

	/**
	 * Applies the verdict of an automated check. A verdict changes neither a moderator's
	 * decision nor a removed post. Verdicts on earlier content are ignored.
	 * @param checked the version of the post that was checked
	 * @param at when the verdict was published; older verdicts are ignored
	 * @return whether anything changed
	 */
	public boolean applyVerdict(PostStatus verdict, long checked, Instant at) {
		if (checked < this.contentVersion || isGone() || isJudgedAfter(at)) {
			return false;
		}
		var next = this.decided ? this.status : verdict;
		if (this.checked && next == this.status) {
			return false;
		}
		this.checked = true;
		this.judgedAt = at;
		if (next != this.status) {
			changeStatus(next);
		}
		return true;
	}

	/**
	 * Moves the post to a place in another thread.
	 * @param parent the post there that this one replies to, or null for the thread
	 * @return the place that the post left
	 */
	public FormerPlace move(String toThread, int toNumber, @Nullable Post parent, Instant now) {
		var left = FormerPlace.of(this.threadId, this.number, this.id, toThread, toNumber);
		this.threadId = toThread;
		this.number = toNumber;
		this.replyTo = (parent != null) ? parent.id : null;
		this.depth = (parent != null) ? parent.depth + 1 : 0;
		this.movedAt = now;
		this.version++;
		return left;
	}

	private boolean isJudgedAfter(Instant at) {
		return this.judgedAt != null && at.isBefore(this.judgedAt);
	}

	/**
	 * Applies a moderator's decision. It is valid until the next edit; a decision that
	 * hides the post stays valid after edits. A post that its author deleted stays
	 * deleted and takes the decided status when it is restored.
	 * @param seen the version of the post that the moderator saw
	 * @param at when the moderator decided; decisions before the last one are ignored
	 * @return whether anything changed
	 */
	public boolean applyRuling(Decision ruling, long seen, Instant at) {
		if (isRuledAfter(at) || (!ruling.hides() && (seen < this.contentVersion || isRemovedByModerator()))) {
			return false;
		}
		this.ruledAt = at;
		var next = statusAfter(ruling, statusUnlessDeleted());
		this.decided = ruling != Decision.WARN || next.isShown();
		var changed = changeStatusUnlessDeleted(next);
		if (this.status == PostStatus.REMOVED && this.statusBefore == PostStatus.HELD) {
			// No case would show the post if a moderator restored it.
			this.statusBefore = PostStatus.ACTIVE;
		}
		return changed;
	}

	/**
	 * The status after a decision. A warning keeps a held reply held until an edit. It
	 * shows a post again that opens a thread, unless a moderator has hidden it: the
	 * replies of others are hidden with it.
	 */
	private PostStatus statusAfter(Decision ruling, PostStatus status) {
		return switch (ruling) {
			case DISMISS, EDIT -> PostStatus.ACTIVE;
			case WARN ->
				(status == PostStatus.FLAGGED || (opensThread() && !this.decided)) ? PostStatus.ACTIVE : status;
			case HIDE -> PostStatus.HELD;
			case REMOVE, BAN -> PostStatus.REMOVED;
		};
	}

	/**
	 * Undoes a moderator's decision: the post is visible again. Content that was edited
	 * since and is not checked yet stays hidden until its verdict, and a post that was
	 * hidden by the decision and removed later stays removed.
	 * @param seen the version of the post that the decision was about
	 * @param at when the decision was reversed; earlier decisions are ignored afterwards
	 * @return whether anything changed
	 */
	public boolean reverseRuling(Decision reversed, long seen, Instant at) {
		if (isRuledAfter(at) || (isRemovedByModerator() && !reversed.removes())) {
			return false;
		}
		this.ruledAt = at;
		this.decided = seen >= this.contentVersion;
		if (!this.decided && !this.checked) {
			return false;
		}
		return changeStatusUnlessDeleted(PostStatus.ACTIVE);
	}

	/**
	 * Replaces the content as a moderator has decided. Content that was edited since, a
	 * post that another decision removed, and one that its author deleted stay as they
	 * are.
	 * @param seen the version of the post that the moderator saw
	 * @return the previous content; empty if nothing changed
	 */
	public Optional<PostRevision> correct(DecidedText decided, String rendered, long seen) {
		if (isRuledAfter(decided.at()) || seen < this.contentVersion || isClosedToCorrections()) {
			return Optional.empty();
		}
		var before = replaceContent(decided, rendered);
		this.correction = new Correction(decided.caseId(), this.contentVersion);
		return Optional.of(before);
	}

	/**
	 * Restores the content that a decision has replaced, unless it was edited since.
	 * Earlier decisions are ignored afterwards.
	 * @return the replaced content; empty if nothing but the time of the ruling changed
	 */
	public Optional<PostRevision> revertCorrection(DecidedText earlier, String rendered) {
		if (isRuledAfter(earlier.at())) {
			return Optional.empty();
		}
		this.ruledAt = earlier.at();
		var corrected = new Correction(earlier.caseId(), this.contentVersion);
		if (!corrected.equals(this.correction) || isClosedToCorrections()) {
			return Optional.empty();
		}
		this.correction = null;
		return Optional.of(replaceContent(earlier, rendered));
	}

	private boolean isClosedToCorrections() {
		return this.status == PostStatus.DELETED || isRemovedByModerator();
	}

	/** No check decides about a text that a moderator has decided about. */
	private PostRevision replaceContent(DecidedText decided, String rendered) {
		var before = PostRevision.of(this, decided.at(), decided.by());
		this.content = decided.text();
		this.html = rendered;
		this.checked = true;
		this.decided = true;
		this.ruledAt = decided.at();
		this.editedAt = decided.at();
		this.version++;
		this.contentVersion = this.version;
		return before;
	}

	private PostStatus statusUnlessDeleted() {
		return (this.status == PostStatus.DELETED) ? this.statusBefore : this.status;
	}

	private boolean changeStatusUnlessDeleted(PostStatus next) {
		if (next == statusUnlessDeleted()) {
			return false;
		}
		if (this.status == PostStatus.DELETED) {
			this.statusBefore = next;
			this.finding = ModerationState.after(this.finding, next);
			this.version++;
		}
		else {
			changeStatus(next);
		}
		this.checked = true;
		return true;
	}

	private boolean isRuledAfter(Instant at) {
		return this.ruledAt != null && at.isBefore(this.ruledAt);
	}

	private boolean isRemovedByModerator() {
		return this.decided && this.status == PostStatus.REMOVED;
	}

	private void changeStatus(PostStatus next) {
		this.statusBefore = this.status;
		this.status = next;
		this.finding = ModerationState.after(this.finding, next);
		this.version++;
	}

	/** Throws a {@link PostForbiddenException} for all but the author and moderators. */
	public void requireOwnedBy(AuthorizedWriter writer) {
		if (!writer.moderates() && !writer.is(this.authorId)) {
			throw new PostForbiddenException();
		}
	}

	/** Whether a reader sees the content whatever its status. */
	public boolean isFullyVisibleTo(String readerId, Audience audience) {
		return readerId.equals(this.authorId) || audience.includes(Audience.MODERATORS);
	}

	/**
	 * Throws a {@link PostForbiddenException} unless a reader sees the content always.
	 */
	public void requireFullyVisibleTo(String readerId, Audience audience) {
		if (!isFullyVisibleTo(readerId, audience)) {
			throw new PostForbiddenException();
		}
	}

	/** Throws a {@link PostGoneException} unless the post is visible to everybody. */
	public void requireShown() {
		if (!this.status.isShown()) {
			throw new PostGoneException(this.status);
		}
	}

	/** Whether the post is deleted or removed. */
	public boolean isGone() {
		return this.status.isGone();
	}

	public boolean isIn(String thread) {
		return this.threadId.equals(thread);
	}

	/** Whether the post is a reply in a thread and visible to everybody. */
	public boolean isShownReplyIn(String thread) {
		return isIn(thread) && !opensThread() && this.status.isShown();
	}

	/** Whether the post opens its thread. Its status then decides who sees the thread. */
	public boolean opensThread() {
		return this.number == 1;
	}

	/** The post as a target of counters. */
	public CounterTarget counterTarget() {
		return new CounterTarget(CounterTarget.Kind.POST, this.id, this.threadId, this.number, this.authorId);
	}

	public String id() {
		return this.id;
	}

	public String threadId() {
		return this.threadId;
	}

	/** The place in the thread; number 1 opens it. */
	public int number() {
		return this.number;
	}

	public String authorId() {
		return this.authorId;
	}

	/** The id of the post that this one replies to, or null for the thread. */
	public @Nullable String replyTo() {
		return this.replyTo;
	}

	/** The number of posts between this one and the thread. */
	public int depth() {
		return this.depth;
	}

	public String content() {
		return this.content;
	}

	public String html() {
		return this.html;
	}

	/** The posts that the content quotes. */
	public List<Quote> quotes() {
		return this.quotes;
	}

	/** The usernames that the content mentions, in lower case. */
	public List<String> mentions() {
		return (this.mentions != null) ? this.mentions : List.of();
	}

	/** The ids of the media that the content shows. */
	public List<String> media() {
		return (this.media != null) ? this.media : List.of();
	}

	/** The first medium that the content shows outside of spoilers, if any. */
	public @Nullable String firstMedium() {
		return EmbeddedMedia.ids(Markdown.withoutSpoilersIn(this.html)).stream().findFirst().orElse(null);
	}

	/** Counts the published uses of media; null if the post has never shown any. */
	public @Nullable Long mediaVersion() {
		return this.mediaVersion;
	}

	public PostStatus status() {
		return this.status;
	}

	/** The finding of checks and moderators; null if they found nothing. */
	public @Nullable ModerationState moderation() {
		return this.finding;
	}

	/** Whether a check or a moderator has decided about the current content. */
	boolean isChecked() {
		return this.checked;
	}

	PostStatus statusBefore() {
		return this.statusBefore;
	}

	/** The version at the last edit. */
	public long contentVersion() {
		return this.contentVersion;
	}

	/** Whether a moderator has decided on the status. */
	public boolean isDecided() {
		return this.decided;
	}

	/** When the last verdict was published. */
	@Nullable Instant judgedAt() {
		return this.judgedAt;
	}

	/** When a moderator last decided, or a decision was last reversed. */
	@Nullable Instant ruledAt() {
		return this.ruledAt;
	}

	@Nullable Correction correction() {
		return this.correction;
	}

	@Nullable Instant movedAt() {
		return this.movedAt;
	}

	public Instant createdAt() {
		return this.createdAt;
	}

	public @Nullable Instant editedAt() {
		return this.editedAt;
	}

	/** When the post was created in its thread or moved to it. */
	public Instant placedAt() {
		return (this.movedAt != null) ? this.movedAt : this.createdAt;
	}

	/** Grows with every change except votes. */
	public long version() {
		return this.version;
	}

	public int voteScore() {
		return this.voteScore;
	}

	/**
	 * A decision that replaced the content.
	 *
	 * @param version the version of the post with the new content
	 */
	record Correction(String caseId, long version) {
	}

}
