package org.parley.forum.postpage;

import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.parley.forum.cache.ExpiringAnswer;
import org.parley.forum.member.Members;
import org.parley.forum.post.Post;
import org.parley.forum.post.view.PostView;
import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.web.paging.Cursor;
import org.parley.platform.web.paging.Paged;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Reads pages of posts by number, each with one index seek. No cursor passes a gap that
 * an open transaction may still fill. The last page has no cursor, so it contains the
 * posts behind such a gap, too. A page is an {@link ExpiringAnswer} while a post may
 * still be added before its end.
 */
@Component
class PostPages {

	/** The name of the order of flat pages in cursors. */
	static final String FLAT = "number";

	/** The name of the order of tree pages in cursors. */
	static final String TREE = "tree";

	private static final Sort DESCENDING = Sort.by(Sort.Direction.DESC, "number");

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

	/** Reads all posts by number. */
	Object readFlat(String threadId, @Nullable Cursor from, int limit, Audience audience) {
		return (from != null && from.backwards()) ? readFlatBackwards(threadId, from, limit, audience)
				: readFlatForwards(threadId, from, limit, audience);
	}

	private Object readFlatForwards(String threadId, @Nullable Cursor from, int limit, Audience audience) {
		var found = find(where(threadId), from, limit + 1);
		var settled = this.committedPostWindow.settled(found, edge(from));
		return view(page(found, settled, from, limit, FLAT), audience, settled.size() < found.size());
	}

	/** Ends a page that is not the last one before a gap, where the next one starts. */
	private static Paged<Post> page(List<Post> found, List<Post> settled, @Nullable Cursor from, int limit,
			String order) {
		if (found.size() <= limit || settled.size() > limit) {
			return Paged.walk(found, from, limit, order, PostPages::key);
		}
		var end = settled.isEmpty() ? edge(from) : settled.getLast().number();
		var prev = (from != null) ? Cursor.prev(order, edge(from) + 1) : null;
		return Paged.of(settled, Cursor.next(order, end), prev, limit);
	}

	/** Also reads the post at the cursor, to detect a gap just before it. */
	private Object readFlatBackwards(String threadId, Cursor from, int limit, Audience audience) {
		var edge = from.number(0);
		var found = this.mongo
			.find(new Query(where(threadId).and("number").lte(edge)).with(DESCENDING).limit(limit + 2), Post.class);
		var settled = hasGapAtEdge(threadId, found, edge) ? List.<Post>of()
				: this.committedPostWindow.settledBackwards(found);
		var posts = settled.stream().filter((post) -> post.number() < edge).toList();
		var cut = settled.size() < found.size() && posts.size() <= limit;
		return view(cut ? cutAtGap(posts, from, limit) : Paged.walk(posts, from, limit, FLAT, PostPages::key), audience,
				cut);
	}

	/**
	 * Whether the numbers just before a cursor are missing and may still be filled. The
	 * cursor of a page that ended before a gap has no post of its own, so the next post
	 * shows how old the gap is.
	 */
	private boolean hasGapAtEdge(String threadId, List<Post> found, long edge) {
		if (found.isEmpty() || found.getFirst().number() >= edge - 1) {
			return false;
		}
		var next = new Query(where(threadId).and("number").gt(edge)).with(DESCENDING.reverse()).limit(1);
		return this.mongo.find(next, Post.class)
			.stream()
			.anyMatch((post) -> this.committedPostWindow.mayBeFilled(post, found.getFirst().number() + 1L, edge - 1));
	}

	/** Cuts a backward page at a gap. Its next page starts at the gap again. */
	private static Paged<Post> cutAtGap(List<Post> posts, Cursor from, int limit) {
		return posts.isEmpty() ? Paged.of(posts, Cursor.next(FLAT, from.number(0) - 1), from, limit)
				: Paged.of(posts.reversed(), Cursor.next(FLAT, key(posts.getFirst())),
						Cursor.prev(FLAT, key(posts.getLast())), limit);
	}

	private Object view(Paged<Post> paged, Audience audience, boolean expiring) {
		var view = viewFunction(paged.data(), audience);
		var page = new Paged<>(paged.data().stream().map(view).toList(), paged.meta());
		return expiring ? new ExpiringAnswer(page) : page;
	}

	/** Reads the replies to the thread by number, each followed by its branch. */
	Object readTree(String threadId, @Nullable Cursor from, int limit, Audience audience) {
		var found = find(where(threadId).and("replyTo").is(null), from, limit + 1);
		var settled = isBackwards(from) ? found : beforeGap(threadId, found, edge(from));
		var paged = page(found, settled, from, limit, TREE);
		var branches = this.answerBranches.findBelow(threadId, paged.data());
		var posts = paged.data().stream().flatMap(branches::startingAt).toList();
		var view = viewFunction(posts.stream().map(AnswerBranches.Placed::post).toList(), audience);
		var page = new Paged<>(posts.stream()
			.map((placed) -> new TreePost(view.apply(placed.post()), placed.depth(),
					branches.unfinished().contains(placed.post().id())))
			.toList(), paged.meta());
		return (settled.size() < found.size()) ? new ExpiringAnswer(page) : page;
	}

	/** Only the numbers of all posts show a gap, not those of the roots. */
	private List<Post> beforeGap(String threadId, List<Post> roots, long last) {
		var settledRoots = roots.stream().takeWhile((root) -> !this.committedPostWindow.isRecent(root)).toList();
		if (settledRoots.size() == roots.size()) {
			return roots;
		}
		var end = this.committedPostWindow.settledUpTo(threadId,
				settledRoots.isEmpty() ? last : settledRoots.getLast().number(), roots.getLast().number());
		return roots.stream().takeWhile((root) -> root.number() <= end).toList();
	}

	private List<Post> find(Criteria posts, @Nullable Cursor from, int limit) {
		var number = posts.and("number");
		var sort = isBackwards(from) ? DESCENDING : DESCENDING.reverse();
		var query = new Query(isBackwards(from) ? number.lt(edge(from)) : number.gt(edge(from)));
		return this.mongo.find(query.with(sort).limit(limit), Post.class);
	}

	private Function<Post, PostView> viewFunction(List<Post> posts, Audience audience) {
		var authors = this.members.authors(posts.stream().map(Post::authorId));
		var full = audience.includes(Audience.MODERATORS);
		return (post) -> PostView.of(post, authors.get(post.authorId()).person(), full);
	}

	/**
	 * Checks whether a page of all posts has each number from its start to its end, and
	 * ends before a next page or with the last number. Then no post was moved away from
	 * it.
	 * @param lastNumber the last number of the thread before the page was read
	 */
	static boolean isUnbroken(Object page, @Nullable Cursor from, int lastNumber) {
		if (!(page instanceof Paged<?> paged)) {
			return false;
		}
		var expected = edge(from) + 1;
		for (var item : paged.data()) {
			if (!(item instanceof PostView post) || post.number() != expected) {
				return false;
			}
			expected++;
		}
		return paged.meta().pagination().next() != null || expected > lastNumber;
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

	/**
	 * A post on a tree page.
	 *
	 * @param depth the number of posts between it and the thread
	 * @param moreReplies whether the page omits replies to it
	 */
	record TreePost(@JsonUnwrapped PostView post, int depth, boolean moreReplies) {
	}

}
