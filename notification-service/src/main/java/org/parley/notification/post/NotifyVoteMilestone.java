package org.parley.notification.post;

import java.util.Optional;
import java.util.stream.IntStream;

import org.parley.notification.dispatch.NotificationDispatcher;
import org.parley.notification.news.NotificationNews;
import org.parley.notification.preference.NotificationKind;

import org.springframework.stereotype.Component;

/** Notifies authors about their 1st, 10th, 100th … like. */
@Component
class NotifyVoteMilestone {

	private static final int[] MILESTONES = { 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1 };

	private final KnownPosts knownPosts;

	private final NotificationDispatcher notificationDispatcher;

	NotifyVoteMilestone(KnownPosts knownPosts, NotificationDispatcher notificationDispatcher) {
		this.knownPosts = knownPosts;
		this.notificationDispatcher = notificationDispatcher;
	}

	/**
	 * Notifies the author if the votes reach a milestone.
	 * @return false if the post is not known yet
	 */
	boolean notify(Vote vote) {
		withdrawLost(vote);
		var milestone = IntStream.of(MILESTONES).filter((step) -> vote.up() >= step).findFirst();
		if (milestone.isEmpty()) {
			return true;
		}
		var post = findPost(vote);
		post.filter(PostRecord::visible).ifPresent((liked) -> notifyAuthor(liked, milestone.getAsInt(), vote));
		return post.isPresent();
	}

	/**
	 * Likes are withdrawn one by one, so that the milestone above is the one that was
	 * lost.
	 */
	private void withdrawLost(Vote vote) {
		if (IntStream.of(MILESTONES).anyMatch((step) -> step == vote.up() + 1)) {
			this.notificationDispatcher.withdrawAll(source(vote, vote.up() + 1));
		}
	}

	private static String source(Vote vote, int milestone) {
		return "votes:%s:%d".formatted(vote.id(), milestone);
	}

	private Optional<PostRecord> findPost(Vote vote) {
		return vote.isOfThread() ? this.knownPosts.findOpeningPost(vote.threadId())
				: this.knownPosts.findPost(vote.id());
	}

	private void notifyAuthor(PostRecord post, int milestone, Vote vote) {
		var link = post.place().linkToPost(post.number());
		this.notificationDispatcher.notifyUser(vote.authorId(),
				NotificationNews
					.at(post.place(), NotificationKind.VOTE, "vote", source(vote, milestone), link, post.title())
					.withCount(milestone));
	}

	/**
	 * All votes on a thread or a post.
	 *
	 * @param target {@code thread} or {@code post}
	 * @param id of the target
	 * @param authorId the author of the target
	 * @param up number of likes
	 */
	record Vote(String target, String id, String threadId, String authorId, int up) {

		boolean isOfThread() {
			return this.target.equals("thread");
		}

	}

}
