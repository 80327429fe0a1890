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

/** Reads the security audit, the newest first. */
@Component
class AuditLog {

	private static final String SORT = "id";

	private final MongoOperations mongo;

	AuditLog(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/**
	 * One page, shown in one of two ways.
	 * @throws ProblemException 400 about {@code act} or {@code cursor}
	 */
	<T extends Entry> Paged<T> page(AuditQuery wish, Function<StoredAuditRecord, T> view) {
		var from = (wish.cursor() != null) ? Cursor.parse(wish.cursor(), SORT, 1) : null;
		var found = this.mongo.find(query(wish, from), StoredAuditRecord.class, "audit").stream().map(view).toList();
		return Paged.walk(found, from, wish.size(), SORT, (entry) -> new Object[] { entry.id() });
	}

	private static Query query(AuditQuery wish, @Nullable Cursor from) {
		var back = from != null && from.backwards();
		var criteria = criteria(wish);
		if (from != null) {
			var beyond = Criteria.where("_id");
			criteria.add(back ? beyond.gt(from.text(0)) : beyond.lt(from.text(0)));
		}
		return (criteria.isEmpty() ? new Query() : new Query(new Criteria().andOperator(criteria)))
			.with(Sort.by(back ? Sort.Direction.ASC : Sort.Direction.DESC, "_id"))
			.limit(Limit.of(wish.size() + 1));
	}

	private static List<Criteria> criteria(AuditQuery wish) {
		var criteria = new ArrayList<Criteria>();
		if (wish.user() != null) {
			criteria.add(Criteria.where("userId").is(wish.user()));
		}
		if (wish.act() != null) {
			var act = AuditAction.of(wish.act())
				.orElseThrow(() -> ProblemException.field("act", "audit.act", "is nothing that happens"));
			criteria.add(Criteria.where("act").is(act.name()));
		}
		return criteria;
	}

	/** What is shown of a record. */
	interface Entry {

		String id();

	}

}
