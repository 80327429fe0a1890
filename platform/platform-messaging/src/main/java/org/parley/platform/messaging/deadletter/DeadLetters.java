package org.parley.platform.messaging.deadletter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.platform.web.paging.OrderedPage;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * The stored dead letters of this service. They are kept until an administrator replays
 * or deletes them.
 */
public class DeadLetters implements InitializingBean {

	private static final String REVISION = "revision";

	private final MongoOperations mongo;

	DeadLetters(MongoOperations mongo) {
		this.mongo = mongo;
	}

	@Override
	public void afterPropertiesSet() {
		var indexes = this.mongo.indexOps(DeadLetter.class);
		indexes.createIndex(new Index(REVISION, Direction.DESC));
		indexes.createIndex(new Index("queue", Direction.ASC).on("type", Direction.ASC).on(REVISION, Direction.DESC));
		indexes.createIndex(new Index("queue", Direction.ASC).on(REVISION, Direction.DESC));
		indexes.createIndex(new Index("queue", Direction.ASC).on("_id", Direction.ASC));
		indexes.createIndex(new Index("type", Direction.ASC).on(REVISION, Direction.DESC));
	}

	/** Stores a letter; a returning one replaces its predecessor. */
	public void save(DeadLetter letter) {
		this.mongo.save(letter);
	}

	Optional<DeadLetter> find(String id) {
		return Optional.ofNullable(this.mongo.findById(id, DeadLetter.class));
	}

	/** Returns a page, newest first. */
	Paged<DeadLetterView> page(DeadLetterQuery request) {
		var criteria = new Criteria();
		if (request.queue() != null) {
			criteria = criteria.and("queue").is(request.queue());
		}
		if (request.type() != null) {
			criteria = criteria.and("type").is(request.type());
		}
		return new OrderedPage(request, REVISION, Direction.DESC, REVISION)
			.find(this.mongo, new Query(criteria), DeadLetter.class, DeadLetter::revision)
			.map(DeadLetterView::of);
	}

	/** Finds letters of a queue with ids after the given one. */
	List<DeadLetter> findAfter(String queue, String after, int limit) {
		var query = new Query(Criteria.where("queue").is(queue).and("_id").gt(after));
		return this.mongo.find(query.with(Sort.by("_id")).limit(Limit.of(limit)), DeadLetter.class);
	}

	/**
	 * Finds letters of a queue that had no handler, of types that have one now, and of
	 * events since the given time. Those that returned come last.
	 */
	List<DeadLetter> findUnheard(String queue, Set<String> types, Instant since, int limit) {
		return this.mongo.find(new Query(unheard(queue, types, since)).with(Sort.by(REVISION)).limit(Limit.of(limit)),
				DeadLetter.class);
	}

	boolean hasUnheard(String queue, Set<String> types, Instant since) {
		return this.mongo.exists(new Query(unheard(queue, types, since)), DeadLetter.class);
	}

	private static Criteria unheard(String queue, Set<String> types, Instant since) {
		return Criteria.where("queue")
			.is(queue)
			.and("type")
			.in(types)
			.and("reason")
			.is(DeadLetterReason.UNHEARD)
			.and("happened")
			.gte(since);
	}

	/** Removes the given revision of a letter; a newer one is kept. */
	boolean remove(DeadLetter letter) {
		var seen = Criteria.where("_id").is(letter.id()).and(REVISION).is(letter.revision());
		return this.mongo.remove(new Query(seen), DeadLetter.class).getDeletedCount() == 1;
	}

	long count(String queue) {
		return this.mongo.count(new Query(Criteria.where("queue").is(queue)), DeadLetter.class);
	}

	/**
	 * Query for dead letters.
	 *
	 * @param cursor the start of the page
	 */
	record DeadLetterQuery(@Parameter(example = "forum_members") @Size(min = 1, max = 100) @Nullable String queue,
			@Parameter(example = "user.registered") @Size(min = 1, max = 100) @Nullable String type,
			@Nullable String cursor,
			@Parameter(example = "20") @Min(value = 1, message = "must be 1 to 100") @Max(value = 100,
					message = "must be 1 to 100") @Nullable Integer limit)
			implements
				PageQuery {
	}

}
