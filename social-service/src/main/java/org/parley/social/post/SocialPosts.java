package org.parley.social.post;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.social.SocialPostStatus;
import org.parley.contracts.social.SocialVisibility;
import org.parley.social.page.ListRange;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The stored posts. */
@Component
public class SocialPosts {

	private static final String ID = "_id";

	private static final String AUTHOR = "authorId";

	private static final String STATUS = "status";

	private static final String VISIBILITY = "visibility";

	private static final String HASHTAGS = "hashtags";

	private static final String SCORE = "score";

	private static final String DAY = "day";

	private final MongoOperations mongo;

	SocialPosts(MongoOperations mongo) {
		this.mongo = mongo;
	}

	public void insert(SocialPost post) {
		this.mongo.insert(post);
	}

	public Optional<SocialPost> find(String id) {
		return Optional.ofNullable(this.mongo.findById(id, SocialPost.class));
	}

	/** Finds the existing posts among some ids, by id. */
	public Map<String, SocialPost> find(Collection<String> ids) {
		return ids.isEmpty() ? Map.of()
				: this.mongo.find(new Query(Criteria.where(ID).in(ids)), SocialPost.class)
					.stream()
					.collect(Collectors.toUnmodifiableMap(SocialPost::id, Function.identity()));
	}

	/** Finds the posts after one of them, deleted ones included, sorted by their ids. */
	public List<SocialPost> after(@Nullable String id, int max) {
		var rest = (id != null) ? Criteria.where(ID).gt(id) : new Criteria();
		return this.mongo.find(new Query(rest).with(Sort.by(ID)).limit(max), SocialPost.class);
	}

	/** Finds the active posts of some authors, newest first. */
	public List<SocialPost> ofAuthors(Collection<String> authors, Collection<SocialVisibility> visible,
			ListRange range) {
		return page(by(authors, EnumSet.of(SocialPostStatus.ACTIVE), visible), range);
	}

	/** Finds the ids of the latest posts of an author, whoever may see them. */
	public List<String> latestIds(String author, int max) {
		var all = by(Set.of(author), EnumSet.allOf(SocialPostStatus.class), EnumSet.allOf(SocialVisibility.class));
		var query = new Query(all).with(Sort.by(Direction.DESC, ID)).limit(max);
		query.fields().include(ID);
		return this.mongo.find(query, Document.class, this.mongo.getCollectionName(SocialPost.class))
			.stream()
			.map((post) -> post.getString(ID))
			.toList();
	}

	/** Finds public posts, newest first. */
	public List<SocialPost> newest(ListRange range) {
		return page(Criteria.where(VISIBILITY).is(SocialVisibility.PUBLIC).and(STATUS).is(SocialPostStatus.ACTIVE),
				range);
	}

	/** Finds public posts with a hashtag, newest first. */
	public List<SocialPost> tagged(String hashtag, ListRange range) {
		return page(Criteria.where(HASHTAGS)
			.is(hashtag)
			.and(VISIBILITY)
			.is(SocialVisibility.PUBLIC)
			.and(STATUS)
			.is(SocialPostStatus.ACTIVE), range);
	}

	private List<SocialPost> page(Criteria list, ListRange range) {
		return this.mongo.find(range.query(list, ID, Direction.DESC), SocialPost.class);
	}

	/**
	 * Finds the ids of the public posts of some days, or of all, with the highest scores.
	 */
	public List<String> top(Collection<String> days, String firstId, int max) {
		var query = new Query(publicOf(days).and(ID).gte(firstId))
			.with(Sort.by(Direction.DESC, SCORE).and(Sort.by(Direction.DESC, ID)))
			.limit(max)
			.withHint(days.isEmpty() ? "top_ever" : "top");
		query.fields().include(ID);
		return this.mongo.find(query, org.bson.Document.class, "posts")
			.stream()
			.map((post) -> post.getString(ID))
			.toList();
	}

	/** Sums the scores of public posts of some days, or of all, by their authors. */
	public List<AuthorScore> scores(Collection<String> days, String firstId) {
		var summed = Aggregation.newAggregation(Aggregation.match(publicOf(days).and(ID).gte(firstId)),
				Aggregation.group(AUTHOR).sum(SCORE).as(SCORE).count().as("posts"));
		return this.mongo.aggregate(summed, SocialPost.class, org.bson.Document.class)
			.getMappedResults()
			.stream()
			.map((sum) -> new AuthorScore(sum.getString(ID), sum.get(SCORE, Number.class).longValue(),
					sum.get("posts", Number.class).longValue()))
			.toList();
	}

	private static Criteria publicOf(Collection<String> days) {
		var shown = Criteria.where(VISIBILITY).is(SocialVisibility.PUBLIC).and(STATUS).is(SocialPostStatus.ACTIVE);
		return days.isEmpty() ? shown : shown.and(DAY).in(days);
	}

	public long count(String authorId, Collection<SocialVisibility> visible) {
		var active = by(Set.of(authorId), EnumSet.of(SocialPostStatus.ACTIVE), visible);
		return this.mongo.count(new Query(active), SocialPost.class);
	}

	private static Criteria by(Collection<String> authors, Set<SocialPostStatus> statuses,
			Collection<SocialVisibility> visibilities) {
		return Criteria.where(AUTHOR).in(authors).and(STATUS).in(statuses).and(VISIBILITY).in(visibilities);
	}

	/**
	 * Writes a change that increased the version by one.
	 * @throws OptimisticLockingFailureException if another writer has changed the post
	 */
	public void update(SocialPost before, SocialPost after) {
		var unchanged = new Query(Criteria.where(ID).is(before.id()).and("version").is(before.version()));
		var change = new Update().set("text", after.text())
			.set("html", after.html())
			.set("mediaIds", after.mediaIds())
			.set(VISIBILITY, after.visibility())
			.set(STATUS, after.status())
			.set("editedAt", after.editedAt())
			.set("version", after.version());
		if (after.hashtags() != null) {
			change.set(HASHTAGS, after.hashtags());
		}
		else {
			change.unset(HASHTAGS);
		}
		if (this.mongo.updateFirst(unchanged, change, SocialPost.class).getMatchedCount() == 0) {
			throw new OptimisticLockingFailureException("Another writer has changed the post");
		}
	}

	/**
	 * Changes the numbers of reactions by their kinds.
	 * @return the post after the change; empty if it does not exist
	 */
	public Optional<SocialPost> countReactions(String id, Map<String, Integer> changes) {
		var update = new Update().inc(SCORE, changes.values().stream().mapToInt(Integer::intValue).sum());
		changes.forEach((kind, change) -> update.inc("reactions." + kind, change));
		return change(id, update);
	}

	/**
	 * Changes the number of comments.
	 * @return the post after the change; empty if it does not exist
	 */
	public Optional<SocialPost> countComment(String id, int change) {
		return change(id, new Update().inc("commentCount", change).inc(SCORE, 2 * change));
	}

	private Optional<SocialPost> change(String id, Update update) {
		return Optional.ofNullable(this.mongo.findAndModify(new Query(Criteria.where(ID).is(id)), update,
				FindAndModifyOptions.options().returnNew(true), SocialPost.class));
	}

	/** Deletes posts for good. */
	public void delete(Collection<String> ids) {
		this.mongo.remove(new Query(Criteria.where(ID).in(ids)), SocialPost.class);
	}

	/**
	 * The score of an author.
	 *
	 * @param score the sum of the scores of the posts
	 */
	public record AuthorScore(String authorId, long score, long posts) {
	}

}
