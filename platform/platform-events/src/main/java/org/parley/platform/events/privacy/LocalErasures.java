package org.parley.platform.events.privacy;

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

/** Who was erased here, and how far that is. */
class LocalErasures implements InitializingBean {

	private final MongoOperations mongo;

	LocalErasures(MongoOperations mongo) {
		this.mongo = mongo;
	}

	@Override
	public void afterPropertiesSet() {
		this.mongo.indexOps(LocalErasure.class).createIndex(new Index("dueAt", Direction.ASC).sparse());
	}

	Optional<LocalErasure> of(String person) {
		return Optional.ofNullable(this.mongo.findById(person, LocalErasure.class));
	}

	void begin(LocalErasure localErasure) {
		this.mongo.insert(localErasure);
	}

	/** The one that has waited longest. */
	Optional<LocalErasure> due(Instant now) {
		return Optional.ofNullable(this.mongo.findOne(due(new Query(), now).with(Sort.by("dueAt")).limit(Limit.of(1)),
				LocalErasure.class));
	}

	boolean isAnyDue(Instant now) {
		return this.mongo.exists(due(new Query(), now), LocalErasure.class);
	}

	/** Notes how far it is, unless another instance has noted something meanwhile. */
	boolean advance(LocalErasure before, LocalErasure after) {
		var asItWas = Criteria.where("_id").is(before.person()).and("revision").is(before.revision());
		return this.mongo.findAndReplace(new Query(asItWas), after) != null;
	}

	/** Those of the given people who are gone. */
	Set<String> among(Collection<String> people) {
		if (people.isEmpty()) {
			return Set.of();
		}
		var query = new Query(Criteria.where("_id").in(people));
		query.fields().include("_id");
		return this.mongo.find(query, Document.class, "personal_erasures")
			.stream()
			.map((found) -> found.getString("_id"))
			.collect(Collectors.toUnmodifiableSet());
	}

	private static Query due(Query query, Instant now) {
		return query.addCriteria(Criteria.where("dueAt").lte(now));
	}

}
