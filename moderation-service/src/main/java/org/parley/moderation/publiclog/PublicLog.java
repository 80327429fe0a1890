package org.parley.moderation.publiclog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.moderation.category.ModerationCategory;
import org.parley.moderation.relocation.PostRelocated;
import org.parley.moderation.relocation.ThreadRelocated;
import org.parley.platform.web.paging.NewestFirst;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;

import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Stores the public log. Entries follow the moves of their posts and threads. */
@Component
class PublicLog {

	private static final String CATEGORY = "category._id";

	private static final String SLUG = "category.slug";

	private static final String THREAD = "threadId";

	private static final String POST = "postId";

	private static final String STATEMENT = "statementId";

	private final MongoOperations mongo;

	PublicLog(MongoOperations mongo) {
		this.mongo = mongo;
	}

	void insert(LogEntry entry) {
		this.mongo.insert(entry);
	}

	/** Finds the entry of the decision that a statement gives reasons for. */
	Optional<LogEntry> findDecision(String statementId) {
		return Optional.ofNullable(this.mongo.findOne(
				new Query(Criteria.where(STATEMENT).is(statementId)).with(Sort.by("_id")).limit(1), LogEntry.class));
	}

	/**
	 * Finds a page of the entries of these categories, newest first.
	 * @param slug only the category that has this slug now
	 */
	Paged<LogEntry> findPage(PageQuery page, @Nullable String slug, List<ModerationCategory> categories) {
		var criteria = (slug != null) ? withSlug(slug, categories) : in(categories.stream());
		return new NewestFirst(page).find(this.mongo, new Query(criteria), LogEntry.class, LogEntry::id);
	}

	/** Categories of unknown slug have that of their entries. */
	private static Criteria withSlug(String slug, List<ModerationCategory> categories) {
		var known = in(categories.stream().filter((category) -> category.slug().equals(slug)));
		var unknown = in(categories.stream().filter((category) -> category.slug().isEmpty()));
		return new Criteria().orOperator(known, unknown.and(SLUG).is(slug));
	}

	private static Criteria in(Stream<ModerationCategory> categories) {
		return Criteria.where(CATEGORY).in(categories.map(ModerationCategory::id).toList());
	}

	@EventListener
	void on(ThreadRelocated moved) {
		this.mongo.updateMulti(new Query(Criteria.where(THREAD).is(moved.threadId())),
				new Update().set("category", moved.category()), LogEntry.class);
	}

	@EventListener
	void on(PostRelocated moved) {
		var thread = moved.thread();
		this.mongo.updateMulti(new Query(Criteria.where(POST).is(moved.post().id())),
				new Update().set(THREAD, thread.id()).set("category", thread.category()), LogEntry.class);
	}

}
