package org.parley.platform.privacy.export;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** The exports of this service. */
public class LocalExports implements InitializingBean {

	/** Finished exports expire as well. */
	private static final Duration KEPT = Duration.ofDays(2);

	private final MongoOperations mongo;

	private final InstantSource clock;

	public LocalExports(MongoOperations mongo, InstantSource clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	@Override
	public void afterPropertiesSet() {
		var indexes = this.mongo.indexOps(LocalExport.class);
		indexes.createIndex(new Index("dueAt", Direction.ASC).sparse());
		indexes.createIndex(new Index("beganAt", Direction.ASC).expire(KEPT));
	}

	void begin(LocalExport localExport) {
		if (!this.mongo.exists(new Query(Criteria.where("_id").is(localExport.exportId())), LocalExport.class)) {
			this.mongo.insert(localExport);
		}
	}

	/** The export that has been due for the longest time. */
	Optional<LocalExport> findNextDue() {
		return Optional
			.ofNullable(this.mongo.findOne(due().with(Sort.by("dueAt")).limit(Limit.of(1)), LocalExport.class));
	}

	boolean isAnyDue() {
		return this.mongo.exists(due(), LocalExport.class);
	}

	/**
	 * Stores the progress, unless another instance changed it meanwhile. Other exports
	 * that are due come first.
	 */
	boolean advance(LocalExport before, LocalExport after) {
		return replace(before, after.isDone() ? after : after.dueAt(this.clock.instant()));
	}

	/** Stores that an export is continued later, unless it was changed meanwhile. */
	boolean postpone(LocalExport localExport, Duration delay) {
		return replace(localExport, localExport.dueAt(this.clock.instant().plus(delay)));
	}

	private boolean replace(LocalExport before, LocalExport after) {
		var asItWas = Criteria.where("_id")
			.is(before.exportId())
			.and("number")
			.is(before.number())
			.and("kinds")
			.is(before.kinds());
		return this.mongo.findAndReplace(new Query(asItWas), after) != null;
	}

	private Query due() {
		return new Query(Criteria.where("dueAt").lte(this.clock.instant()));
	}

}
