package org.parley.forum.relocation.worker;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.parley.contracts.PersonReference;
import org.parley.forum.counter.CounterJournal;
import org.parley.forum.place.FormerPlace;
import org.parley.forum.place.FormerPlaces;
import org.parley.forum.post.Post;
import org.parley.forum.post.Posts;
import org.parley.forum.post.event.PostEventPublisher;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.event.ThreadEventPublisher;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves posts to another thread, updates the counters and publishes the moves. Part of
 * the transaction that has taken their numbers.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class MovePosts {

	private final Posts posts;

	private final FormerPlaces formerPlaces;

	private final CounterJournal counterJournal;

	private final PostEventPublisher postEvents;

	private final ThreadEventPublisher threadEvents;

	private final InstantSource clock;

	MovePosts(Posts posts, FormerPlaces formerPlaces, CounterJournal counterJournal, PostEventPublisher postEvents,
			ThreadEventPublisher threadEvents, InstantSource clock) {
		this.posts = posts;
		this.formerPlaces = formerPlaces;
		this.counterJournal = counterJournal;
		this.postEvents = postEvents;
		this.threadEvents = threadEvents;
		this.clock = clock;
	}

	/**
	 * Moves posts to the end of another thread. A post stays a reply to its parent if
	 * both are moved.
	 * @param moved the posts in their new order
	 * @param first the new number of the first post
	 */
	public void move(List<Post> moved, ForumThread from, ForumThread to, int first, PersonReference by) {
		subtractReplies(moved, from);
		var left = assignPlaces(moved, to.id(), first);
		this.posts.updatePlaces(moved);
		this.formerPlaces.insert(left.values());
		addReplies(moved, to);
		var source = this.threadEvents.reference(from);
		moved.forEach((post) -> this.postEvents.publishMoved(post, Objects.requireNonNull(left.get(post.id())), source,
				to, by));
		this.threadEvents.touch(from.id());
		this.threadEvents.touch(to.id());
	}

	private Map<String, FormerPlace> assignPlaces(List<Post> moved, String toThread, int first) {
		var parents = movedParents(moved, toThread);
		var left = new HashMap<String, FormerPlace>();
		var now = this.clock.instant();
		var number = first;
		for (var post : moved) {
			left.put(post.id(), post.move(toThread, number++, parents.get(String.valueOf(post.replyTo())), now));
			parents.put(post.id(), post);
		}
		return left;
	}

	/** Returns the parents that earlier batches have moved, by id. */
	private Map<String, Post> movedParents(List<Post> moved, String toThread) {
		var ids = moved.stream().map(Post::replyTo).flatMap(Stream::ofNullable).toList();
		var parents = new HashMap<>(this.posts.byId(ids));
		parents.values().removeIf((parent) -> !parent.isIn(toThread));
		return parents;
	}

	private void subtractReplies(List<Post> posts, ForumThread from) {
		var shown = countShownReplies(posts);
		if (shown > 0) {
			this.counterJournal.recordHiddenReplies(from.counterTarget(), shown);
		}
	}

	private void addReplies(List<Post> posts, ForumThread to) {
		posts.stream()
			.filter(Post::opensThread)
			.forEach((opening) -> this.counterJournal.recordOpening(opening.counterTarget()));
		posts.stream()
			.filter((post) -> post.isShownReplyIn(to.id()))
			.max(Comparator.comparing(Post::createdAt))
			.ifPresent((last) -> this.counterJournal.recordMovedReplies(to.counterTarget(), countShownReplies(posts),
					last.createdAt(), last.authorId()));
	}

	private static int countShownReplies(List<Post> posts) {
		return (int) posts.stream().filter((post) -> !post.opensThread() && post.status().isShown()).count();
	}

}
