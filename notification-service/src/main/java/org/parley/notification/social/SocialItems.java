package org.parley.notification.social;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.social.SocialVisibility;
import org.parley.platform.mongo.transaction.VersionedUpsert;
import org.parley.platform.readmodels.relation.PersonRelation;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The known state of social posts, comments, reactions and accounts from events. */
@Component
class SocialItems {

	private final MongoOperations mongo;

	private final InstantSource clock;

	SocialItems(MongoOperations mongo, InstantSource clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	/**
	 * Stores an item that is shown.
	 * @return false if the same or a newer version is stored
	 */
	boolean saveShown(String id, String personId, @Nullable SocialVisibility visibility, long version) {
		return save(new SocialItem(id, personId, visibility, true, version, this.clock.instant()));
	}

	/**
	 * Stores that an item is no longer shown.
	 * @return false if the same or a newer version is stored
	 */
	boolean saveRemoved(String id, String personId, long version) {
		return save(new SocialItem(id, personId, null, false, version, this.clock.instant()));
	}

	private boolean save(SocialItem item) {
		return VersionedUpsert.replaceOlder(this.mongo, item, SocialItem.class)
			.filter((known) -> known.version() >= item.version())
			.isEmpty();
	}

	/**
	 * Claims a post for this transaction, so that a concurrent removal is retried, and
	 * withdraws what this transaction stores.
	 */
	void claim(String postId) {
		this.mongo.updateFirst(new Query(Criteria.where("_id").is(postId)), new Update().inc("claims", 1),
				SocialItem.class);
	}

	/** The known items among some ids, by id. */
	Map<String, SocialItem> find(Collection<String> ids) {
		return this.mongo.find(new Query(Criteria.where("_id").in(ids)), SocialItem.class)
			.stream()
			.collect(Collectors.toMap(SocialItem::id, Function.identity()));
	}

	/** The ids of the known posts of a person. */
	List<String> findPosts(String personId) {
		var posts = new Query(Criteria.where("personId").is(personId).and("visibility").exists(true));
		posts.fields().include("_id");
		return this.mongo.find(posts, Document.class, this.mongo.getCollectionName(SocialItem.class))
			.stream()
			.map((post) -> post.getString("_id"))
			.toList();
	}

	/** Stores the privacy of an account, unless a newer one is stored. */
	void save(SocialAccount account) {
		VersionedUpsert.replaceOlder(this.mongo, account, SocialAccount.class);
	}

	/** Returns the people whose accounts are private. */
	Set<String> closedAmong(Collection<String> personIds) {
		var closed = Criteria.where("_id").in(personIds).and("closed").is(true);
		return this.mongo.find(new Query(closed), SocialAccount.class)
			.stream()
			.map(SocialAccount::id)
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Stores a relation in the transaction of its event.
	 * @return false if the same or a newer version is stored
	 */
	boolean save(PersonRelation relation) {
		return VersionedUpsert.replaceOlder(this.mongo, relation, PersonRelation.class)
			.filter((known) -> known.version() >= relation.version())
			.isEmpty();
	}

}
