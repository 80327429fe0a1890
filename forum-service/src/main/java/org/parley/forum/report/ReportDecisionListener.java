package org.parley.forum.report;

import java.time.InstantSource;

import org.parley.contracts.forum.PostStatus;
import org.parley.contracts.forum.post.PostRemoved;
import org.parley.contracts.forum.thread.ThreadChanged;
import org.parley.forum.post.Posts;
import org.parley.forum.post.moderation.PostDecided;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Closes the open reports of a post when moderators decide about it or remove it, and
 * publishes an event to each reporter. A post that its author deletes may return, and its
 * reports with it.
 */
@Component
class ReportDecisionListener {

	private final PostReports postReports;

	private final Posts posts;

	private final ReportPublisher publisher;

	private final UnitOfWork work;

	private final InstantSource clock;

	ReportDecisionListener(PostReports postReports, Posts posts, ReportPublisher publisher, UnitOfWork work,
			InstantSource clock) {
		this.postReports = postReports;
		this.posts = posts;
		this.publisher = publisher;
		this.work = work;
		this.clock = clock;
	}

	/** Runs within the transaction of the decision, if there is one. */
	@EventListener
	void on(PostDecided decided) {
		this.work.run(() -> close(decided.postId(), decided.upheld() ? ReportStatus.UPHELD : ReportStatus.DISMISSED));
	}

	/** Runs within the transaction of the removal. */
	@EventListener
	void on(PostRemoved removed) {
		if (removed.status() == PostStatus.REMOVED) {
			close(removed.post().id(), ReportStatus.UPHELD);
		}
	}

	/** The removal of a thread by moderators is that of its opening post. */
	@EventListener
	void on(ThreadChanged changed) {
		var thread = changed.thread();
		if (changed.type().equals("thread.removed") && !changed.by().id().equals(thread.author().id())) {
			this.posts.opening(thread.id()).ifPresent((post) -> close(post.id(), ReportStatus.UPHELD));
		}
	}

	private void close(String postId, ReportStatus status) {
		var closed = this.postReports.close(postId, status, this.clock.instant());
		if (!closed.isEmpty()) {
			this.publisher.publishClosed(postId, status, closed);
		}
	}

}
