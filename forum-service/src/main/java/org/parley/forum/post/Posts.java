package org.parley.forum.post;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.forum.PostStatus;
import org.parley.forum.counter.LastActivities;
import org.parley.platform.mongo.transaction.BatchedInserts;
import org.parley.platform.web.paging.NewestFirst;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The stored posts and their revisions. */
@Component
public class Posts implements LastActivities {

	/** The order of the posts of an author, in cursors. */
	public static final String BY_AUTHOR = "authored";

	private static final String ID = "_id";

	private static final String VERSION = "version";

	private static final String THREAD = "threadId";

	private static final String NUMBER = "number";

	private static final String AUTHOR = "authorId";

	private static final String MEDIA = "media";

	private static final String STATUS = "status";

	private static final String MOVED = "movedAt";

	private static final String REPLY_TO = "replyTo";

	private static final String DEPTH = "depth";

	private static final String CONTENT_VERSION = "contentVersion";

	private static final String JUDGED = "judgedAt";

	private static final String CHECKED = "checked";

	private static final String CREATED = "createdAt";

	private final MongoOperations mongo;

	private final BatchedInserts inserts;

	Posts(MongoOperations mongo, BatchedInserts inserts) {
		this.mongo = mongo;
		this.inserts = inserts;
	}

	/**
	 * Takes the version of the next event about the media of a post. It conflicts with
	 * every other change of the post.
	 */
	public long nextMediaVersion(String id) {
		var changed = this.mongo.findAndModify(new Query(Criteria.where(ID).is(id)),
				new Update().inc("mediaVersion", 1), FindAndModifyOptions.options().returnNew(true), Post.class);
		return Objects.requireNonNull(Objects.requireNonNull(changed, "The post exists").mediaVersion());
	}

	/**
	 * Makes the caller's transaction conflict with concurrent changes of a post; one of
	 * them is retried.
	 */
	public void forceConflict(String id) {
		this.mongo.updateFirst(new Query(Criteria.where(ID).is(id)), new Update().inc("holds", 1), Post.class);
	}

	/** Returns the posts of a thread that show media and follow an id, ordered by id. */
	public List<Post> withMediaIn(String threadId, @Nullable String id, int limit) {
		var shown = Criteria.where(THREAD).is(threadId).and(MEDIA).exists(true);
		var query = new Query((id != null) ? shown.and(ID).gt(id) : shown);
		return this.mongo.find(query.with(Sort.by(ID)).limit(limit), Post.class);
	}

	/** Returns those of some threads in which a post shows media. */
	public List<String> threadsWithMedia(Collection<String> threadIds) {
		var shown = new Query(Criteria.where(THREAD).in(threadIds).and(MEDIA).exists(true));
		return this.mongo.findDistinct(shown, THREAD, Post.class, String.class);
	}

	/** Inserts a post at the end of the transaction. */
	public void insert(Post post) {
		this.inserts.insert(post);
	}

	/** Returns the posts that follow an id, or the first ones, ordered by id. */
	public List<Post> after(@Nullable String id, int limit) {
		var query = (id != null) ? new Query(Criteria.where(ID).gt(id)) : new Query();
		return this.mongo.find(query.with(Sort.by(ID)).limit(limit), Post.class);
	}

	public Optional<Post> find(String id) {
		return Optional.ofNullable(this.mongo.findById(id, Post.class));
	}

	/** Returns the existing posts among the given ids, by id. */
	public Map<String, Post> byId(Collection<String> ids) {
		return find(ids).stream().collect(Collectors.toUnmodifiableMap(Post::id, (post) -> post));
	}

	List<Post> find(Collection<String> ids) {
		return this.mongo.find(new Query(Criteria.where(ID).in(ids)), Post.class);
	}

	/**
	 * Writes a change that increased the version by one.
	 * @throws OptimisticLockingFailureException if another writer has changed the post
	 */
	public void update(Post post) {
		update(post, post.version() - 1);
	}

	/**
	 * Writes a change of a post.
	 * @param version the version that was read
	 * @throws OptimisticLockingFailureException if another writer has changed the post
	 */
	public void update(Post post, long version) {
		var written = this.mongo.updateFirst(versioned(post, version), contentUpdate(post), Post.class);
		if (written.getMatchedCount() == 0) {
			throw new OptimisticLockingFailureException("Another writer has changed the post");
		}
	}

	/**
	 * Writes the new places of moved posts.
	 * @throws OptimisticLockingFailureException if another writer has changed one
	 */
	public void updatePlaces(Collection<Post> posts) {
		var updates = this.mongo.bulkOps(BulkMode.ORDERED, Post.class);
		posts.forEach((post) -> updates.updateOne(versioned(post, post.version() - 1), placeUpdate(post)));
		if (updates.execute().getModifiedCount() < posts.size()) {
			throw new OptimisticLockingFailureException("Another writer has changed a post");
		}
	}

	private static Query versioned(Post post, long version) {
		return new Query(Criteria.where(ID).is(post.id()).and(VERSION).is(version));
	}

	/**
	 * Records that the content of a visible post was found clean, which changes nothing
	 * for its readers.
	 * @param checked the version of the post that was checked
	 * @param at when the verdict was published
	 * @return whether the post is visible, has that content and no later verdict
	 */
	public boolean markClean(String id, long checked, Instant at) {
		var unchanged = Criteria.where(ID)
			.is(id)
			.and(STATUS)
			.is(PostStatus.ACTIVE)
			.and(CONTENT_VERSION)
			.lte(checked)
			.and(JUDGED)
			.not()
			.gt(at);
		var clean = Update.update(CHECKED, true).set(JUDGED, at);
		return this.mongo.updateFirst(new Query(unchanged), clean, Post.class).getMatchedCount() > 0;
	}

