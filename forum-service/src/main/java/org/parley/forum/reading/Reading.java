package org.parley.forum.reading;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.parley.forum.cache.Unsettled;
import org.parley.forum.category.Audience;
import org.parley.forum.member.Members;
import org.parley.forum.post.Post;
import org.parley.forum.post.PostView;
import org.parley.platform.web.paging.Cursor;
import org.parley.platform.web.paging.Paged;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Reads the posts of a thread by their numbers: any page is one seek in the index. A page
 * is {@link Unsettled} while a post before its end may still come.
 */
@Component
class Reading {

	/** The order of flat pages, as cursors name it. */
	static final String FLAT = "number";

	/** The order of tree pages, as cursors name it. */
	static final String TREE = "tree";

	private final MongoOperations mongo;

	private final Members members;

	private final Branches branches;

	private final Tail tail;

	Reading(MongoOperations mongo, Members members, Branches branches, Tail tail) {
		this.mongo = mongo;
		this.members = members;
		this.branches = branches;
		this.tail = tail;
	}

	/** All posts by number. */
	Object flat(String threadId, @Nullable Cursor from, int limit, Audience audience) {
		var found = find(where(threadId), from, limit + 1);
		var settled = isBackwards(from) ? found : this.tail.settled(found, edge(from));
		var paged = Paged.walk(settled, from, limit, FLAT, Reading::key);
		var view = viewing(paged.data(), audience);
		return settledAs(new Paged<>(paged.data().stream().map(view).toList(), paged.meta()), settled, found);
	}

	/** Posts that answer the thread by number, each followed by what lies below it. */
	Object tree(String threadId, @Nullable Cursor from, int limit, Audience audience) {
		var found = find(where(threadId).and("replyTo").is(null), from, limit + 1);
		var settled = isBackwards(from) ? found : beforeGap(threadId, found, edge(from));
		var paged = Paged.walk(settled, from, limit, TREE, Reading::key);
		var below = this.branches.below(threadId, paged.data());
		var posts = paged.data().stream().flatMap(below::from).toList();
		var view = viewing(posts.stream().map(Branches.Placed::post).toList(), audience);
		return settledAs(new Paged<>(posts.stream()
			.map((placed) -> new TreePost(view.apply(placed.post()), placed.depth(),
					below.unfinished().contains(placed.post().id())))
			.toList(), paged.meta()), settled, found);
	}

	/** The numbers of all posts tell where one is missing, not those of the roots. */
	private List<Post> beforeGap(String threadId, List<Post> roots, long last) {
		var old = roots.stream().takeWhile((root) -> !this.tail.isYoung(root)).toList();
		if (old.size() == roots.size()) {
			return roots;
		}
		var start = old.isEmpty() ? last : old.getLast().number();
		var all = this.mongo.find(new Query(where(threadId).and("number").gt(start).lte(roots.getLast().number()))
			.with(Sort.by("number")), Post.class);
		var settled = this.tail.settled(all, start);
		var end = settled.isEmpty() ? start : settled.getLast().number();
		return roots.stream().takeWhile((root) -> root.number() <= end).toList();
	}

	private List<Post> find(Criteria posts, @Nullable Cursor from, int most) {
		var number = posts.and("number");
		var sort = Sort.by(isBackwards(from) ? Sort.Direction.DESC : Sort.Direction.ASC, "number");
		var query = new Query(isBackwards(from) ? number.lt(edge(from)) : number.gt(edge(from)));
		return this.mongo.find(query.with(sort).limit(most), Post.class);
	}

	private Function<Post, PostView> viewing(List<Post> posts, Audience audience) {
		var people = this.members.byId(posts.stream().map(Post::authorId).distinct().toList());
		var full = audience.includes(Audience.MODERATORS);
		return (post) -> PostView.of(post, Objects.requireNonNull(people.get(post.authorId())).person(), 0, full);
	}

	private static Object settledAs(Object page, List<Post> settled, List<Post> found) {
		return (settled.size() < found.size()) ? new Unsettled(page) : page;
	}

	private static Criteria where(String threadId) {
		return Criteria.where("threadId").is(threadId);
	}

	private static boolean isBackwards(@Nullable Cursor from) {
		return from != null && from.backwards();
	}

	private static long edge(@Nullable Cursor from) {
		return (from != null) ? from.number(0) : 0;
	}

	private static Object[] key(Post post) {
		return new Object[] { post.number() };
	}

}
