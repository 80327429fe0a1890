package org.parley.forum.postpage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parley.forum.post.Post;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Finds the answers below posts, level by level, up to a bound. */
@Component
class AnswerBranches implements InitializingBean {

	private static final int MOST = 300;

	private static final int DEEPEST = 20;

	private static final Sort BY_PLACE = Sort.by("replyTo", "number");

	private final MongoOperations mongo;

	AnswerBranches(MongoOperations mongo) {
		this.mongo = mongo;
	}

	@Override
	public void afterPropertiesSet() {
		this.mongo.indexOps(Post.class)
			.createIndex(new Index("threadId", Sort.Direction.ASC).on("replyTo", Sort.Direction.ASC)
				.on("number", Sort.Direction.ASC));
	}

	/** What lies below some posts of a thread. */
	Below below(String threadId, List<Post> roots) {
		var found = new ArrayList<Post>();
		var level = roots;
		for (var depth = 0; depth < DEEPEST && !level.isEmpty(); depth++) {
			var room = MOST - found.size();
			var next = this.mongo.find(answers(threadId, ids(level)).with(BY_PLACE).limit(room + 1), Post.class);
			found.addAll(next.subList(0, Math.min(room, next.size())));
			if (next.size() > room) {
				return below(threadId, found, cutBefore(next.get(room), level, next.subList(0, room)));
			}
			level = next;
		}
		return below(threadId, found, ids(level));
	}

	/** Answers to these may have been left out; to all others none were. */
	private static List<String> cutBefore(Post leftOut, List<Post> level, List<Post> next) {
		var parent = String.valueOf(leftOut.replyTo());
		return Stream.concat(ids(level).stream().filter((id) -> id.compareTo(parent) >= 0), ids(next).stream())
			.toList();
	}

	private Below below(String threadId, List<Post> found, List<String> perhaps) {
		return new Below(found.stream().collect(Collectors.groupingBy((post) -> String.valueOf(post.replyTo()))),
				perhaps.isEmpty() ? Set.of() : answered(threadId, perhaps));
	}

	/**
	 * Jumps from one answered post to the next in the index, however many answers each
	 * has.
	 */
	private Set<String> answered(String threadId, List<String> posts) {
		return new HashSet<>(this.mongo.findDistinct(answers(threadId, posts), "replyTo", Post.class, String.class));
	}

	private static Query answers(String threadId, Collection<String> parents) {
		return new Query(Criteria.where("threadId").is(threadId).and("replyTo").in(parents));
	}

	private static List<String> ids(List<Post> posts) {
		return posts.stream().map(Post::id).toList();
	}

	/**
	 * Answers below posts.
	 *
	 * @param byParent the answers to each post, by number
	 * @param unfinished posts with answers that were left out
	 */
	record Below(Map<String, List<Post>> byParent, Set<String> unfinished) {

		/** A post and what lies below it, each before its answers. */
		Stream<Placed> from(Post root) {
			return from(root, 0);
		}

		private Stream<Placed> from(Post root, int depth) {
			return Stream.concat(Stream.of(new Placed(root, depth)),
					this.byParent.getOrDefault(root.id(), List.of()).stream().flatMap((post) -> from(post, depth + 1)));
		}

	}

	/**
	 * A post among the answers.
	 *
	 * @param post the post
	 * @param depth how many posts are between it and the thread
	 */
	record Placed(Post post, int depth) {
	}

}
