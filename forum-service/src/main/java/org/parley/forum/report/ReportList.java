package org.parley.forum.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.parley.platform.security.category.Rights;
import org.parley.forum.member.Member;
import org.parley.forum.member.Members;
import org.parley.forum.member.Person;
import org.parley.forum.post.PostAccess;
import org.parley.forum.thread.ThreadAccess;
import org.parley.platform.web.paging.Paged;

import org.springframework.stereotype.Component;

/** Reads what was reported, where its reader moderates. */
@Component
class ReportList {

	private final Reports reports;

	private final PostAccess posts;

	private final ThreadAccess threads;

	private final Members members;

	ReportList(Reports reports, PostAccess posts, ThreadAccess threads, Members members) {
		this.reports = reports;
		this.posts = posts;
		this.threads = threads;
		this.members = members;
	}

	/** A page; what is where its reader does not moderate is left out of it. */
	Paged<ReportItem> page(ReportQuery query, Rights rights) {
		var from = query.from();
		var paged = Paged.walk(this.reports.find(query.wanted(), from, query.size() + 1), from, query.size(),
				ReportQuery.NEWEST, (report) -> new Object[] { report.id() });
		return new Paged<>(items(paged.data(), rights), paged.meta());
	}

	private List<ReportItem> items(List<Report> reports, Rights rights) {
		var seen = new HashMap<>(this.posts.visible(reports.stream().map(Report::postId).distinct().toList(), rights));
		seen.values().removeIf((placed) -> !rights.moderate(this.threads.categoryOf(placed.thread())));
		var people = this.members.byId(
				Stream
					.concat(reports.stream().map(Report::reporterId),
							seen.values().stream().map((placed) -> placed.post().authorId()))
					.distinct()
					.toList());
		return reports.stream()
			.flatMap((report) -> Stream.ofNullable(seen.get(report.postId()))
				.map((placed) -> item(report, placed, people)))
			.toList();
	}

	private static ReportItem item(Report report, PostAccess.Placed placed, Map<String, Member> people) {
		var post = placed.post();
		var reported = new ReportItem.Reported(post.id(), post.threadId(), placed.thread().title(), post.number(),
				person(people, post.authorId()), post.status());
		return new ReportItem(report.id(), reported, person(people, report.reporterId()), report.reason(),
				report.note(), report.status(), report.createdAt(), report.closedAt());
	}

	private static Person person(Map<String, Member> people, String id) {
		return Objects.requireNonNull(people.get(id), "Whoever writes is a member").person();
	}

}
