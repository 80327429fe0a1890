package org.parley.moderation.cases;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.moderation.Decision;
import org.parley.moderation.category.ModerationScope;
import org.parley.moderation.subject.ContentEdited;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;
import org.parley.platform.web.paging.NewestFirst;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.aggregation.AggregationUpdate;
import org.springframework.data.mongodb.core.aggregation.ArithmeticOperators;
import org.springframework.data.mongodb.core.aggregation.ConditionalOperators;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Stores cases. A post or message has at most one unresolved case. */
@Component
public class Cases {

	private static final String POST = "grounds.post._id";

	private static final String AUTHOR = "grounds.post.author._id";

	private static final String THREAD = "grounds.thread._id";

	private static final String DECISION = "ruling.decision";

	private static final String VERSION = "grounds.revision.post";

	private static final String CATEGORY = "grounds.thread.category._id";

	private final MongoOperations mongo;

	private final ApplicationEventPublisher publisher;

	Cases(MongoOperations mongo, ApplicationEventPublisher publisher) {
		this.mongo = mongo;
		this.publisher = publisher;
	}

	public void insert(ModerationCase opened) {
		this.mongo.insert(opened);
		keepMedia(opened);
	}

	/**
	 * Stores a change of a case.
	 * @throws OptimisticLockingFailureException when another change was stored first
	 */
	public void update(ModerationCase changed) {
		var previous = Criteria.where("_id").is(changed.id()).and("version").is(changed.version() - 1);
		if (this.mongo.findAndReplace(new Query(previous), changed) == null) {
			throw new OptimisticLockingFailureException("The case was changed concurrently");
		}
		keepMedia(changed);
	}

	private void keepMedia(ModerationCase stored) {
		stored.mediaUse().ifPresent(this.publisher::publishEvent);
	}

	public Optional<ModerationCase> find(String id) {
		return Optional.ofNullable(this.mongo.findById(id, ModerationCase.class));
	}

	/** Finds the cases that have had media and follow an id, or the first ones, by id. */
	List<ModerationCase> withMediaAfter(@Nullable String id, int limit) {
		var some = Criteria.where("media").exists(true);
		var rest = (id != null) ? some.and("_id").gt(id) : some;
		return this.mongo.find(new Query(rest).with(Sort.by("_id")).limit(limit), ModerationCase.class);
	}

	Optional<ModerationCase> findUnresolvedOfPost(String postId) {
		return Optional.ofNullable(this.mongo.findOne(
				new Query(Criteria.where(POST).is(postId).and("status").in(CaseStatus.OPEN, CaseStatus.CLAIMED)),
				ModerationCase.class));
	}

	List<ModerationCase> findUnresolvedInThread(String threadId) {
		return this.mongo.find(
				new Query(Criteria.where(THREAD).is(threadId).and("status").in(CaseStatus.OPEN, CaseStatus.CLAIMED)),
				ModerationCase.class);
	}

	/** Finds the post's latest withdrawn case, if it was withdrawn for a reason. */
	Optional<ModerationCase> findWithdrawnOfPost(String postId, CaseWithdrawal reason) {
		var query = new Query(Criteria.where(POST).is(postId).and("status").is(CaseStatus.WITHDRAWN));
		return Optional.ofNullable(this.mongo.findOne(query.with(Sort.by(Direction.DESC, "_id")), ModerationCase.class))
			.filter((latest) -> latest.withdrawal() == reason);
	}

	/** Finds the cases that the removal of the thread withdrew. */
	List<ModerationCase> findWithdrawnInThread(String threadId) {
		var query = new Query(Criteria.where(THREAD).is(threadId).and("status").is(CaseStatus.WITHDRAWN));
		return this.mongo.find(query, ModerationCase.class)
			.stream()
			.filter((found) -> found.withdrawal() == CaseWithdrawal.THREAD_REMOVED)
			.toList();
	}

	/** Finds a page of the cases in a scope, newest first. */
	public Paged<ModerationCase> findPage(CaseQuery caseQuery, ModerationScope scope) {
		var criteria = scope.coversAll() ? new Criteria() : Criteria.where(CATEGORY).in(scope.ids());
		if (caseQuery.status() != null) {
			criteria = criteria.and("status").is(CaseStatus.of(caseQuery.status()));
		}
		return new NewestFirst(caseQuery).find(this.mongo, new Query(criteria), ModerationCase.class,
				ModerationCase::id);
	}

