package org.parley.forum.report.list;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.parley.forum.member.Member;
import org.parley.forum.member.Members;
import org.parley.forum.member.PersonView;
import org.parley.forum.post.PostAccess;
import org.parley.forum.report.PostReport;
import org.parley.forum.report.PostReports;
import org.parley.forum.thread.ThreadAccess;
import org.parley.platform.readmodels.category.Rights;
import org.parley.platform.web.paging.Paged;

import org.springframework.stereotype.Component;

/** Reads the reports in the categories that the reader moderates. */
@Component
class ReportList {

	private final PostReports postReports;

	private final PostAccess posts;

	private final ThreadAccess threads;

	private final Members members;

	ReportList(PostReports postReports, PostAccess posts, ThreadAccess threads, Members members) {
		this.postReports = postReports;
		this.posts = posts;
		this.threads = threads;
		this.members = members;
	}

	/** Returns a page; it may hold fewer items than its limit. */
	Paged<ReportItem> page(ReportQuery query, Rights rights) {
		var paged = this.postReports.findPage(query.reportStatus(), query);
		return new Paged<>(items(paged.data(), rights), paged.meta());
	}

	private List<ReportItem> items(List<PostReport> postReports, Rights rights) {
		var visible = new HashMap<>(
				this.posts.visible(postReports.stream().map(PostReport::postId).distinct().toList(), rights));
		visible.values().removeIf((placed) -> !rights.moderate(this.threads.categoryOf(placed.thread())));
		var people = this.members.byId(
				Stream
					.concat(postReports.stream().map(PostReport::reporterId),
							visible.values().stream().map((placed) -> placed.post().authorId()))
					.distinct()
					.toList());
		return postReports.stream()
			.flatMap((postReport) -> Stream.ofNullable(visible.get(postReport.postId()))
				.map((placed) -> item(postReport, placed, people)))
			.toList();
	}

	private static ReportItem item(PostReport postReport, PostAccess.Placed placed, Map<String, Member> people) {
		var post = placed.post();
		var reported = new ReportItem.Reported(post.id(), post.threadId(), placed.thread().title(), post.number(),
				person(people, post.authorId()), post.status());
		return new ReportItem(postReport.id(), reported, person(people, postReport.reporterId()), postReport.reason(),
				postReport.note(), postReport.status(), postReport.createdAt(), postReport.closedAt());
	}

	private static PersonView person(Map<String, Member> people, String id) {
		return Objects.requireNonNull(people.get(id), "Every author is a member").person();
	}

}
