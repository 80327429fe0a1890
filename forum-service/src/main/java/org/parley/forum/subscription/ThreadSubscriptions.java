package org.parley.forum.subscription;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.platform.web.paging.OrderedPage;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;

import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The stored subscriptions. */
@Component
public class ThreadSubscriptions {

	private final MongoOperations mongo;

	ThreadSubscriptions(MongoOperations mongo) {
		this.mongo = mongo;
	}

	public List<ThreadSubscription> findFollowing(SubscriptionTarget target, int limit) {
		var followed = Criteria.where("target.id").is(target.id()).and("level").is(SubscriptionLevel.FOLLOWING);
		return this.mongo.find(new Query(followed.and("target.kind").is(target.kind())).limit(limit),
				ThreadSubscription.class);
	}

	public Optional<ThreadSubscription> find(String memberId, SubscriptionTarget target) {
		return Optional
			.ofNullable(this.mongo.findById(ThreadSubscription.id(memberId, target), ThreadSubscription.class));
	}

	public void save(ThreadSubscription threadSubscription) {
		this.mongo.save(threadSubscription);
	}

	/** Finds the subscriptions of the next members by id, and all of the last member. */
	List<ThreadSubscription> findByMembersAfter(@Nullable String memberId, int limit) {
		var next = (memberId != null) ? new Query(Criteria.where("memberId").gt(memberId)) : new Query();
		var page = find(next.limit(limit));
		if (page.size() < limit) {
			return page;
		}
		var last = page.getLast().memberId();
		var whole = page.stream().filter((subscription) -> !subscription.memberId().equals(last));
		return Stream.concat(whole, find(new Query(Criteria.where("memberId").is(last))).stream()).toList();
	}

	private List<ThreadSubscription> find(Query query) {
		return this.mongo.find(query.with(Sort.by("memberId", "_id")), ThreadSubscription.class);
	}

	/**
	 * Finds a member's subscriptions at some levels, of one kind or all, by kind and id.
	 */
	Paged<ThreadSubscription> findPage(String memberId, ThreadSubscriptionRequest request) {
		var own = Criteria.where("memberId").is(memberId).and("level").in(request.levels());
		if (request.targetKind() != null) {
			own = own.and("target.kind").is(request.targetKind());
		}
		return new OrderedPage(request, "kind", Direction.ASC, "_id").find(this.mongo, new Query(own),
				ThreadSubscription.class, ThreadSubscription::id);
	}

	/**
	 * Selects a page of the caller's subscriptions.
	 *
	 * @param kind only subscriptions to threads, categories or tags
	 * @param level only followed or only muted targets
	 * @param limit the maximum number of items, 20 by default
	 */
	record ThreadSubscriptionRequest(
			@Pattern(regexp = "thread|category|tag", message = "must be thread, category or tag") @Nullable String kind,
			@Pattern(regexp = "following|muted", message = "must be following or muted") @Nullable String level,
			@Size(max = 512, message = "must be a cursor of this list") @Nullable String cursor,
			@Min(value = 1, message = "must be at least 1") @Max(value = 100,
					message = "must be at most 100") @Nullable Integer limit)
			implements
				PageQuery {

		SubscriptionTarget.@Nullable Kind targetKind() {
			return (this.kind != null) ? SubscriptionTarget.Kind.valueOf(this.kind.toUpperCase(Locale.ROOT)) : null;
		}

		Collection<SubscriptionLevel> levels() {
			return (this.level != null) ? List.of(SubscriptionLevel.valueOf(this.level.toUpperCase(Locale.ROOT)))
					: List.of(SubscriptionLevel.FOLLOWING, SubscriptionLevel.MUTED);
		}

	}

}
