package org.parley.forum.post;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The stored posts, and what they said before. */
@Component
public class Posts implements InitializingBean {

	private static final String THREAD = "threadId";

	private static final String NUMBER = "number";

	private final MongoOperations mongo;

	Posts(MongoOperations mongo) {
		this.mongo = mongo;
	}

	@Override
	public void afterPropertiesSet() {
		this.mongo.indexOps(Post.class)
			.createIndex(new Index(THREAD, Sort.Direction.ASC).on(NUMBER, Sort.Direction.ASC).unique());
		this.mongo.indexOps(PostRevision.class)
			.createIndex(new Index("postId", Sort.Direction.ASC).on("version", Sort.Direction.ASC));
	}

	public void insert(Post post) {
		this.mongo.insert(post);
	}

	/** Those after a given one, or the first, in the order of their ids. */
	List<Post> after(@Nullable String id, int limit) {
		var query = (id != null) ? new Query(Criteria.where("_id").gt(id)) : new Query();
		return this.mongo.find(query.with(Sort.by("_id")).limit(limit), Post.class);
	}

	public Optional<Post> find(String id) {
		return Optional.ofNullable(this.mongo.findById(id, Post.class));
	}

	/** Those of the given posts that there are, by id. */
	public Map<String, Post> byId(Collection<String> ids) {
		return find(ids).stream().collect(Collectors.toUnmodifiableMap(Post::id, (post) -> post));
	}

	List<Post> find(Collection<String> ids) {
		return this.mongo.find(new Query(Criteria.where("_id").in(ids)), Post.class);
	}

	/** Writes a change of the post, unless somebody else wrote one meanwhile. */
	void update(Post post) {
		update(post, post.unchanged());
	}

	/** The same for a change that need not count the version on. */
	void update(Post post, long read) {
		update(post, post.unchangedSince(read));
	}

	private void update(Post post, Criteria unchanged) {
		var written = this.mongo.updateFirst(new Query(unchanged), post.update(), Post.class);
		if (written.getMatchedCount() == 0) {
			throw new OptimisticLockingFailureException("The post was changed meanwhile");
		}
	}

	/** Writes where posts are now, unless somebody else changed one meanwhile. */
	void moved(Collection<Post> posts) {
		var updates = this.mongo.bulkOps(BulkMode.ORDERED, Post.class);
		posts.forEach((post) -> updates.updateOne(new Query(post.unchanged()), post.whereabouts()));
		if (updates.execute().getModifiedCount() < posts.size()) {
			throw new OptimisticLockingFailureException("A post was changed meanwhile");
		}
	}

	/** Lets answers that stay where posts were answer the thread instead. */
	void orphan(String threadId, Collection<String> parents, Collection<String> except) {
		var staying = Criteria.where(THREAD).is(threadId).and("replyTo").in(parents).and("_id").nin(except);
		this.mongo.updateMulti(new Query(staying), new Update().unset("replyTo").set("depth", 0), Post.class);
	}

	/** Posts of a thread after a number, in their order. */
	public List<Post> following(String threadId, int number, int limit) {
		var following = new Query(Criteria.where(THREAD).is(threadId).and(NUMBER).gt(number));
		return this.mongo.find(following.with(Sort.by(NUMBER)).limit(limit), Post.class);
	}

	/** Those of the given posts that are in a thread after a number, in their order. */
	public List<Post> following(String threadId, int number, Collection<String> ids, int limit) {
		return find(ids).stream()
			.filter((post) -> post.isIn(threadId) && post.number() > number)
			.sorted(Comparator.comparingInt(Post::number))
			.limit(limit)
			.toList();
	}

	/** The last posts of a thread, in their order. */
	public List<Post> last(String threadId, int limit) {
		var query = new Query(Criteria.where(THREAD).is(threadId)).with(Sort.by(Sort.Direction.DESC, NUMBER));
		return this.mongo.find(query.limit(limit), Post.class).reversed();
	}

	void keep(PostRevision before) {
		this.mongo.insert(before);
	}

}
