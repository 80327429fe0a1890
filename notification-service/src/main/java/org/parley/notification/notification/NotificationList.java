package org.parley.notification.notification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.parley.notification.category.CategoryRights;
import org.parley.notification.category.NotificationCategories;
import org.parley.notification.person.RecipientPeople;
import org.parley.notification.person.RecipientPerson;
import org.parley.notification.preference.NotificationKind;
import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.readmodels.category.Rights;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The notification list of each user; it excludes categories the user may not read. */
@Component
class NotificationList {

	/** Notifications per digest. */
	private static final int DIGEST_CHOICE = 200;

	private final MongoOperations mongo;

	private final NotificationCategories notificationCategories;

	private final RecipientPeople recipientPeople;

	NotificationList(MongoOperations mongo, NotificationCategories notificationCategories,
			RecipientPeople recipientPeople) {
		this.mongo = mongo;
		this.notificationCategories = notificationCategories;
		this.recipientPeople = recipientPeople;
	}

	/**
	 * Lets one transaction at a time change the unread notifications of users, so that
	 * published counts are exact.
	 */
	void claim(Collection<String> userIds) {
		this.recipientPeople.claim(userIds);
	}

	long countUnread(String userId) {
		var rights = this.recipientPeople.findById(userId)
			.map(RecipientPerson::rights)
			.orElse(Rights.of(Audience.MEMBERS));
		return countUnread(userId, rights);
	}

	long countUnread(String userId, Rights rights) {
		return this.mongo.count(new Query(readable(userId, rights).and("read").is(false)), Notification.class);
	}

	/**
	 * Counts the unread notifications of users that they may read, by user, with one
	 * query.
	 */
	Map<String, Long> countUnread(Collection<RecipientPerson> people, CategoryRights rights) {
		var unread = new HashMap<String, Long>();
		var own = people.stream()
			.collect(Collectors.toMap(RecipientPerson::id, RecipientPerson::rights, (same, _) -> same));
		for (var group : countByCategory(own.keySet())) {
			var key = group.get("_id", new Document());
			var userId = key.getString("userId");
			var categoryId = key.getString("categoryId");
			var reader = own.getOrDefault(userId, Rights.of(Audience.EVERYONE));
			if (categoryId == null || rights.mayRead(categoryId, reader).orElse(false)) {
				unread.merge(userId, group.get("count", Number.class).longValue(), Long::sum);
			}
		}
		return unread;
	}

	private List<Document> countByCategory(Collection<String> userIds) {
		var unread = new Document("userId", new Document("$in", List.copyOf(userIds))).append("listed", true)
			.append("read", false);
		var key = new Document("userId", "$userId").append("categoryId", "$categoryId");
		var counts = List.of(new Document("$match", unread),
				new Document("$group", new Document("_id", key).append("count", new Document("$sum", 1))));
		return Objects.requireNonNull(this.mongo.execute(Notification.class,
				(notifications) -> notifications.aggregate(counts).into(new ArrayList<>())));
	}

	/**
	 * Unread notifications of some kinds with news of a period, newest first, in the list
	 * or not.
	 */
	List<Notification> findUnread(RecipientPerson recipientPerson, Collection<NotificationKind> kinds, Instant since,
			Instant until) {
		var wanted = Notifications.of(recipientPerson.id())
			.and("categoryId")
			.in(places(recipientPerson.rights()))
			.and("kind")
			.in(kinds)
			.and("read")
			.is(false)
			.and("createdAt")
			.lt(until)
			.orOperator(Criteria.where("newsAt").gte(since), Criteria.where("createdAt").gte(since));
		return this.mongo.find(new Query(wanted).with(newestFirst()).limit(Limit.of(DIGEST_CHOICE)),
				Notification.class);
	}

	/**
	 * Has the next news of some kinds begin other notifications than those that no list
	 * shows: a digest has told of them.
	 */
	void closeUnlisted(String userId, Collection<NotificationKind> kinds) {
		var open = Criteria.where("userId")
			.is(userId)
			.and("listed")
			.is(false)
			.and("kind")
			.in(kinds)
			.and("openFor")
			.exists(true);
		this.mongo.updateMulti(new Query(open), new Update().unset("openFor").inc("version", 1), Notification.class);
	}