	/**
	 * Whether another case of the post or message is unresolved, or restricts it since a
	 * later time.
	 */
	public boolean existsNewer(ModerationCase other, Instant decidedAt) {
		var unresolved = Criteria.where("status").in(CaseStatus.OPEN, CaseStatus.CLAIMED);
		var restricting = Criteria.where("status")
			.is(CaseStatus.DECIDED)
			.and("ruling.at")
			.gt(decidedAt)
			.and(DECISION)
			.ne(Decision.DISMISS)
			.and("reversal")
			.exists(false);
		var subject = Criteria.where(POST).is(other.grounds().post().id());
		return this.mongo.exists(new Query(subject.and("_id").ne(other.id()).orOperator(unresolved, restricting)),
				ModerationCase.class);
	}

	public boolean existsForPost(String postId) {
		return this.mongo.exists(new Query(Criteria.where(POST).is(postId)), ModerationCase.class);
	}

	/** Counts an author's posts that readers have reported in a period, up to a limit. */
	public long countReported(String authorId, Instant after, Instant until, int limit) {
		return this.mongo.count(new Query(
				Criteria.where(AUTHOR).is(authorId).and("reported").is(true).and("openedAt").gt(after).lte(until))
			.limit(limit), ModerationCase.class);
	}

	/** Counts the warnings of an author that were not reversed. */
	public long countWarnings(String authorId) {
		return this.mongo.count(new Query(
				Criteria.where(AUTHOR).is(authorId).and(DECISION).is(Decision.WARN).and("reversal").exists(false)),
				ModerationCase.class);
	}

	/**
	 * Shows a text with its title and tags in the unresolved case of its post, unless
	 * that has a later one. The version grows, so no moderator decides about a text that
	 * they have not seen; what the case began with stays beside it.
	 */
	void showLater(ContentEdited edited) {
		var revision = edited.revision();
		var version = revision.post();
		var earlier = new Criteria().orOperator(Criteria.where(VERSION).lt(version),
				Criteria.where(VERSION).is(version).and("grounds.revision.title").lt(revision.title()));
		var open = Criteria.where(POST).is(edited.contentId()).and("status").in(CaseStatus.OPEN, CaseStatus.CLAIMED);
		var change = AggregationUpdate.newUpdate()
			.set("firstTitle")
			.toValue(first("firstTitle", "grounds.thread.title"))
			.set("firstTags")
			.toValue(first("firstTags", "grounds.thread.tags"))
			.set("firstText")
			.toValue(ConditionalOperators.ifNull("firstText").thenValueOf("grounds.content"))
			.set(VERSION)
			.toValue(version)
			.set("grounds.revision.title")
			.toValue(revision.title())
			.set("grounds.content")
			.toValue(new Document("$literal", edited.text()))
			.set("grounds.thread.title")
			.toValue(new Document("$literal", edited.thread().title()))
			.set("grounds.thread.tags")
			.toValue(new Document("$literal", edited.thread().tags()))
			.set("version")
			.toValue(ArithmeticOperators.valueOf("version").add(1));
		this.mongo.updateFirst(new Query(open.andOperator(earlier)), change, ModerationCase.class);
	}

	/**
	 * The value with which a case began, or nothing if that was not kept when the first
	 * edit arrived.
	 */
	private static Document first(String field, String present) {
		var isEdited = new Document("$gt", Arrays.asList("$firstText", null));
		return new Document("$cond", List.of(isEdited, "$" + field, "$" + present));
	}

	/** Moves all cases of a thread to another category. */
	public void moveThread(String threadId, ModeratedThreadReference.Category category) {
		this.mongo.updateMulti(new Query(Criteria.where(THREAD).is(threadId)),
				new Update().set("grounds.thread.category", category).inc("version", 1), ModerationCase.class);
	}

	/** Moves all cases of a post to another thread. */
	public void movePost(ModeratedPostReference post, ModeratedThreadReference thread) {
		this.mongo.updateMulti(new Query(Criteria.where(POST).is(post.id())),
				new Update().set("grounds.post", post).set("grounds.thread", thread).inc("version", 1),
				ModerationCase.class);
	}

	long countUnresolved() {
		return this.mongo.count(new Query(Criteria.where("status").in(CaseStatus.OPEN, CaseStatus.CLAIMED)),
				ModerationCase.class);
	}

	/**
	 * The query parameters of the list of cases.
	 *
	 * @param status only cases in this status
	 * @param limit the size of the page; 20 by default
	 */
	public record CaseQuery(
			@Parameter(example = "open") @Pattern(regexp = "open|claimed|decided|withdrawn",
					message = "must be open, claimed, decided or withdrawn") @Nullable String status,
			@Nullable String cursor,
			@Parameter(example = "20") @Min(value = 1, message = "must be 1 to 100") @Max(value = 100,
					message = "must be 1 to 100") @Nullable Integer limit)
			implements
				PageQuery {
	}

}
