package org.parley.social.relation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.parley.social.page.ListRange;
import org.parley.social.relation.Follow.FollowState;

import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The stored follows. */
@Component
public class Follows {

	private static final String FOLLOWER = "followerId";

	private static final String FOLLOWEE = "followeeId";

	private static final String STATE = "state";

	private static final String SEQ = "seq";

	private final MongoOperations mongo;

	Follows(MongoOperations mongo) {
		this.mongo = mongo;
	}

	public Optional<Follow> find(String followerId, String followeeId) {
		return Optional.ofNullable(this.mongo.findById(Follow.id(followerId, followeeId), Follow.class));
	}

	/** Inserts or replaces a follow. */
	public void save(Follow follow) {
		this.mongo.save(follow);
	}

	/** Removes a follow or request; returns whether it existed. */
	public boolean remove(String followerId, String followeeId) {
		var same = new Query(Criteria.where("_id").is(Follow.id(followerId, followeeId)));
		return this.mongo.remove(same, Follow.class).getDeletedCount() > 0;
	}

	/** Returns the given people whom a person follows with approval. */
	public Set<String> followedAmong(String followerId, Collection<String> people) {
		var ids = people.stream().map((id) -> Follow.id(followerId, id)).toList();
		return ids.isEmpty() ? Set.of()
				: this.mongo.find(new Query(Criteria.where("_id").in(ids)), Follow.class)
					.stream()
					.filter(Follow::isApproved)
					.map(Follow::followeeId)
					.collect(Collectors.toUnmodifiableSet());
	}

	/** Finds the followers of a person, or those who asked, latest first. */
	public List<Follow> to(String followeeId, FollowState state, ListRange range) {
		return page(Criteria.where(FOLLOWEE).is(followeeId).and(STATE).is(state), range);
	}

	/** Finds the people whom a person follows, latest first. */
	public List<Follow> from(String followerId, ListRange range) {
		return page(Criteria.where(FOLLOWER).is(followerId).and(STATE).is(FollowState.APPROVED), range);
	}

	private List<Follow> page(Criteria list, ListRange range) {
		return this.mongo.find(range.query(list, SEQ, Direction.DESC), Follow.class);
	}

	/** Finds the followers of a person by their ids, in the order of the ids. */
	public List<String> followersAfter(String followeeId, @Nullable String after, int max) {
		var followers = Criteria.where(FOLLOWEE).is(followeeId).and(STATE).is(FollowState.APPROVED);
		var rest = (after != null) ? followers.and(FOLLOWER).gt(after) : followers;
		var query = new Query(rest).with(Sort.by(FOLLOWER)).limit(max);
		query.fields().include(FOLLOWER).exclude("_id");
		return this.mongo.find(query, org.bson.Document.class, "follows")
			.stream()
			.map((follow) -> follow.getString(FOLLOWER))
			.toList();
	}

	/** Finds follows and requests by their ids. */
	Map<String, Follow> find(Collection<String> ids) {
		return this.mongo.find(new Query(Criteria.where("_id").in(ids)), Follow.class)
			.stream()
			.collect(Collectors.toUnmodifiableMap(Follow::id, Function.identity()));
	}

	/** Counts the followers of a person, up to a maximum. */
	public long countFollowers(String followeeId, int max) {
		var followers = Criteria.where(FOLLOWEE).is(followeeId).and(STATE).is(FollowState.APPROVED);
		return this.mongo.count(new Query(followers).limit(max), Follow.class);
	}

	/** Counts the people whom a person follows. */
	public long countFollowing(String followerId) {
		return this.mongo.count(new Query(Criteria.where(FOLLOWER).is(followerId).and(STATE).is(FollowState.APPROVED)),
				Follow.class);
	}

}
