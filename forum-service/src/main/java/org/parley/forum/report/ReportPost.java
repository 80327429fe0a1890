package org.parley.forum.report;

import java.time.InstantSource;

import org.parley.forum.category.AuthorizedWriter;
import org.parley.forum.post.PostAccess;
import org.parley.forum.post.PostNews;
import org.parley.forum.thread.ThreadNews;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Lets a reader bring a post before moderators. */
@Component
class ReportPost {

	private final PostAccess access;

	private final PostReports postReports;

	private final PostNews posts;

	private final ThreadNews threads;

	private final ApplicationEventPublisher publisher;

	private final UnitOfWork work;

	private final InstantSource clock;

	ReportPost(PostAccess access, PostReports postReports, PostNews posts, ThreadNews threads,
			ApplicationEventPublisher publisher, UnitOfWork work, InstantSource clock) {
		this.access = access;
		this.postReports = postReports;
		this.posts = posts;
		this.threads = threads;
		this.publisher = publisher;
		this.work = work;
		this.clock = clock;
	}

	PostReport report(String postId, ReportRequest request, AuthorizedWriter authorizedWriter) {
		return this.work.run(() -> {
			var found = this.access.visible(postId, authorizedWriter.rights());
			var report = PostReport.of(found.post(), authorizedWriter.id(), request, this.clock.instant());
			this.postReports.insert(report);
			this.publisher.publishEvent(new ReportFiled(ReportFiled.Said.of(report), this.posts.data(found.post()),
					this.threads.reference(found.thread()), authorizedWriter.signature()));
			return report;
		});
	}

}
