package org.parley.forum.report;

import java.time.InstantSource;

import org.parley.forum.category.Writer;
import org.parley.forum.post.PostAccess;
import org.parley.forum.post.PostNews;
import org.parley.forum.thread.ThreadNews;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Lets a reader bring a post before moderators. */
@Component
class Reporting {

	private final PostAccess access;

	private final Reports reports;

	private final PostNews posts;

	private final ThreadNews threads;

	private final ApplicationEventPublisher publisher;

	private final UnitOfWork work;

	private final InstantSource clock;

	Reporting(PostAccess access, Reports reports, PostNews posts, ThreadNews threads,
			ApplicationEventPublisher publisher, UnitOfWork work, InstantSource clock) {
		this.access = access;
		this.reports = reports;
		this.posts = posts;
		this.threads = threads;
		this.publisher = publisher;
		this.work = work;
		this.clock = clock;
	}

	Report report(String postId, ReportRequest request, Writer writer) {
		return this.work.run(() -> {
			var found = this.access.visible(postId, writer.rights());
			var report = Report.of(found.post(), writer.id(), request, this.clock.instant());
			this.reports.insert(report);
			this.publisher.publishEvent(new ReportFiled(ReportFiled.Said.of(report), this.posts.data(found.post()),
					this.threads.reference(found.thread()), writer.signature()));
			return report;
		});
	}

}