	/**
	 * A page of the list, unread first, then newest first. What is read after the first
	 * page keeps its place.
	 * @param edge the last item of the previous page; null for the first page
	 */
	List<Notification> findAfter(Filter filter, @Nullable Edge edge, int limit) {
		var unread = (edge == null || !edge.read()) ? findForwards(filter, false, edge, limit)
				: List.<Notification>of();
		if (filter.unreadOnly() || unread.size() == limit) {
			return unread;
		}
		var read = findForwards(filter, true, edge, limit - unread.size());
		return Stream.concat(unread.stream(), read.stream()).toList();
	}

	/** The page before an edge, in reverse order. */
	List<Notification> findBefore(Filter filter, Edge edge, int limit) {
		var found = new ArrayList<Notification>();
		if (edge.read() && !filter.unreadOnly()) {
			found.addAll(findBackwards(filter, true, edge, limit));
		}
		if (found.size() < limit) {
			found.addAll(findBackwards(filter, false, edge, limit - found.size()));
		}
		return found;
	}

	private List<Notification> findForwards(Filter filter, boolean read, @Nullable Edge edge, int limit) {
		var criteria = criteria(filter, read, edge);
		var wanted = (edge != null && edge.read() == read) ? criteria.and("_id").lt(edge.id()) : criteria;
		return this.mongo.find(new Query(wanted).with(newestFirst()).limit(Limit.of(limit)), Notification.class);
	}

	private List<Notification> findBackwards(Filter filter, boolean read, Edge edge, int limit) {
		var criteria = criteria(filter, read, edge);
		var wanted = (edge.read() == read) ? criteria.and("_id").gt(edge.id()) : criteria;
		return this.mongo.find(new Query(wanted).with(newestFirst().reverse()).limit(Limit.of(limit)),
				Notification.class);
	}

	private Criteria criteria(Filter filter, boolean read, @Nullable Edge edge) {
		var readable = readable(filter.userId(), filter.rights());
		var criteria = (filter.kind() != null) ? readable.and("kind").is(filter.kind()) : readable;
		if (edge == null || filter.unreadOnly()) {
			return criteria.and("read").is(read);
		}
		return read ? criteria.and("read").is(true).and("readAt").lte(edge.began())
				: criteria.and("read").in(false, true).and("readAt").not().lte(edge.began());
	}

	/** A notification of a user, unless the user may not read its category. */
	Optional<Notification> find(String id, String userId, Rights rights) {
		return Optional.ofNullable(this.mongo.findById(id, Notification.class))
			.filter((notification) -> notification.userId().equals(userId))
			.filter((notification) -> mayRead(notification.categoryId(), rights));
	}

	private boolean mayRead(@Nullable String category, Rights rights) {
		return category == null || this.notificationCategories.mayRead(category, rights).orElse(false);
	}

	private Criteria readable(String userId, Rights rights) {
		return Criteria.where("userId").is(userId).and("listed").is(true).and("categoryId").in(places(rights));
	}

	/** Notifications without a place have no category. */
	private List<@Nullable String> places(Rights rights) {
		var places = new ArrayList<@Nullable String>(this.notificationCategories.readableBy(rights));
		places.add(null);
		return places;
	}

	private static Sort newestFirst() {
		return Sort.by(Sort.Direction.DESC, "_id");
	}

	/**
	 * A filter of the list.
	 *
	 * @param kind only notifications of this kind
	 * @param unreadOnly only unread notifications
	 */
	record Filter(String userId, Rights rights, @Nullable NotificationKind kind, boolean unreadOnly) {
	}

	/**
	 * A position in the list.
	 *
	 * @param read whether it is among read notifications
	 * @param began the time when the reader requested the first page
	 */
	record Edge(boolean read, String id, Instant began) {
	}

}
