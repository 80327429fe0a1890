package org.parley.notification.conversation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.bson.Document;
import org.parley.platform.mongo.cluster.MongoDueRecords;
import org.parley.platform.mongo.transaction.ContendedUpsert;

import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The stored memberships, and the claims of their conversations. */
@Component
class RecipientMemberships extends MongoDueRecords<RecipientMembership> {

	private static final Duration PAUSE = Duration.ofMinutes(1);

	private static final String CONVERSATIONS = "chat_conversations";

	private static final String DUE = "dueAt";

	private final MongoOperations mongo;

	private final InstantSource clock;

	RecipientMemberships(MongoOperations mongo, InstantSource clock) {
		super(mongo, RecipientMembership.class, DUE, clock);
		this.mongo = mongo;
		this.clock = clock;
	}

	/**
	 * Lets one transaction at a time handle events of a conversation, so that each sees
	 * the changes of all others.
	 */
	ClaimedConversation claim(String conversationId) {
		return ContendedUpsert
			.write(() -> Optional.ofNullable(this.mongo.findAndModify(
					new Query(Criteria.where("_id").is(conversationId)), new Update().inc("changes", 1),
					FindAndModifyOptions.options().upsert(true).returnNew(true), Document.class, CONVERSATIONS)))
			.map((claimed) -> new ClaimedConversation(!claimed.getBoolean("removed", false), claimed.get("named", 0L),
					claimed.getString("name")))
			.orElseGet(() -> new ClaimedConversation(true, 0, null));
	}

	/** Names a claimed conversation. */
	void name(ConversationPlace conversation, long version) {
		this.mongo.updateFirst(new Query(Criteria.where("_id").is(conversation.id())),
				Update.update("name", conversation.name()).set("named", version), CONVERSATIONS);
	}

	/** Names a conversation in the memberships of its members. */
	void nameMembers(ConversationPlace conversation) {
		this.mongo.updateMulti(new Query(ofMembers(Set.of(conversation.id()))),
				Update.update("conversation", conversation), RecipientMembership.class);
	}

	/** Marks a claimed conversation as removed. */
	void remove(String conversationId) {
		this.mongo.updateFirst(new Query(Criteria.where("_id").is(conversationId)),
				Update.update("removed", true).unset("name"), CONVERSATIONS);
	}

	/** Finds the membership of a conversation, which an event has just named. */
	RecipientMembership find(String personId, ConversationPlace conversation) {
		return find(RecipientMembership.id(personId, conversation.id())).map((known) -> known.in(conversation))
			.orElseGet(() -> RecipientMembership.unknown(personId, conversation));
	}

	Optional<RecipientMembership> find(String id) {
		return Optional.ofNullable(this.mongo.findById(id, RecipientMembership.class));
	}

	List<RecipientMembership> findMembers(String conversationId) {
		return findMembers(Set.of(conversationId));
	}

	/** Finds the members of all of some conversations. */
	List<RecipientMembership> findMembers(Set<String> conversationIds) {
		return this.mongo.find(new Query(ofMembers(conversationIds)), RecipientMembership.class);
	}

	private static Criteria ofMembers(Set<String> conversationIds) {
		return Criteria.where("conversationId").in(conversationIds).and("member").is(true);
	}

	void save(RecipientMembership membership) {
		this.mongo.save(membership);
	}

	/**
	 * Notes when mails are due, for those who await none and have received none.
	 */
	void schedule(Collection<RecipientMembership> due) {
		if (due.isEmpty()) {
			return;
		}
		var updates = this.mongo.bulkOps(BulkMode.UNORDERED, RecipientMembership.class);
		due.forEach((member) -> updates.updateOne(
				new Query(Criteria.where("_id").is(member.id()).and("mailed").is(false).and(DUE).exists(false)),
				Update.update(DUE, member.dueAt()).set("conversation", member.conversation())));
		updates.execute();
	}

	/** Postpones a mail that could not be queued. */
	@Override
	public void postpone(RecipientMembership membership) {
		this.mongo.updateFirst(new Query(Criteria.where("_id").is(membership.id()).and(DUE).is(membership.dueAt())),
				Update.update(DUE, this.clock.instant().plus(PAUSE)), RecipientMembership.class);
	}

}
