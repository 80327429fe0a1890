package org.parley.notification.conversation;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.bson.Document;
import org.parley.platform.mongo.transaction.VersionedUpsert;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The messages of the last thirty days, from events of chat-service. */
@Component
class KnownMessages {

	/** The largest number of messages that a notification counts after a change. */
	private static final int MAX_UNREAD = 1_000;

	private final MongoOperations mongo;

	KnownMessages(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/**
	 * Stores a message unless the same or a newer version is stored, in a transaction.
	 * @return whether it was stored
	 */
	boolean save(KnownMessage message) {
		return VersionedUpsert.replaceOlder(this.mongo, message, KnownMessage.class)
			.map((before) -> before.version() < message.version())
			.orElse(true);
	}

	/** Returns the ids of the given messages that are shown. */
	Set<String> findShown(Collection<String> ids) {
		var shown = new Query(Criteria.where("_id").in(ids).and("shown").is(true));
		shown.fields().include("_id");
		return this.mongo.find(shown, Document.class, this.mongo.getCollectionName(KnownMessage.class))
			.stream()
			.map((found) -> found.getString("_id"))
			.collect(Collectors.toUnmodifiableSet());
	}

	/** The shown messages of others that a member has not read, oldest first. */
	List<KnownMessage> findUnread(RecipientMembership membership) {
		if (!membership.member()) {
			return List.of();
		}
		var later = Criteria.where("conversationId")
			.is(membership.conversationId())
			.and("seq")
			.gt(membership.position());
		var latest = new Query(later).with(Sort.by(Sort.Direction.DESC, "seq")).limit(Limit.of(MAX_UNREAD));
		return this.mongo.find(latest, KnownMessage.class).reversed().stream().filter(membership::awaits).toList();
	}

}
