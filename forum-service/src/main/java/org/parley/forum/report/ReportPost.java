package org.parley.forum.report;

import java.time.InstantSource;

import org.parley.forum.category.AuthorizedWriter;
import org.parley.forum.post.PostAccess;
import org.parley.forum.report.PostReport.ReportRequest;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Reports a post to moderators. */
@Component
class ReportPost {

	private final PostAccess access;

	private final PostReports postReports;

	private final ReportPublisher publisher;

	private final UnitOfWork work;

	private final InstantSource clock;

	ReportPost(PostAccess access, PostReports postReports, ReportPublisher publisher, UnitOfWork work,
			InstantSource clock) {
		this.access = access;
		this.postReports = postReports;
		this.publisher = publisher;
		this.work = work;
		this.clock = clock;
	}

	PostReport report(String postId, ReportRequest request, AuthorizedWriter reporter) {
		return this.work.run(() -> {
			var reported = this.access.visible(postId, reporter.rights());
			var report = PostReport.of(reported.post(), reporter.id(), request, this.clock.instant());
			this.postReports.insert(report);
			this.publisher.publishFiled(report, reported, reporter);
			return report;
		});
	}

}
