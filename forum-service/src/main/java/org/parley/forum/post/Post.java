package org.parley.forum.post;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.forum.category.AuthorizedWriter;
import org.parley.forum.counter.CounterTarget;
import org.parley.forum.place.FormerPlace;
import org.parley.platform.security.category.Audience;
import org.parley.platform.web.Ids;
import org.parley.platform.web.problem.ProblemException;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;

/**
 * What somebody said in a thread. The vote counters belong to the tally folder;
 * {@link Posts} never writes them.
 */
@Document("posts")
public class Post {

	private static final Duration QUIET = Duration.ofMinutes(15);

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

	private PostStatus status = PostStatus.ACTIVE;

	private PostStatus statusBefore = PostStatus.ACTIVE;

	private ModerationState moderation = ModerationState.PENDING;

	private long contentVersion;

	private boolean decided;

	private @Nullable Instant judgedAt;

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

	/** The post that opens a thread. */
	public static Post opening(String threadId, String authorId, String content, String html, Instant now) {
		return new Post(Ids.next(), threadId, 1, authorId, null, 0, content, html, now);
	}

	/** A post that answers the thread, or another post of it. */
	static Post reply(String threadId, int number, String authorId, @Nullable Post parent, String content, String html,
			Instant now) {
		return new Post(Ids.next(), threadId, number, authorId, (parent != null) ? parent.id : null,
				(parent != null) ? parent.depth + 1 : 0, content, html, now);
	}

	/**
	 * Says something else. What its author changes in the first quarter of an hour leaves
	 * no trace, unless somebody else came first; else the content before is kept.
	 * @return the content before, if it is to be kept
	 */
	Optional<PostRevision> edit(AuthorizedWriter writer, String markdown, String rendered, Instant now) {
		requireOwnedBy(writer);
		if (isGone()) {
			throw new PostGoneException(this.status);
		}
		var quiet = writer.is(this.authorId) && this.editedAt == null && now.isBefore(this.createdAt.plus(QUIET));
		var before = quiet ? Optional.<PostRevision>empty() : Optional.of(PostRevision.of(this, now, writer.id()));
		this.content = markdown;
		this.html = rendered;
		this.moderation = ModerationState.PENDING;
		this.decided = this.decided && !this.status.isShown();
		this.editedAt = quiet ? null : now;
		this.version++;
		this.contentVersion = this.version;
		return before;
	}

	/** Says whom its content quotes. */
	public void quote(List<Quote> quoted) {
		this.quotes = List.copyOf(quoted);
	}

	/**
	 * Takes the post away: deleted by its author, removed by a moderator.
	 * @return whether anything changed
	 */
	boolean remove(AuthorizedWriter writer) {
		requireOwnedBy(writer);
		if (opensThread()) {
			throw ProblemException.conflict("post.opens-thread",
					"This post opens its thread. Delete the thread instead.");
		}
		if (isGone()) {
			return false;
		}
		var own = writer.is(this.authorId);
		become(own ? PostStatus.DELETED : PostStatus.REMOVED);
		this.decided = this.decided || !own;
		return true;
	}

	/**
	 * Gives a post back as it was. Authors may, when they deleted it themselves.
	 * @return whether anything changed
	 */
	boolean restore(AuthorizedWriter writer) {
		requireOwnedBy(writer);
		if (!isGone()) {
			return false;
		}
		var before = this.statusBefore;
		var removed = this.status == PostStatus.REMOVED || before == PostStatus.REMOVED;
		if (removed && !writer.moderates()) {
			throw new PostForbiddenException();
		}
		become(before.isGone() ? PostStatus.ACTIVE : before);
		this.decided = this.decided || removed;
		return true;
	}

	/**
	 * Takes in what a check came to. Whatever a person has decided stays, and so does
	 * what is gone; a verdict about what the post said before says nothing.
	 * @param checked the version of the post that was checked
	 * @param at when the verdict was told; older ones change nothing
	 * @return whether anything changed
	 */
	boolean judge(PostStatus verdict, long checked, Instant at) {
		if (checked < this.contentVersion || isGone() || isJudgedAfter(at)) {
			return false;
		}
		var next = this.decided ? this.status : verdict;
		if (this.moderation == ModerationState.CHECKED && next == this.status) {
			return false;
		}
		this.moderation = ModerationState.CHECKED;
		this.judgedAt = at;
		if (next != this.status) {
			become(next);
		}
		return true;
	}

