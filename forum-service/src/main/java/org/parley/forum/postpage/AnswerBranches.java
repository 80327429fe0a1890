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

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Finds the replies below posts, level by level, up to a limit. */
@Component
class AnswerBranches {

	private static final int MAX_REPLIES = 300;

	private static final int MAX_DEPTH = 20;

	private static final Sort BY_PARENT_AND_NUMBER = Sort.by("replyTo", "number");

	private final MongoOperations mongo;

	AnswerBranches(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/** Finds the replies below posts of a thread. */
	Branches findBelow(String threadId, List<Post> roots) {
		var found = new ArrayList<Post>();
		var level = roots;
		for (var depth = 0; depth < MAX_DEPTH && !level.isEmpty(); depth++) {
			var room = MAX_REPLIES - found.size();
			var next = this.mongo.find(replies(threadId, ids(level)).with(BY_PARENT_AND_NUMBER).limit(room + 1),
					Post.class);
			found.addAll(next.subList(0, Math.min(room, next.size())));
			if (next.size() > room) {
				return branches(threadId, found, unfinished(next.get(room), level, next.subList(0, room)));
			}
			level = next;
		}
		return branches(threadId, found, ids(level));
	}

	private static List<String> unfinished(Post firstOmitted, List<Post> level, List<Post> next) {
		var parent = String.valueOf(firstOmitted.replyTo());
		return Stream.concat(ids(level).stream().filter((id) -> id.compareTo(parent) >= 0), ids(next).stream())
			.toList();
	}

	private Branches branches(String threadId, List<Post> found, List<String> candidates) {
		return new Branches(found.stream().collect(Collectors.groupingBy((post) -> String.valueOf(post.replyTo()))),
				candidates.isEmpty() ? Set.of() : withReplies(threadId, candidates));
	}

	/** Uses a distinct scan of the index, whose cost does not depend on the replies. */
	private Set<String> withReplies(String threadId, List<String> posts) {
		return new HashSet<>(this.mongo.findDistinct(replies(threadId, posts), "replyTo", Post.class, String.class));
	}

	private static Query replies(String threadId, Collection<String> parents) {
		return new Query(Criteria.where("threadId").is(threadId).and("replyTo").in(parents));
	}

	private static List<String> ids(List<Post> posts) {
		return posts.stream().map(Post::id).toList();
	}

	/**
	 * The replies below posts.
	 *
	 * @param byParent the replies to each post, by number
	 * @param unfinished the posts with omitted replies
	 */
	record Branches(Map<String, List<Post>> byParent, Set<String> unfinished) {

		/** Returns a post and the replies below it, each post before its replies. */
		Stream<Placed> startingAt(Post root) {
			return startingAt(root, 0);
		}

		private Stream<Placed> startingAt(Post root, int depth) {
			return Stream.concat(Stream.of(new Placed(root, depth)),
					this.byParent.getOrDefault(root.id(), List.of())
						.stream()
						.flatMap((post) -> startingAt(post, depth + 1)));
		}

	}

	/**
	 * A post in a branch.
	 *
	 * @param depth the number of posts between it and the root
	 */
	record Placed(Post post, int depth) {
	}

}
