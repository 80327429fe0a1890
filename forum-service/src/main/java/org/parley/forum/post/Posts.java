package org.parley.forum.post;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The stored posts, and what they said before. */
@Component
public class Posts implements InitializingBean {

	private final MongoOperations mongo;

	Posts(MongoOperations mongo) {
		this.mongo = mongo;
	}

	@Override
	public void afterPropertiesSet() {
		this.mongo.indexOps(Post.class)
			.createIndex(new Index("threadId", Sort.Direction.ASC).on("number", Sort.Direction.ASC).unique());
		this.mongo.indexOps(Revision.class)
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

	void keep(Revision before) {
		this.mongo.insert(before);
	}

}
