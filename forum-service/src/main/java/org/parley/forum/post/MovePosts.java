package org.parley.forum.post;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.parley.forum.counter.CounterJournal;
import org.parley.forum.member.PersonReference;
import org.parley.forum.place.FormerPlace;
import org.parley.forum.place.FormerPlaces;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.ThreadNews;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes posts to another thread, with all that is counted and told of it. Part of a
 * transaction, in which the numbers are theirs.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class MovePosts {

	private final Posts posts;

	private final FormerPlaces formerPlaces;

	private final CounterJournal counterJournal;

	private final PostNews news;

	private final ThreadNews threads;

	private final InstantSource clock;

	MovePosts(Posts posts, FormerPlaces formerPlaces, CounterJournal counterJournal, PostNews news, ThreadNews threads,
			InstantSource clock) {
		this.posts = posts;
		this.formerPlaces = formerPlaces;
		this.counterJournal = counterJournal;
		this.news = news;
		this.threads = threads;
		this.clock = clock;
	}

	/**
	 * Takes posts to the end of another thread. Who answered what stays, as long as both
	 * are there.
	 * @param moved in the order in which they shall be there
	 * @param first the number of the first of them there
	 */
	public void move(List<Post> moved, ForumThread from, ForumThread to, int first, PersonReference by) {
		countLeaving(moved, from);
		var left = settle(moved, to.id(), first);
		this.posts.moved(moved);
		this.formerPlaces.keep(left.values());
		countComing(moved, to);
		var source = this.threads.reference(from);
		var target = this.threads.reference(to);
		moved.forEach(
				(post) -> this.news.tellMoved(post, Objects.requireNonNull(left.get(post.id())), source, target, by));
		this.threads.touch(from.id());
		this.threads.touch(to.id());
	}

	/** Lets answers that stay where posts were answer the thread instead. */
	public void orphan(ForumThread from, Collection<String> parents, Collection<String> except) {
		this.posts.orphan(from.id(), parents, except);
	}

	private Map<String, FormerPlace> settle(List<Post> moved, String toThread, int first) {
		var there = parents(moved, toThread);
		var left = new HashMap<String, FormerPlace>();
		var now = this.clock.instant();
		var number = first;
		for (var post : moved) {
			left.put(post.id(), post.move(toThread, number++, there.get(String.valueOf(post.replyTo())), now));
			there.put(post.id(), post);
		}
		return left;
	}

	/** The posts that are answered, as far as they have gone before. */
	private Map<String, Post> parents(List<Post> moved, String toThread) {
		var ids = new ArrayList<String>();
		moved.forEach((post) -> addIfThere(ids, post.replyTo()));
		var there = new HashMap<>(this.posts.byId(ids));
		there.values().removeIf((parent) -> !parent.threadId().equals(toThread));
		return there;
	}

	private static void addIfThere(List<String> ids, @Nullable String id) {
		if (id != null) {
			ids.add(id);
		}
	}

	private void countLeaving(List<Post> posts, ForumThread from) {
		var shown = shown(posts);
		if (shown > 0) {
			this.counterJournal.replies(from.counted(), -shown);
		}
	}

	private void countComing(List<Post> posts, ForumThread to) {
		posts.stream()
			.filter((post) -> !post.opensThread())
			.max(Comparator.comparing(Post::createdAt))
			.ifPresent(
					(last) -> this.counterJournal.came(to.counted(), shown(posts), last.createdAt(), last.authorId()));
	}

	/** How many of the posts count as replies. */
	private static int shown(List<Post> posts) {
		return (int) posts.stream().filter((post) -> !post.opensThread() && post.status().isShown()).count();
	}

}
