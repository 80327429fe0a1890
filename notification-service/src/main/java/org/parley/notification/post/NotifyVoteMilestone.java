package org.parley.notification.post;

import java.util.Optional;
import java.util.stream.IntStream;

import org.parley.notification.notification.NotificationDispatcher;
import org.parley.notification.notification.NotificationNews;
import org.parley.notification.preference.NotificationKind;

import org.springframework.stereotype.Component;

/** Tells authors of their first like, of the tenth, and so on. */
@Component
class NotifyVoteMilestone {

	private static final int[] MILESTONES = { 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1 };

	private final HeardPosts heardPosts;

	private final NotificationDispatcher notificationDispatcher;

	NotifyVoteMilestone(HeardPosts heardPosts, NotificationDispatcher notificationDispatcher) {
		this.heardPosts = heardPosts;
		this.notificationDispatcher = notificationDispatcher;
	}

	/**
	 * Tells of votes, if they reach a milestone.
	 * @return false when the post is not known yet
	 */
	boolean tell(Vote vote) {
		var milestone = IntStream.of(MILESTONES).filter((step) -> vote.up() >= step).findFirst();
		if (milestone.isEmpty()) {
			return true;
		}
		var post = find(vote);
		post.filter(PostRecord::visible).ifPresent((liked) -> tell(liked, milestone.getAsInt(), vote));
		return post.isPresent();
	}

	private Optional<PostRecord> find(Vote vote) {
		return vote.isOfThread() ? this.heardPosts.opening(vote.threadId()) : this.heardPosts.post(vote.id());
	}

	private void tell(PostRecord post, int milestone, Vote vote) {
		var link = "/threads/" + post.threadId() + "?post=" + post.number();
		var source = "votes:%s:%d".formatted(vote.id(), milestone);
		this.notificationDispatcher.tell(vote.authorId(),
				NotificationNews.at(post.place(), NotificationKind.VOTE, "vote", source, link, post.title())
					.counting(milestone));
	}

	/**
	 * The votes on a thread or a post, all in all.
	 *
	 * @param target {@code thread} or {@code post}
	 * @param id of the target
	 * @param threadId the thread
	 * @param authorId the author of the target
	 * @param up how many like it
	 */
	record Vote(String target, String id, String threadId, String authorId, int up) {

		boolean isOfThread() {
			return this.target.equals("thread");
		}

	}

}
