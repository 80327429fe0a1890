package org.parley.social.report;

import java.util.function.Supplier;

import org.parley.platform.domain.Caller;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.social.person.SocialPeople;
import org.parley.social.post.SocialPostAccess;
import org.parley.social.post.comment.SocialCommentAccess;
import org.parley.social.report.SocialReport.SocialReportRequest;

import org.springframework.stereotype.Component;

/** Reports a post or comment. */
@Component
class ReportSocialContent {

	private final SocialPeople people;

	private final SocialPostAccess posts;

	private final SocialCommentAccess comments;

	private final SocialReports reports;

	private final SocialReportPublisher publisher;

	private final UnitOfWork unitOfWork;

	ReportSocialContent(SocialPeople people, SocialPostAccess posts, SocialCommentAccess comments,
			SocialReports reports, SocialReportPublisher publisher, UnitOfWork unitOfWork) {
		this.people = people;
		this.posts = posts;
		this.comments = comments;
		this.reports = reports;
		this.publisher = publisher;
		this.unitOfWork = unitOfWork;
	}

	SocialReport reportPost(String id, SocialReportRequest request, Caller caller) {
		return report(() -> ReportedSubject.of(this.posts.require(id, caller).post()), request, caller);
	}

	SocialReport reportComment(String id, SocialReportRequest request, Caller caller) {
		return report(() -> ReportedSubject.of(this.comments.require(id, caller).comment()), request, caller);
	}

	private SocialReport report(Supplier<ReportedSubject> subject, SocialReportRequest request, Caller caller) {
		return this.unitOfWork.run(() -> {
			var reported = subject.get();
			var reporter = this.people.requireWriter(caller);
			var report = SocialReport.of(reported, reporter.id(), request, this.publisher.now());
			this.reports.insert(report);
			this.publisher.publishFiled(report, reported, reporter);
			return report;
		});
	}

}
