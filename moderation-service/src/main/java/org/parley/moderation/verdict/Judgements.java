package org.parley.moderation.verdict;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.parley.moderation.rule.PastPosts;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Stores the results of checks. */
@Component
public class Judgements implements InitializingBean {

	private final MongoOperations mongo;

	Judgements(MongoOperations mongo) {
		this.mongo = mongo;
	}

	@Override
	public void afterPropertiesSet() {
		var indexes = this.mongo.indexOps(Judgement.class);
		indexes.createIndex(new Index("postId", Direction.ASC).on("_id", Direction.DESC));
		indexes.createIndex(new Index("authorId", Direction.ASC).on("at", Direction.DESC).on("postId", Direction.ASC));
		indexes.createIndex(new Index("authorId", Direction.ASC).on("textHash", Direction.ASC)
			.on("at", Direction.DESC)
			.on("postId", Direction.ASC));
	}

	public void insert(Judgement judgement) {
		this.mongo.insert(judgement);
	}

	/** Finds the latest judgement of a post. */
	public Optional<Judgement> findLatest(String postId) {
		var query = new Query(Criteria.where("postId").is(postId)).with(Sort.by(Direction.DESC, "_id")).limit(1);
		return Optional.ofNullable(this.mongo.findOne(query, Judgement.class));
	}

	/**
	 * Returns counts of the author's other posts.
	 * @param since when the checked post arrived; windows begin before this time
	 * @param until posts that were judged later are not counted
	 */
	public PastPosts pastPosts(String authorId, String postId, Instant since, Instant until) {
		return new PastPosts() {

			@Override
			public long count(Duration window) {
				return countOthers(Criteria.where("authorId").is(authorId), window);
			}

			@Override
			public long countCopies(String hash, Duration window) {
				return countOthers(Criteria.where("authorId").is(authorId).and("textHash").is(hash), window);
			}

			private long countOthers(Criteria criteria, Duration window) {
				var query = new Query(criteria.and("at").gt(since.minus(window)).lte(until).and("postId").ne(postId));
				return Judgements.this.mongo.findDistinct(query, "postId", Judgement.class, String.class).size();
			}

		};
	}

}
