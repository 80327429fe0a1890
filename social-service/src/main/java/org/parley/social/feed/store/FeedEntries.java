package org.parley.social.feed.store;

import java.util.List;
import java.util.Optional;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.parley.platform.mongo.transaction.IdempotentInsert;
import org.parley.social.page.ListRange;

import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.FindAndReplaceOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * The stored entries of feeds. Their ids sort by owner and time, and need no other index.
 */
@Component
public class FeedEntries {

	private static final String ID = "_id";

	private final MongoOperations mongo;

	FeedEntries(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/** Adds entries outside of a transaction; those that exist stay as they are. */
	public void add(List<FeedEntry> entries) {
		IdempotentInsert.insertMissing(this.mongo, entries, FeedEntry.class);
	}

	/** Adds a few entries within a transaction; those that exist stay as they are. */
	public void addInTransaction(List<FeedEntry> entries) {
		if (entries.isEmpty()) {
			return;
		}
		var bulk = this.mongo.bulkOps(BulkMode.UNORDERED, FeedEntry.class);
		entries.forEach((entry) -> bulk.replaceOne(new Query(Criteria.where(ID).is(entry.id())), entry,
				FindAndReplaceOptions.options().upsert()));
		bulk.execute();
	}

	/** Finds the posts in a feed, newest first, not older than a floor. */
	public List<String> posts(String ownerId, @Nullable String floor, ListRange range) {
		var own = Criteria.where(ID);
		var edge = range.edge();
		var from = FeedEntry.id(ownerId, (floor != null) ? floor : "");
		if (edge != null && range.backwards()) {
			own = own.gt(FeedEntry.id(ownerId, edge)).lt(ownerId + ";");
		}
		else {
			own = own.gte(from).lt((edge != null) ? FeedEntry.id(ownerId, edge) : ownerId + ";");
		}
		var order = Sort.by(range.backwards() ? Direction.ASC : Direction.DESC, ID);
		return this.mongo.find(new Query(own).with(order).limit(range.max()), FeedEntry.class)
			.stream()
			.map((entry) -> FeedEntry.postId(entry.id()))
			.toList();
	}

	/** Finds the oldest post that a feed keeps; null for a feed that is not full. */
	public @Nullable String floor(String ownerId, int kept) {
		var own = Criteria.where(ID).gte(ownerId + ":").lt(ownerId + ";");
		var query = new Query(own).with(Sort.by(Direction.DESC, ID)).skip(kept - 1L).limit(1);
		query.fields().include(ID);
		return this.mongo.find(query, Document.class, "feed")
			.stream()
			.findFirst()
			.map((entry) -> FeedEntry.postId(entry.getString(ID)))
			.orElse(null);
	}

	public void removePosts(String ownerId, List<String> postIds) {
		remove(postIds.stream().map((postId) -> FeedEntry.id(ownerId, postId)).toList());
	}

	/** Removes a post from the feeds of some owners. */
	public void removePost(String postId, List<String> ownerIds) {
		remove(ownerIds.stream().map((ownerId) -> FeedEntry.id(ownerId, postId)).toList());
	}

	private void remove(List<String> ids) {
		this.mongo.remove(new Query(Criteria.where(ID).in(ids)), FeedEntry.class);
	}

	/** Finds the next owner of a feed by the ids; the first one after an empty id. */
	public Optional<String> ownerAfter(String ownerId) {
		var query = new Query(Criteria.where(ID).gte(ownerId.isEmpty() ? "" : ownerId + ";")).with(Sort.by(ID))
			.limit(1);
		return this.mongo.find(query, FeedEntry.class)
			.stream()
			.findFirst()
			.map((entry) -> FeedEntry.ownerId(entry.id()));
	}

	/** Removes the entries that a feed does not keep; returns their number. */
	public long trim(String ownerId, int kept) {
		var floor = floor(ownerId, kept);
		if (floor == null) {
			return 0;
		}
		var old = Criteria.where(ID).gte(ownerId + ":").lt(FeedEntry.id(ownerId, floor));
		return this.mongo.remove(new Query(old), FeedEntry.class).getDeletedCount();
	}

}
