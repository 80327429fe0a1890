package org.parley.chat.conversation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.chat.recent.RecentChanges;
import org.parley.chat.recent.RecentEffect;
import org.parley.contracts.chat.ConversationKind;
import org.parley.platform.mongo.transaction.ContendedUpsert;
import org.parley.platform.web.paging.NewestFirst;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The stored conversations. */
@Component
public class Conversations {

	private static final String KIND = "kind";

	private static final String REMOVED = "removed";

	private static final String LAST = "lastMessageId";

	private static final FindAndModifyOptions CHANGED = FindAndModifyOptions.options().returnNew(true);

	private final MongoOperations mongo;

	private final RecentChanges recent;

	Conversations(MongoOperations mongo, RecentChanges recent) {
		this.mongo = mongo;
		this.recent = recent;
	}

	/**
	 * Inserts a conversation.
	 * @throws OptimisticLockingFailureException if the two people have one since the
	 * transaction began
	 */
	public void insert(Conversation conversation) {
		ContendedUpsert.write(() -> this.mongo.insert(conversation));
	}

	public Optional<Conversation> findDirect(String pair) {
		var direct = Criteria.where(KIND).is(ConversationKind.DIRECT).and("pair").is(pair);
		return Optional.ofNullable(this.mongo.findOne(new Query(direct), Conversation.class));
	}

	/** Finds a conversation that was not removed. */
	public Optional<Conversation> find(String id) {
		return Optional.ofNullable(this.mongo.findOne(existing(id), Conversation.class));
	}

	/** Finds the conversations among some ids that were not removed. */
	public List<Conversation> find(Collection<String> ids) {
		return this.mongo.find(new Query(Criteria.where("_id").in(ids).and(REMOVED).is(false)), Conversation.class);
	}

	/**
	 * Finds the next conversations of a kind that have messages, removed ones included.
	 */
	public List<Conversation> findWritten(ConversationKind kind, String after, int max) {
		var written = Criteria.where(KIND).is(kind).and("_id").gt(after).and(LAST).exists(true);
		return this.mongo.find(new Query(written).with(Sort.by("_id")).limit(max), Conversation.class);
	}

	/** Finds the conversations that follow an id, removed ones included. */
	public List<Conversation> after(@Nullable String id, int max) {
		var rest = (id != null) ? Criteria.where("_id").gt(id) : new Criteria();
		return this.mongo.find(new Query(rest).with(Sort.by("_id")).limit(max), Conversation.class);
	}

	/** Returns a conversation that was created, removed or not. */
	public Conversation findAny(String id) {
		return Objects.requireNonNull(this.mongo.findById(id, Conversation.class), "Conversations are kept");
	}

	/**
	 * Finds a page of rooms, newest first.
	 * @param categories the categories that the reader may read
	 * @param text a part of the name, or of its words, in any spelling
	 */
	public List<Conversation> findRooms(Set<String> categories, @Nullable String text, NewestFirst page) {
		var open = new Criteria().orOperator(Criteria.where("categoryId").is(null),
				Criteria.where("categoryId").in(categories));
		var rooms = Criteria.where(KIND).is(ConversationKind.ROOM).and(REMOVED).is(false).andOperator(open);
		var query = page.of(new Query(rooms));
		return (text != null) ? findNamed(query, new NamedLike(text)) : this.mongo.find(query, Conversation.class);
	}

	/** Administrators create rooms, so all can be looked at until a page is full. */
	private List<Conversation> findNamed(Query query, NamedLike text) {
		var max = query.getLimit();
		try (var rooms = this.mongo.stream(query.limit(Limit.unlimited()), Conversation.class)) {
			return rooms.filter((room) -> text.test(Objects.requireNonNull(room.name()))).limit(max).toList();
		}
	}

	/**
	 * Numbers the next message. Conflicts with other writers of the conversation until
	 * the commit, so the order of numbers is the order of commits.
	 * @return the conversation with the message as its last one; empty if it was removed
	 */
	public Optional<Conversation> append(String id, String messageId, Instant now) {
		return change(id, new Update().inc("lastSeq", 1).set(LAST, messageId).set("updatedAt", now));
	}

	/** Names the last message after the removal of later ones; null if there is none. */
	public void replaceLast(String id, @Nullable String messageId) {
		var last = (messageId != null) ? Update.update(LAST, messageId) : new Update().unset(LAST);
		this.mongo.updateFirst(new Query(Criteria.where("_id").is(id)), last, Conversation.class);
	}

	/** Adds a member to the counters; returns the conversation with the new counters. */
	public Optional<Conversation> addMember(String id, String personId) {
		return change(id,
				new Update().inc("memberCount", 1)
					.inc("memberChanges", 1)
					.push("firstMembers")
					.slice(Conversation.FIRST)
					.each(personId));
	}

	/**
	 * Removes a member from the counters; returns the conversation with the new counters.
	 */
	public Optional<Conversation> removeMember(String id, List<String> firstMembers, String ownerId) {
		return change(id,
				new Update().inc("memberCount", -1)
					.inc("memberChanges", 1)
					.set("firstMembers", firstMembers)
					.set("ownerId", ownerId));
	}

	/** Changes the owner; returns the conversation with the new one. */
	public Optional<Conversation> giveTo(String id, String ownerId) {
		return change(id, new Update().set("ownerId", ownerId).inc("version", 1));
	}

	public Optional<Conversation> rename(String id, @Nullable String name, @Nullable String description, Instant now) {
		return change(id,
				new Update().set("name", name).set("description", description).set("updatedAt", now).inc("version", 1));
	}

	public Optional<Conversation> remove(String id) {
		this.recent.change(id, RecentEffect.close());
		return change(id, new Update().set(REMOVED, true).inc("version", 1));
	}

	private Optional<Conversation> change(String id, Update update) {
		return Optional.ofNullable(this.mongo.findAndModify(existing(id), update, CHANGED, Conversation.class));
	}

	private static Query existing(String id) {
		return new Query(Criteria.where("_id").is(id).and(REMOVED).is(false));
	}

}