	/** Sets all that an edit or a moderation may change; never the votes. */
	static Update contentUpdate(Post post) {
		return mediaUpdate(post).set("content", post.content())
			.set("html", post.html())
			.set("quotes", post.quotes())
			.set("mentions", post.mentions())
			.set(STATUS, post.status())
			.set("statusBefore", post.statusBefore())
			.set("finding", post.moderation())
			.set(CHECKED, post.isChecked())
			.set(CONTENT_VERSION, post.contentVersion())
			.set("decided", post.isDecided())
			.set(JUDGED, post.judgedAt())
			.set("ruledAt", post.ruledAt())
			.set("correction", post.correction())
			.set("editedAt", post.editedAt())
			.set(VERSION, post.version());
	}

	/** Posts without media are not in the index of those that show some. */
	private static Update mediaUpdate(Post post) {
		return post.media().isEmpty() ? new Update().unset(MEDIA) : new Update().set(MEDIA, post.media());
	}

	/** Sets all that a move may change. */
	static Update placeUpdate(Post post) {
		return new Update().set(THREAD, post.threadId())
			.set(NUMBER, post.number())
			.set(REPLY_TO, post.replyTo())
			.set(DEPTH, post.depth())
			.set(MOVED, post.movedAt())
			.set(VERSION, post.version());
	}

	/**
	 * Turns replies that stay in a thread into replies to the thread itself, because
	 * their parents leave it.
	 * @param except the ids of the replies that leave, too
	 */
	public void detachReplies(String threadId, Collection<String> parents, Collection<String> except) {
		var staying = Criteria.where(THREAD).is(threadId).and(REPLY_TO).in(parents).and(ID).nin(except);
		this.mongo.updateMulti(new Query(staying), new Update().unset(REPLY_TO).set(DEPTH, 0), Post.class);
	}

	/** Reads the posts of threads one after the other; close the stream. */
	public Stream<Post> inThreads(Collection<String> threadIds) {
		return this.mongo.stream(new Query(Criteria.where(THREAD).in(threadIds)), Post.class);
	}

	/** Returns the posts of a thread that follow a number, in order. */
	public List<Post> following(String threadId, int number, int limit) {
		var following = new Query(Criteria.where(THREAD).is(threadId).and(NUMBER).gt(number));
		return this.mongo.find(following.with(Sort.by(NUMBER)).limit(limit), Post.class);
	}

	/** Returns those of the given posts that follow a number in a thread, in order. */
	public List<Post> following(String threadId, int number, Collection<String> ids, int limit) {
		return find(ids).stream()
			.filter((post) -> post.isIn(threadId) && post.number() > number)
			.sorted(Comparator.comparingInt(Post::number))
			.limit(limit)
			.toList();
	}

	/** Finds the visible posts of an author, newest first. */
	public Paged<Post> findPageBy(String authorId, PageQuery page) {
		var shown = new Query(Criteria.where(AUTHOR).is(authorId).and(STATUS).in(PostStatus.SHOWN));
		return new NewestFirst(page, BY_AUTHOR).find(this.mongo, shown, Post.class, Post::id);
	}

	/**
	 * Finds visible posts of an author that are older than the one with an id, newest
	 * first.
	 */
	public List<Post> shownBy(String authorId, @Nullable String before, int limit) {
		var shown = Criteria.where(AUTHOR).is(authorId).and(STATUS).in(PostStatus.SHOWN);
		var older = (before != null) ? shown.and("_id").lt(before) : shown;
		return this.mongo.find(new Query(older).with(Sort.by(Sort.Direction.DESC, "_id")).limit(limit), Post.class);
	}

	/** Whether a thread has a visible reply. */
	public boolean hasShownReply(String threadId) {
		return first(shownIn(threadId).and(NUMBER).gt(1), NUMBER).isPresent();
	}

	public Optional<Post> opening(String threadId) {
		return first(Criteria.where(THREAD).is(threadId).and(NUMBER).is(1), NUMBER);
	}

	/**
	 * Moved posts have numbers in another order than that of their creation. If no post
	 * is visible, the thread is not, and its opening post is the last.
	 */
	@Override
	public Optional<Activity> findLast(String threadId) {
		var written = first(shownIn(threadId).and(MOVED).exists(false), NUMBER);
		var moved = first(shownIn(threadId).and(MOVED).exists(true), CREATED);
		return Stream.concat(written.stream(), moved.stream())
			.max(Comparator.comparing(Post::createdAt))
			.or(() -> opening(threadId))
			.map((post) -> new Activity(post.createdAt(), post.authorId()));
	}

	private static Criteria shownIn(String threadId) {
		return Criteria.where(THREAD).is(threadId).and(STATUS).in(PostStatus.SHOWN);
	}

	private Optional<Post> first(Criteria posts, String descending) {
		var query = new Query(posts).with(Sort.by(Sort.Direction.DESC, descending)).limit(1);
		return Optional.ofNullable(this.mongo.findOne(query, Post.class));
	}

	/** Returns the last posts of a thread, in order. */
	public List<Post> last(String threadId, int limit) {
		var query = new Query(Criteria.where(THREAD).is(threadId)).with(Sort.by(Sort.Direction.DESC, NUMBER));
		return this.mongo.find(query.limit(limit), Post.class).reversed();
	}

	public void insertRevision(PostRevision revision) {
		this.mongo.insert(revision);
	}

}