	/**
	 * Goes to a place in another thread.
	 * @param parent the post there that it answers; without one it answers the thread
	 * @return the place that it leaves
	 */
	FormerPlace move(String toThread, int toNumber, @Nullable Post parent, Instant now) {
		var left = FormerPlace.left(this.threadId, this.number, this.id, toThread, toNumber);
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
	 * Takes in what a moderator has decided. It counts until the post says something
	 * else, and beyond that where it hides what the post says. What its author took away
	 * stays away, and comes back as decided.
	 * @param seen the version of the post that the moderator saw
	 * @return whether anything changed
	 */
	boolean decide(ModeratorRuling ruling, long seen) {
		if (ruling.lets() && (seen < this.contentVersion || isDecidedGone())) {
			return false;
		}
		var now = (this.status == PostStatus.DELETED) ? this.statusBefore : this.status;
		var next = ruling.from(now);
		this.decided = ruling != ModeratorRuling.WARN || next.isShown();
		if (next == now) {
			return false;
		}
		if (this.status == PostStatus.DELETED) {
			this.statusBefore = next;
			this.version++;
		}
		else {
			become(next);
		}
		this.moderation = ModerationState.CHECKED;
		return true;
	}

	/** Whether a moderator has taken it away, other than by this case. */
	private boolean isDecidedGone() {
		return this.decided && this.status == PostStatus.REMOVED;
	}

	private void become(PostStatus next) {
		this.statusBefore = this.status;
		this.status = next;
		this.version++;
	}

	/** Lets only the author and moderators pass. */
	void requireOwnedBy(AuthorizedWriter writer) {
		if (!writer.moderates() && !writer.is(this.authorId)) {
			throw new PostForbiddenException();
		}
	}

	/** Lets only those pass who see what the post says, whatever its status. */
	public void requireFullyVisibleTo(String readerId, Audience audience) {
		if (!readerId.equals(this.authorId) && !audience.includes(Audience.MODERATORS)) {
			throw new PostForbiddenException();
		}
	}

	/** Lets only posts pass that everybody sees. */
	public void requireShown() {
		if (!this.status.isShown()) {
			throw new PostGoneException(this.status);
		}
	}

	/** Whether it was taken away, by whomever. */
	boolean isGone() {
		return this.status.isGone();
	}

	/** By how much the thread has more replies than when the post was so. */
	int repliesSince(PostStatus before) {
		return (this.status.isShown() ? 1 : 0) - (before.isShown() ? 1 : 0);
	}

	/** Whether it is in that thread. */
	public boolean isIn(String thread) {
		return this.threadId.equals(thread);
	}

	/** Whether it is a reply of that thread that everybody sees. */
	public boolean answers(String thread) {
		return isIn(thread) && !opensThread() && this.status.isShown();
	}

	/** Whether it opens its thread, and so decides who sees that. */
	public boolean opensThread() {
		return this.number == 1;
	}

	/** What must still be so for a change to be written: nobody else made one. */
	Criteria unchanged() {
		return unchangedSince(this.version - 1);
	}

	/** What must still be so for a change to be written: nobody made one since. */
	Criteria unchangedSince(long read) {
		return Criteria.where("_id").is(this.id).and("version").is(read);
	}

	/** What of the post its own changes may write: no votes. */
	Update update() {
		return new Update().set("content", this.content)
			.set("html", this.html)
			.set("quotes", this.quotes)
			.set("status", this.status)
			.set("statusBefore", this.statusBefore)
			.set("moderation", this.moderation)
			.set("contentVersion", this.contentVersion)
			.set("decided", this.decided)
			.set("judgedAt", this.judgedAt)
			.set("editedAt", this.editedAt)
			.set("version", this.version);
	}

	/** What of the post going elsewhere may write. */
	Update whereabouts() {
		return new Update().set("threadId", this.threadId)
			.set("number", this.number)
			.set("replyTo", this.replyTo)
			.set("depth", this.depth)
			.set("movedAt", this.movedAt)
			.set("version", this.version);
	}

	/** The post, as counting knows it. */
	CounterTarget counted() {
		return new CounterTarget(CounterTarget.Kind.POST, this.id, this.threadId, this.number, this.authorId);
	}

	public String id() {
		return this.id;
	}

	public String threadId() {
		return this.threadId;
	}

	/** The place in the thread; 1 opens it. */
	public int number() {
		return this.number;
	}

	public String authorId() {
		return this.authorId;
	}

	/** The id of the post that this one answers, or null when it answers the thread. */
	public @Nullable String replyTo() {
		return this.replyTo;
	}

	/** How many posts are between this one and the thread. */
	public int depth() {
		return this.depth;
	}

	public String content() {
		return this.content;
	}

	public String html() {
		return this.html;
	}

	/** The posts whose authors it quotes by name. */
	public List<Quote> quotes() {
		return this.quotes;
	}

	public PostStatus status() {
		return this.status;
	}

	public ModerationState moderation() {
		return this.moderation;
	}

	public Instant createdAt() {
		return this.createdAt;
	}

	public @Nullable Instant editedAt() {
		return this.editedAt;
	}

	/** Since when it is where it is. */
	public Instant placedAt() {
		return (this.movedAt != null) ? this.movedAt : this.createdAt;
	}

	/** Grows with every change but those of votes. */
	public long version() {
		return this.version;
	}

	public int voteScore() {
		return this.voteScore;
	}

}
