package org.parley.chat.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.parley.chat.recent.RecentChanges;
import org.parley.chat.recent.RecentEffect;
import org.parley.platform.web.paging.OrderedPage;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;

import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The stored memberships. */
@Component
public class Memberships {

	private static final String CONVERSATION = "conversationId";

	private static final String VERSION = "version";

	private final MongoOperations mongo;

	private final RecentChanges recent;

	Memberships(MongoOperations mongo, RecentChanges recent) {
		this.mongo = mongo;
		this.recent = recent;
	}

	/** Inserts the memberships of a new conversation. */
	public void insert(List<Membership> memberships) {
		this.mongo.insert(memberships, Membership.class);
	}

	/** Inserts the membership of a person who may have left before. */
	public void add(Membership membership) {
		this.recent.change(membership.conversationId(), RecentEffect.forget(membership.personId()));
		this.mongo.insert(membership);
	}

	public Optional<Membership> find(String conversationId, String personId) {
		return Optional.ofNullable(this.mongo.findById(Membership.id(personId, conversationId), Membership.class));
	}

	/** Finds all memberships of a person. */
	public List<Membership> ofPerson(String personId) {
		var own = Criteria.where("_id").gte(personId + ":").lt(personId + ";");
		return this.mongo.find(new Query(own), Membership.class);
	}

	/**
	 * Finds a page of the memberships of a person.
	 * @param after the id of the last one, or null for the first page
	 */
	public List<Membership> ofPerson(String personId, @Nullable String after, int limit) {
		var own = Criteria.where("_id").gt((after != null) ? after : personId + ":").lt(personId + ";");
		return this.mongo.find(new Query(own).with(Sort.by("_id")).limit(limit), Membership.class);
	}

	/** Returns the given conversations of which a person is a member. */
	public Set<String> among(String personId, List<String> conversationIds) {
		var ids = conversationIds.stream().map((id) -> Membership.id(personId, id)).toList();
		return this.mongo.find(new Query(Criteria.where("_id").in(ids)), Membership.class)
			.stream()
			.map(Membership::conversationId)
			.collect(Collectors.toUnmodifiableSet());
	}

	/** Finds the memberships up to a version in the order of joining. */
	public List<Membership> through(String conversationId, long version) {
		var joined = Criteria.where(CONVERSATION).is(conversationId).and(VERSION).lte(version);
		return this.mongo.find(new Query(joined).with(Sort.by(VERSION)), Membership.class);
	}

	/** Finds the first members of a conversation except one, in the order of joining. */
	public List<String> firstMembers(String conversationId, String exceptFor) {
		return others(conversationId, exceptFor, Conversation.FIRST);
	}

	/** Finds members of a conversation except one, in the order of joining. */
	public List<String> others(String conversationId, String exceptFor, int limit) {
		var query = new Query(Criteria.where(CONVERSATION).is(conversationId)).with(Sort.by(VERSION)).limit(limit + 1);
		return this.mongo.find(query, Membership.class)
			.stream()
			.map(Membership::personId)
			.filter((id) -> !id.equals(exceptFor))
			.limit(limit)
			.toList();
	}

	/** Finds memberships of a conversation in the order of joining, which is unique. */
	public Paged<Membership> findPage(String conversationId, PageQuery page) {
		return new OrderedPage(page, "joined", Direction.ASC, VERSION, (from) -> from.number(0)).find(this.mongo,
				new Query(Criteria.where(CONVERSATION).is(conversationId)), Membership.class, Membership::version);
	}

	/** Removes a membership; returns whether it existed. */
	public boolean remove(String conversationId, String personId) {
		this.recent.change(conversationId, RecentEffect.deny(personId));
		return this.mongo.remove(byId(personId, conversationId), Membership.class).getDeletedCount() > 0;
	}

	/**
	 * Moves a read position forward.
	 * @return false if the person has read as far before
	 */
	public boolean moveForward(Membership membership, long position) {
		var behind = Criteria.where("_id").is(membership.id()).and("position").lt(position);
		return this.mongo.updateFirst(new Query(behind), Update.update("position", position), Membership.class)
			.getModifiedCount() > 0;
	}

	/** Mutes or unmutes a conversation for a member, who may have left it meanwhile. */
	public Optional<Membership> mute(Membership membership, @Nullable Instant until) {
		return Optional.ofNullable(this.mongo.findAndModify(byId(membership.personId(), membership.conversationId()),
				Update.update("mutedUntil", until).inc("muteVersion", 1),
				FindAndModifyOptions.options().returnNew(true), Membership.class));
	}

	private static Query byId(String personId, String conversationId) {
		return new Query(Criteria.where("_id").is(Membership.id(personId, conversationId)));
	}

}
