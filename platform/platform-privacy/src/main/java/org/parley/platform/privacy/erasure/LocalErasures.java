package org.parley.platform.privacy.erasure;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.bson.Document;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** The erasures of this service. */
public class LocalErasures implements InitializingBean {

	private final MongoOperations mongo;

	public LocalErasures(MongoOperations mongo) {
		this.mongo = mongo;
	}

	@Override
	public void afterPropertiesSet() {
		this.mongo.indexOps(LocalErasure.class).createIndex(new Index("dueAt", Direction.ASC).sparse());
	}

	public Optional<LocalErasure> find(String person) {
		return Optional.ofNullable(this.mongo.findById(person, LocalErasure.class));
	}

	void begin(LocalErasure localErasure) {
		this.mongo.insert(localErasure);
	}

	/** The erasure that has been due for the longest time. */
	Optional<LocalErasure> findNextDue(Instant now) {
		return Optional
			.ofNullable(this.mongo.findOne(due(now).with(Sort.by("dueAt")).limit(Limit.of(1)), LocalErasure.class));
	}

	boolean isAnyDue(Instant now) {
		return this.mongo.exists(due(now), LocalErasure.class);
	}

	/** Stores the progress, unless another instance changed it meanwhile. */
	public boolean advance(LocalErasure before, LocalErasure after) {
		var asItWas = Criteria.where("_id").is(before.person()).and("revision").is(before.revision());
		return this.mongo.findAndReplace(new Query(asItWas), after) != null;
	}

	/** Returns the ids of those people who are erased. */
	public Set<String> findErased(Collection<String> people) {
		if (people.isEmpty()) {
			return Set.of();
		}
		var query = new Query(Criteria.where("_id").in(people));
		query.fields().include("_id");
		return this.mongo.find(query, Document.class, this.mongo.getCollectionName(LocalErasure.class))
			.stream()
			.map((found) -> found.getString("_id"))
			.collect(Collectors.toUnmodifiableSet());
	}

	private static Query due(Instant now) {
		return new Query(Criteria.where("dueAt").lte(now));
	}

}
