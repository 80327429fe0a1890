package org.parley.notification.post;

import java.util.stream.IntStream;

import org.parley.notification.notification.Actor;
import org.parley.notification.notification.News;
import org.parley.notification.notification.Telling;
import org.parley.notification.preference.Kind;
import org.parley.platform.events.inbox.Hears;
import org.parley.platform.events.inbox.Listens;

/**
 * Hears how posts are liked, and tells their authors of the first, the tenth, and so on.
 */
@Listens("notifications")
class VoteListener {

	private static final int[] MILESTONES = { 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1 };

	private final Posts posts;

	private final Telling telling;

	VoteListener(Posts posts, Telling telling) {
		this.posts = posts;
		this.telling = telling;
	}

	@Hears("votes.changed")
	void on(Votes votes) {
		IntStream.of(MILESTONES)
			.filter((milestone) -> votes.up() >= milestone)
			.findFirst()
			.ifPresent((milestone) -> reached(milestone, votes));
	}

	/** Of a post that nobody has heard of yet, a later vote tells. */
	private void reached(int milestone, Votes votes) {
		var post = votes.isOfThread() ? this.posts.opening(votes.threadId()) : this.posts.post(votes.id());
		post.filter(PostRecord::visible).ifPresent((liked) -> tell(liked, milestone, votes));
	}

	private void tell(PostRecord post, int milestone, Votes votes) {
		var thread = this.posts.thread(post.threadId());
		if (thread.filter(ThreadRecord::gone).isPresent()) {
			return;
		}
		var place = thread.map(ThreadRecord::categoryId).map(post.place()::in).orElseGet(post::place);
		var link = "/threads/" + post.threadId() + "?post=" + post.number();
		this.telling.tell(votes.author().id(),
				News.at(place, Kind.VOTE, "vote", "votes:%s:%d".formatted(votes.id(), milestone), link, post.title())
					.counting(milestone));
	}

	/** The votes on a thread or a post, all in all. */
	record Votes(String target, String id, String threadId, Actor author, int up) {

		boolean isOfThread() {
			return this.target.equals("thread");
		}

	}

}
