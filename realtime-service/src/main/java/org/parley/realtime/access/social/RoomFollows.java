package org.parley.realtime.access.social;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.bson.Document;
import org.parley.contracts.social.relation.FollowChanged;
import org.parley.platform.mongo.transaction.VersionedUpsert;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The follows between people. All instances write the same state. */
@Component
public class RoomFollows {

	/** Above this number of people, all followers of an author are read instead. */
	static final int FEW = 100;

	/** Above this number of followers, a query is limited to the given people. */
	static final int READ_FOLLOWERS = 10_000;

	private static final int CHUNK = 1_000;

	private final MongoOperations mongo;

	RoomFollows(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/** Stores that a follow has started or ended. */
	public void save(FollowChanged event) {
		var follower = event.follower().id();
		var followee = event.followee().id();
		VersionedUpsert.saveIfNewer(this.mongo, RoomFollow.class, RoomFollow.id(follower, followee), event.version(),
				new Update().set("followerId", follower).set("followeeId", followee).set("present", event.isPresent()));
	}

	/** Checks whether a person follows another. */
	boolean exists(String followerId, String followeeId) {
		var follow = this.mongo.findById(RoomFollow.id(followerId, followeeId), RoomFollow.class);
		return follow != null && follow.present();
	}

	/** Finds those of some people whom a person follows. */
	public Set<String> followedAmong(Collection<String> people, String followerId) {
		var ids = people.stream().map((followeeId) -> RoomFollow.id(followerId, followeeId)).toList();
		return this.mongo.find(Query.query(Criteria.where("_id").in(ids).and("present").is(true)), RoomFollow.class)
			.stream()
			.map(RoomFollow::followeeId)
			.collect(Collectors.toSet());
	}

	/** Finds those whom a person follows. */
	public Set<String> followedBy(String followerId) {
		var own = Criteria.where("_id").gte(RoomFollow.firstId(followerId)).lt(RoomFollow.endOfIds(followerId));
		return this.mongo.find(new Query(own.and("present").is(true)), RoomFollow.class)
			.stream()
			.map(RoomFollow::followeeId)
			.collect(Collectors.toSet());
	}

	/** Finds the followers of an author among some people. */
	public Set<String> findFollowersAmong(Collection<String> people, String authorId) {
		return (people.size() <= FEW) ? followersByPeople(people, authorId) : followersByAuthor(people, authorId);
	}

	private Set<String> followersByAuthor(Collection<String> people, String authorId) {
		var all = followers(Query.query(followsOf(authorId)).limit(READ_FOLLOWERS + 1)).collect(Collectors.toSet());
		if (all.size() > READ_FOLLOWERS) {
			return followersByPeople(people, authorId);
		}
		all.retainAll(people);
		return all;
	}

	private Set<String> followersByPeople(Collection<String> people, String authorId) {
		var all = List.copyOf(people);
		return IntStream.iterate(0, (start) -> start < all.size(), (start) -> start + CHUNK)
			.mapToObj((start) -> all.subList(start, Math.min(start + CHUNK, all.size())))
			.flatMap((some) -> followers(Query.query(followsOf(authorId).and("followerId").in(some))))
			.collect(Collectors.toSet());
	}

	private static Criteria followsOf(String authorId) {
		return Criteria.where("followeeId").is(authorId).and("present").is(true);
	}

	/** The index alone answers this. */
	private Stream<String> followers(Query query) {
		query.fields().include("followerId").exclude("_id");
		return this.mongo.find(query, Document.class, this.mongo.getCollectionName(RoomFollow.class))
			.stream()
			.map((follow) -> follow.getString("followerId"));
	}

}
