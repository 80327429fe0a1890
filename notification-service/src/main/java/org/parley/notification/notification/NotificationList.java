package org.parley.notification.notification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.notification.category.NotificationAudience;
import org.parley.notification.category.NotificationCategories;
import org.parley.notification.person.RecipientPeople;
import org.parley.notification.person.RecipientPerson;
import org.parley.notification.preference.NotificationKind;
import org.parley.platform.web.Ids;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** What a person finds in their list: never what lies where they may not read. */
@Component
class NotificationList {

	/** In one mail. */
	private static final int MOST = 20;

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
	 * Lets one transaction at a time change what a person has not read, so that the count
	 * of each is exact.
	 */
	void claim(String userId) {
		this.recipientPeople.claim(userId);
	}

	/** How many a person has not read. */
	long unread(String userId) {
		var audience = this.recipientPeople.byId(userId)
			.map(RecipientPerson::audience)
			.orElse(NotificationAudience.USER);
		return unread(userId, audience);
	}

	long unread(String userId, NotificationAudience audience) {
		return this.mongo.count(new Query(of(userId, audience).and("read").is(false)), Notification.class);
	}

	/** What they have not read of some kinds and of a time, newest first. */
	List<Notification> unread(RecipientPerson recipientPerson, Collection<NotificationKind> kinds, Instant since,
			Instant until) {
		var wanted = of(recipientPerson.id(), recipientPerson.audience()).and("kind")
			.in(kinds)
			.and("read")
			.is(false)
			.and("createdAt")
			.gte(since)
			.lt(until);
		return this.mongo.find(new Query(wanted).with(newest()).limit(Limit.of(MOST)), Notification.class);
	}

	/**
	 * A part of the list, the unread first, then the newest.
	 * @param edge the last that is known, exclusive; null at the start
	 */
	List<Notification> after(Filter filter, @Nullable Edge edge, int limit) {
		var unread = (edge == null || !edge.read()) ? find(filter, false, (edge != null) ? edge.id() : null, limit)
				: List.<Notification>of();
		if (filter.unreadOnly() || unread.size() == limit) {
			return unread;
		}
		var read = find(filter, true, (edge != null && edge.read()) ? edge.id() : null, limit - unread.size());
		return Stream.concat(unread.stream(), read.stream()).toList();
	}

	/** The same backwards: from an edge to the start. */
	List<Notification> before(Filter filter, Edge edge, int limit) {
		var found = new ArrayList<Notification>();
		if (edge.read() && !filter.unreadOnly()) {
			found.addAll(backwards(filter, true, edge.id(), limit));
		}
		if (found.size() < limit) {
			found.addAll(backwards(filter, false, edge.read() ? null : edge.id(), limit - found.size()));
		}
		return found;
	}

	private List<Notification> find(Filter filter, boolean read, @Nullable String beyond, int limit) {
		var criteria = criteria(filter, read);
		var wanted = (beyond != null) ? criteria.and("_id").lt(beyond) : criteria;
		return this.mongo.find(new Query(wanted).with(newest()).limit(Limit.of(limit)), Notification.class);
	}

	private List<Notification> backwards(Filter filter, boolean read, @Nullable String beyond, int limit) {
		var criteria = criteria(filter, read);
		var wanted = (beyond != null) ? criteria.and("_id").gt(beyond) : criteria;
		return this.mongo.find(new Query(wanted).with(newest().reverse()).limit(Limit.of(limit)), Notification.class);
	}

	private Criteria criteria(Filter filter, boolean read) {
		var criteria = of(filter.userId(), filter.audience()).and("read").is(read);
		return (filter.kind() != null) ? criteria.and("kind").is(filter.kind()) : criteria;
	}

	/** All of a person are read now. */
	void readAll(String userId, Instant now) {
		this.mongo.updateMulti(
				new Query(Criteria.where("userId").is(userId).and("listed").is(true).and("read").is(false)),
				new Update().set("read", true).set("readAt", now).unset("openFor").inc("version", 1),
				Notification.class);
	}

	/**
	 * The one that grows while it is not read. Nobody else changes it before the
	 * transaction ends: who comes second finds out at once, not when all is done.
	 */
	Optional<Notification> lockOpen(String group) {
		var open = new Query(Criteria.where("openFor").is(group));
		return Optional.ofNullable(this.mongo.findAndModify(open, new Update().set("lock", Ids.next()),
				FindAndModifyOptions.options().returnNew(true), Notification.class));
	}

	/** A notification without a place has null there. */
	private Criteria of(String userId, NotificationAudience audience) {
		var own = Criteria.where("userId").is(userId).and("listed").is(true);
		var places = new ArrayList<@Nullable String>(this.notificationCategories.readableBy(audience));
		places.add(null);
		return own.and("categoryId").in(places);
	}

	private static Sort newest() {
		return Sort.by(Sort.Direction.DESC, "_id");
	}

	/**
	 * Whose list, and what of it.
	 *
	 * @param userId its owner
	 * @param audience what they may read
	 * @param kind of one kind only
	 * @param unreadOnly without those that are read
	 */
	record Filter(String userId, NotificationAudience audience, @Nullable NotificationKind kind, boolean unreadOnly) {
	}

	/**
	 * A place in the list.
	 *
	 * @param read whether it is among the read ones
	 * @param id of the notification there
	 */
	record Edge(boolean read, String id) {
	}

}
