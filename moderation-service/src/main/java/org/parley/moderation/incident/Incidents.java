package org.parley.moderation.incident;

import org.parley.platform.web.paging.Cursor;
import org.parley.platform.web.paging.Paged;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The stored incidents. */
@Component
public class Incidents {

	private static final String NEWEST = "newest";

	private final MongoOperations mongo;

	Incidents(MongoOperations mongo) {
		this.mongo = mongo;
	}

	public void insert(Incident incident) {
		this.mongo.insert(incident);
	}

	/** A page, newest first. */
	Paged<Incident> page(IncidentQuery wish) {
		var from = (wish.cursor() != null) ? Cursor.parse(wish.cursor(), NEWEST, 1) : null;
		var back = from != null && from.backwards();
		var query = new Query();
		if (from != null) {
			var beyond = Criteria.where("_id");
			query.addCriteria(back ? beyond.gt(from.text(0)) : beyond.lt(from.text(0)));
		}
		query.with(Sort.by(back ? Direction.ASC : Direction.DESC, "_id")).limit(Limit.of(wish.size() + 1));
		return Paged.walk(this.mongo.find(query, Incident.class), from, wish.size(), NEWEST,
				(incident) -> new Object[] { incident.id() });
	}

}
