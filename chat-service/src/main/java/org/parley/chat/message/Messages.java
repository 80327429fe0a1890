package org.parley.chat.message;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.github.f4b6a3.ulid.Ulid;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.parley.chat.conversation.Participation;
import org.parley.platform.mongo.transaction.BatchedInserts;
import org.parley.platform.web.paging.Cursor;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The stored messages and their revisions. */
@Component
public class Messages implements InitializingBean {

	private static final String CONVERSATION = "conversationId";

	private static final String AUTHOR = "authorId";

	private static final String STATUS = "status";

	private static final String SEQ = "seq";

	private static final String RULING = "ruling";

	private static final String HANDLED = "handled_messages";

	private static final Duration HANDLED_KEPT = Duration.ofHours(1);

	private static final int COUNTED = 1_000;

	private final MongoOperations mongo;

	private final BatchedInserts inserts;

	private final RecentMessages recent;

	private final InstantSource clock;

	Messages(MongoOperations mongo, BatchedInserts inserts, RecentMessages recent, InstantSource clock) {
		this.mongo = mongo;
		this.inserts = inserts;
		this.recent = recent;
		this.clock = clock;
	}

	@Override
	public void afterPropertiesSet() {

		this.mongo.indexOps(HANDLED).createIndex(new Index("at", Direction.ASC).expire(HANDLED_KEPT));
	}

	/** Inserts a message at the end of the transaction. */
	public void insert(Message message) {
		this.recent.append(message);
		this.inserts.insert(message);
	}

	/**
	 * Inserts a message at once, as a later one of the same transaction may answer or
	 * repeat it.
	 */
	public void insertReadable(Message message) {
		this.recent.append(message);
		this.mongo.insert(message);
	}

	/** Notes that an accepted message was taken from its queue, in the transaction. */
	public void markHandled(String conversationId, String id) {
		this.recent.settle(conversationId, id);
		this.mongo.save(new Document("_id", id).append("at", this.clock.instant()), HANDLED);
	}

	/** Whether an accepted message was taken from its queue within the last hour. */
	public boolean isHandled(String id) {
		return this.mongo.exists(new Query(Criteria.where("_id").is(id)), HANDLED);
	}

	public Optional<Message> find(String id) {
		return Optional.ofNullable(this.mongo.findById(id, Message.class));
	}

	public Optional<Message> find(String conversationId, String authorId, String clientId) {
		var named = Criteria.where(AUTHOR)
			.is(authorId)
			.and(CONVERSATION)
			.is(conversationId)
			.and("clientId")
			.is(clientId);
		return Optional.ofNullable(this.mongo.findOne(new Query(named), Message.class));
	}

	/** Makes a message forget the id that its author's client gave it. */
	public void forgetClientId(String id) {
		this.mongo.updateFirst(new Query(Criteria.where("_id").is(id)), new Update().unset("clientId"), Message.class);
	}

	/** Returns the existing messages among some ids, by id. */
	public Map<String, Message> byId(Collection<String> ids) {
		if (ids.isEmpty()) {
			return Map.of();
		}
		return this.mongo.find(new Query(Criteria.where("_id").in(ids)), Message.class)
			.stream()
			.collect(Collectors.toUnmodifiableMap(Message::id, (message) -> message));
	}

	/**
	 * Finds a page of a conversation, newest first, or oldest first for a backward
	 * cursor.
	 */
	public List<Message> page(String conversationId, @Nullable Cursor from, int max) {
		var place = Criteria.where(CONVERSATION).is(conversationId);
		var back = from != null && from.backwards();
		if (from != null) {
			place = back ? place.and(SEQ).gt(from.number(0)) : place.and(SEQ).lt(from.number(0));
		}
		var order = Sort.by(back ? Direction.ASC : Direction.DESC, SEQ);
		return this.mongo.find(new Query(place).with(order).limit(max), Message.class);
	}

	/** Finds the messages with numbers in a range, oldest first. */
	public List<Message> between(String conversationId, long from, long through) {
		var range = Criteria.where(CONVERSATION).is(conversationId).and(SEQ).gte(from).lte(through);
		return this.mongo.find(new Query(range).with(Sort.by(SEQ)), Message.class);
	}

	/** Finds the next messages after a number, oldest first. */
	public List<Message> oldest(String conversationId, long after, int max) {
		var next = Criteria.where(CONVERSATION).is(conversationId).and(SEQ).gt(after);
		return this.mongo.find(new Query(next).with(Sort.by(SEQ)).limit(max), Message.class);
	}

	/**
	 * Finds the messages after an id that have media, or are deleted and may have had.
	 */
	public List<Message> withMedia(@Nullable String id, int max) {
		var some = new Criteria().orOperator(Criteria.where("mediaIds").exists(true),
				Criteria.where(STATUS).is(MessageStatus.DELETED));
		var rest = (id != null) ? some.and("_id").gt(id) : some;
		return this.mongo.find(new Query(rest).with(Sort.by("_id")).limit(max), Message.class);
	}

	/** Finds the id of the latest message that is not among some. */
	public Optional<String> latest(String conversationId, Collection<String> except) {
		var others = Criteria.where(CONVERSATION).is(conversationId).and("_id").nin(except);
		return Optional
			.ofNullable(this.mongo.findOne(new Query(others).with(Sort.by(Direction.DESC, SEQ)), Message.class))
			.map(Message::id);
	}

