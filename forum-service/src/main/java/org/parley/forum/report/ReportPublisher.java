package org.parley.forum.report;

import java.util.List;

import org.parley.contracts.ReportOutcome;
import org.parley.contracts.forum.post.ReportClosed;
import org.parley.contracts.forum.post.ReportFiled;
import org.parley.forum.category.AuthorizedWriter;
import org.parley.forum.member.Members;
import org.parley.forum.post.Post;
import org.parley.forum.post.PostAccess;
import org.parley.forum.post.event.PostEventPublisher;
import org.parley.forum.post.Posts;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.event.ThreadEventPublisher;
import org.parley.forum.thread.Threads;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Publishes the events about reports, within the transaction of the caller. */
@Component
class ReportPublisher {

	private final Posts posts;

	private final Threads threads;

	private final PostEventPublisher postNews;

	private final ThreadEventPublisher threadNews;

	private final Members members;

	private final ApplicationEventPublisher publisher;

	ReportPublisher(Posts posts, Threads threads, PostEventPublisher postNews, ThreadEventPublisher threadNews,
			Members members, ApplicationEventPublisher publisher) {
		this.posts = posts;
		this.threads = threads;
		this.postNews = postNews;
		this.threadNews = threadNews;
		this.members = members;
		this.publisher = publisher;
	}

	void publishFiled(PostReport report, PostAccess.Placed reported, AuthorizedWriter reporter) {
		var filed = new ReportFiled.FiledReport(report.id(), report.reason().json(), report.note(), report.createdAt());
		this.publisher.publishEvent(new ReportFiled(filed, this.postNews.data(reported.post()),
				this.threadNews.reference(reported.thread()), reporter.signature()));
	}

	/** Publishes one event for each of the closed reports of a post. */
	void publishClosed(String postId, ReportStatus status, List<PostReport> closed) {
		this.posts.find(postId)
			.ifPresent((post) -> this.threads.find(post.threadId())
				.ifPresent((thread) -> publishClosed(post, thread, status, closed)));
	}

	private void publishClosed(Post post, ForumThread thread, ReportStatus status, List<PostReport> closed) {
		var reporters = this.members.authors(closed.stream().map(PostReport::reporterId));
		var postReference = this.postNews.reference(post);
		var threadReference = this.threadNews.reference(thread);
		closed.forEach((report) -> this.publisher
			.publishEvent(new ReportClosed(new ReportOutcome(report.id(), status.json(), report.createdAt()),
					postReference, threadReference, reporters.get(report.reporterId()).signature())));
	}

}
