package org.parley.auth.user.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.parley.platform.web.paging.Cursor;
import org.parley.platform.web.paging.Paged;
import org.parley.platform.web.problem.ProblemException;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Reads the security audit, newest first. */
@Component
class AuditLog {

	private static final String SORT = "id";

	private final MongoOperations mongo;

	AuditLog(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/**
	 * Reads one page.
	 * @throws ProblemException 400 if {@code act} or {@code cursor} is invalid
	 */
	<T extends Entry> Paged<T> page(AuditQuery query, Function<StoredAuditRecord, T> view) {
		var from = (query.cursor() != null) ? Cursor.parse(query.cursor(), SORT, 1) : null;
		var found = this.mongo.find(query(query, from), StoredAuditRecord.class, "audit").stream().map(view).toList();
		return Paged.walk(found, from, query.size(), SORT, (entry) -> new Object[] { entry.id() });
	}

	private static Query query(AuditQuery query, @Nullable Cursor from) {
		var back = from != null && from.backwards();
		var criteria = criteria(query);
		if (from != null) {
			var beyond = Criteria.where("_id");
			criteria.add(back ? beyond.gt(from.text(0)) : beyond.lt(from.text(0)));
		}
		return (criteria.isEmpty() ? new Query() : new Query(new Criteria().andOperator(criteria)))
			.with(Sort.by(back ? Sort.Direction.ASC : Sort.Direction.DESC, "_id"))
			.limit(Limit.of(query.size() + 1));
	}

	private static List<Criteria> criteria(AuditQuery query) {
		var criteria = new ArrayList<Criteria>();
		if (query.user() != null) {
			criteria.add(Criteria.where("userId").is(query.user()));
		}
		if (query.act() != null) {
			var act = AuditAction.of(query.act())
				.orElseThrow(() -> ProblemException.field("act", "audit.act", "is not an audit action"));
			criteria.add(Criteria.where("act").is(act.name()));
		}
		return criteria;
	}

	/** An audit record in an API answer. */
	interface Entry {

		String id();

	}

}