	/** Removes messages of a conversation with their earlier texts; nothing remains. */
	public void remove(String conversationId, Collection<String> ids) {
		this.recent.drop(conversationId);
		this.mongo.remove(new Query(Criteria.where("_id").in(ids)), Message.class);
		this.mongo.remove(new Query(Criteria.where("messageId").in(ids)), MessageRevision.class);
	}

	/**
	 * Writes a change that increased the version by one, and keeps the earlier text. The
	 * text can be read in the same transaction, because a decision and its reversal may
	 * be handled together.
	 * @throws OptimisticLockingFailureException if another writer has changed the message
	 */
	public void update(Message before, Message after, Instant now) {
		this.recent.replace(after);
		var unchanged = new Query(Criteria.where("_id").is(before.id()).and("version").is(before.version()));
		var change = new Update().set("text", after.text())
			.set("html", after.html())
			.set("words", after.words())
			.set(STATUS, after.status())
			.set("editedAt", after.editedAt())
			.set("version", after.version())
			.set("textVersion", after.textVersion())
			.set(RULING, after.ruling());
		if (after.isDeleted()) {
			change.set("reactions", Map.of()).unset("mediaIds");
		}
		if (this.mongo.updateFirst(unchanged, change, Message.class).getMatchedCount() == 0) {
			throw new OptimisticLockingFailureException("Another writer has changed the message");
		}
		if (before.text() != null) {
			this.mongo.insert(MessageRevision.of(before, now));
		}
	}

	/** Keeps a decision that changes nothing else. */
	public void update(Message message, MessageRuling ruling) {
		this.mongo.updateFirst(new Query(Criteria.where("_id").is(message.id())), Update.update(RULING, ruling),
				Message.class);
	}

	/** Finds the text that a message had in an earlier version. */
	public Optional<String> findText(Message message, long version) {
		var earlier = Criteria.where("messageId").is(message.id()).and("version").is(version);
		return Optional.ofNullable(this.mongo.findOne(new Query(earlier), MessageRevision.class))
			.flatMap((revision) -> Optional.ofNullable(revision.text()));
	}

	/** Finds the first and the last earlier texts of a message, oldest first. */
	public List<MessageRevision> earlierTexts(Message message, int ofEach) {
		var found = new TreeMap<Long, MessageRevision>();
		for (var order : Direction.values()) {
			var query = new Query(Criteria.where("messageId").is(message.id())).with(Sort.by(order, "version"))
				.limit(ofEach);
			this.mongo.find(query, MessageRevision.class)
				.forEach((revision) -> found.put(revision.version(), revision));
		}
		return List.copyOf(found.values());
	}

	/**
	 * Changes the number of reactions with an emoji.
	 * @return the message after the change; empty if it is deleted
	 */
	public Optional<Message> countReaction(Message message, String emoji, int change) {
		this.recent.drop(message.conversationId());
		var kept = new Query(Criteria.where("_id").is(message.id()).and(STATUS).ne(MessageStatus.DELETED));
		var field = "reactions." + emoji;
		var changed = this.mongo.findAndModify(kept, new Update().inc(field, change),
				FindAndModifyOptions.options().returnNew(true), Message.class);
		if (changed == null || changed.reactions().getOrDefault(emoji, 0) > 0) {
			return Optional.ofNullable(changed);
		}
		return Optional.ofNullable(this.mongo.findAndModify(kept, new Update().unset(field),
				FindAndModifyOptions.options().returnNew(true), Message.class));
	}

	/**
	 * Finds the latest messages of an author in all conversations, newest first, by their
	 * ids alone.
	 */
	public List<SentMessage> sentSince(String authorId, Instant since, int max) {
		var recent = Criteria.where(AUTHOR).is(authorId).and("_id").gt(Ulid.min(since.toEpochMilli()).toString());
		var query = new Query(recent).with(Sort.by(Direction.DESC, "_id")).limit(max);
		query.fields().include("_id", CONVERSATION);
		return this.mongo.find(query, Document.class, "messages")
			.stream()
			.map((found) -> new SentMessage(Ulid.getInstant(found.getString("_id")), found.getString(CONVERSATION)))
			.toList();
	}

	/**
	 * Counts the unread messages of a person: those of others after the position that are
	 * not deleted, among the latest {@value #COUNTED} of each conversation. Every page of
	 * the web client counts them.
	 * @return the counts by conversation, without those that are zero
	 */
	public Map<String, Long> unread(List<Participation> participations) {
		if (participations.isEmpty()) {
			return Map.of();
		}
		var unread = new Criteria().orOperator(participations.stream().map(Messages::unread).toList());
		var counted = Aggregation.newAggregation(Aggregation.match(unread),
				Aggregation.group(CONVERSATION).count().as("count"));
		return this.mongo.aggregate(counted, Message.class, Document.class)
			.getMappedResults()
			.stream()
			.collect(Collectors.toMap((count) -> count.getString("_id"),
					(count) -> count.get("count", Number.class).longValue()));
	}

	private static Criteria unread(Participation participation) {
		var membership = participation.membership();
		return Criteria.where(CONVERSATION)
			.is(membership.conversationId())
			.and(SEQ)
			.gt(Math.max(membership.position(), participation.conversation().lastSeq() - COUNTED))
			.and(AUTHOR)
			.ne(membership.personId())
			.and(STATUS)
			.is(MessageStatus.ACTIVE);
	}

	/** The time and place of a message. */
	public record SentMessage(Instant at, String conversationId) {
	}

}
