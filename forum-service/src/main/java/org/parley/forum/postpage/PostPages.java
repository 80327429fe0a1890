package org.parley.forum.postpage;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.parley.forum.cache.ExpiringAnswer;
import org.parley.forum.member.Members;
import org.parley.forum.post.Post;
import org.parley.forum.post.PostView;
import org.parley.platform.security.category.Audience;
import org.parley.platform.web.paging.Cursor;
import org.parley.platform.web.paging.Paged;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Reads the posts of a thread by their numbers: any page is one seek in the index. A page
 * is {@link ExpiringAnswer} while a post before its end may still come.
 */
@Component
class PostPages {

	/** The order of flat pages, as cursors name it. */
	static final String FLAT = "number";

	/** The order of tree pages, as cursors name it. */
	static final String TREE = "tree";

	private static final Sort BACK = Sort.by(Sort.Direction.DESC, "number");

	private final MongoOperations mongo;

	private final Members members;

	private final AnswerBranches answerBranches;

	private final CommittedPostWindow committedPostWindow;

	PostPages(MongoOperations mongo, Members members, AnswerBranches answerBranches,
			CommittedPostWindow committedPostWindow) {
		this.mongo = mongo;
		this.members = members;
		this.answerBranches = answerBranches;
		this.committedPostWindow = committedPostWindow;
	}

	/** All posts by number. */
	Object flat(String threadId, @Nullable Cursor from, int limit, Audience audience) {
		return (from != null && from.backwards()) ? flatBack(threadId, from, limit, audience)
				: flatOn(threadId, from, limit, audience);
	}

	private Object flatOn(String threadId, @Nullable Cursor from, int limit, Audience audience) {
		var found = find(where(threadId), from, limit + 1);
		var settled = this.committedPostWindow.settled(found, edge(from));
		return viewed(Paged.walk(settled, from, limit, FLAT, PostPages::key), audience, settled.size() < found.size());
	}

	/** The post at the edge tells whether one just before it may still come. */
	private Object flatBack(String threadId, Cursor from, int limit, Audience audience) {
		var edge = from.number(0);
		var found = this.mongo.find(new Query(where(threadId).and("number").lte(edge)).with(BACK).limit(limit + 2),
				Post.class);
		var settled = this.committedPostWindow.settledBack(found);
		var posts = settled.stream().filter((post) -> post.number() < edge).toList();
		var cut = settled.size() < found.size() && posts.size() <= limit;
		return viewed(cut ? untilGap(posts, from, limit) : Paged.walk(posts, from, limit, FLAT, PostPages::key),
				audience, cut);
	}

	/**
	 * What is left of a page on the way back; what comes before it is to be asked for
	 * again.
	 */
	private static Paged<Post> untilGap(List<Post> posts, Cursor from, int limit) {
		return posts.isEmpty() ? Paged.of(posts, Cursor.next(FLAT, from.number(0) - 1), from, limit)
				: Paged.of(posts.reversed(), Cursor.next(FLAT, key(posts.getFirst())),
						Cursor.prev(FLAT, key(posts.getLast())), limit);
	}

	private Object viewed(Paged<Post> paged, Audience audience, boolean unsettled) {
		var view = viewing(paged.data(), audience);
		var page = new Paged<>(paged.data().stream().map(view).toList(), paged.meta());
		return unsettled ? new ExpiringAnswer(page) : page;
	}

	/** Posts that answer the thread by number, each followed by what lies below it. */
	Object tree(String threadId, @Nullable Cursor from, int limit, Audience audience) {
		var found = find(where(threadId).and("replyTo").is(null), from, limit + 1);
		var settled = isBackwards(from) ? found : beforeGap(threadId, found, edge(from));
		var paged = Paged.walk(settled, from, limit, TREE, PostPages::key);
		var below = this.answerBranches.below(threadId, paged.data());
		var posts = paged.data().stream().flatMap(below::from).toList();
		var view = viewing(posts.stream().map(AnswerBranches.Placed::post).toList(), audience);
		var page = new Paged<>(posts.stream()
			.map((placed) -> new TreePost(view.apply(placed.post()), placed.depth(),
					below.unfinished().contains(placed.post().id())))
			.toList(), paged.meta());
		return (settled.size() < found.size()) ? new ExpiringAnswer(page) : page;
	}

	/** The numbers of all posts tell where one is missing, not those of the roots. */
	private List<Post> beforeGap(String threadId, List<Post> roots, long last) {
		var old = roots.stream().takeWhile((root) -> !this.committedPostWindow.isYoung(root)).toList();
		if (old.size() == roots.size()) {
			return roots;
		}
		var end = this.committedPostWindow.settledUpTo(threadId, old.isEmpty() ? last : old.getLast().number(),
				roots.getLast().number());
		return roots.stream().takeWhile((root) -> root.number() <= end).toList();
	}

	private List<Post> find(Criteria posts, @Nullable Cursor from, int most) {
		var number = posts.and("number");
		var sort = isBackwards(from) ? BACK : BACK.reverse();
		var query = new Query(isBackwards(from) ? number.lt(edge(from)) : number.gt(edge(from)));
		return this.mongo.find(query.with(sort).limit(most), Post.class);
	}

	private Function<Post, PostView> viewing(List<Post> posts, Audience audience) {
		var people = this.members.byId(posts.stream().map(Post::authorId).distinct().toList());
		var full = audience.includes(Audience.MODERATORS);
		return (post) -> PostView.of(post, Objects.requireNonNull(people.get(post.authorId())).person(), 0, full);
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
