package org.parley.forum.report;

import java.time.InstantSource;
import java.util.List;

import org.parley.forum.member.Members;
import org.parley.forum.post.Post;
import org.parley.forum.post.PostDecided;
import org.parley.forum.post.PostNews;
import org.parley.forum.post.Posts;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.ThreadNews;
import org.parley.forum.thread.Threads;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What a moderator has decided about a post answers all that was reported of it, and its
 * reporters hear of that.
 */
@Component
class ReportDecisionListener {

	private final PostReports postReports;

	private final Told told;

	private final ApplicationEventPublisher publisher;

	private final UnitOfWork work;

	private final InstantSource clock;

	ReportDecisionListener(PostReports postReports, Told told, ApplicationEventPublisher publisher, UnitOfWork work,
			InstantSource clock) {
		this.postReports = postReports;
		this.told = told;
		this.publisher = publisher;
		this.work = work;
		this.clock = clock;
	}

	/** Within the transaction of the decision. */
	@EventListener
	void on(PostDecided decided) {
		this.work.run(() -> {
			var status = decided.upheld() ? ReportStatus.UPHELD : ReportStatus.DISMISSED;
			var closed = this.postReports.close(decided.postId(), status, this.clock.instant());
			this.told.of(decided.postId(), status, closed).forEach(this.publisher::publishEvent);
			return decided;
		});
	}

	/** What reporters are told. */
	@Component
	record Told(Posts posts, Threads threads, PostNews postNews, ThreadNews threadNews, Members members) {

		List<ReportClosed> of(String postId, ReportStatus status, List<PostReport> closed) {
			return this.posts.find(postId)
				.flatMap((post) -> this.threads.find(post.threadId())
					.map((thread) -> closed.stream()
						.map((postReport) -> event(postReport, status, post, thread))
						.toList()))
				.orElse(List.of());
		}

		private ReportClosed event(PostReport postReport, ReportStatus status, Post post, ForumThread thread) {
			return new ReportClosed(new ReportClosed.Outcome(postReport.id(), status, postReport.createdAt()),
					this.postNews.reference(post), this.threadNews.reference(thread),
					this.members.author(postReport.reporterId()).signature());
		}

	}

}
