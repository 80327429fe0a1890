package org.parley.forum.report.list;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.forum.PostStatus;
import org.parley.forum.member.Authors;
import org.parley.forum.member.Members;
import org.parley.forum.member.PersonView;
import org.parley.forum.post.PostAccess;
import org.parley.forum.report.PostReport;
import org.parley.forum.report.PostReports;
import org.parley.forum.report.ReportStatus;
import org.parley.forum.thread.ThreadAccess;
import org.parley.platform.domain.ReportReason;
import org.parley.platform.readmodels.category.Rights;
import org.parley.platform.web.paging.Cursor;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;

import org.springframework.stereotype.Component;

/** Reads the reports in the categories that the reader moderates. */
@Component
class ReportList {

	/** The most pages that are skipped because the reader moderates nothing on them. */
	private static final int MOST_SKIPPED = 50;

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

	/** Returns a page; it may hold fewer items than its limit, but seldom none. */
	Paged<ReportItem> page(ReportQuery query, Rights rights) {
		var paged = read(query, rights);
		for (int skipped = 0; skipped < MOST_SKIPPED && paged.data().isEmpty(); skipped++) {
			var onwards = query.onwards(paged);
			if (onwards == null) {
				return paged;
			}
			paged = read(query.at(onwards), rights);
		}
		return paged;
	}

	private Paged<ReportItem> read(ReportQuery query, Rights rights) {
		var paged = this.postReports.findPage(query.reportStatus(), query);
		return new Paged<>(items(paged.data(), rights), paged.meta());
	}

	private List<ReportItem> items(List<PostReport> postReports, Rights rights) {
		var visible = new HashMap<>(
				this.posts.visible(postReports.stream().map(PostReport::postId).distinct().toList(), rights));
		visible.values().removeIf((placed) -> !rights.mayModerate(this.threads.categoryOf(placed.thread())));
		var people = this.members.authors(Stream.concat(postReports.stream().map(PostReport::reporterId),
				visible.values().stream().map((placed) -> placed.post().authorId())));
		return postReports.stream()
			.flatMap((postReport) -> Stream.ofNullable(visible.get(postReport.postId()))
				.map((placed) -> item(postReport, placed, people)))
			.toList();
	}

	private static ReportItem item(PostReport postReport, PostAccess.Placed placed, Authors people) {
		var post = placed.post();
		var reported = new ReportItem.Reported(post.id(), post.threadId(), placed.thread().title(), post.number(),
				people.get(post.authorId()).person(), post.status());
		return new ReportItem(postReport.id(), reported, people.get(postReport.reporterId()).person(),
				postReport.reason(), postReport.note(), postReport.status(), postReport.createdAt(),
				postReport.closedAt());
	}

	/**
	 * A report as moderators see it.
	 *
	 * @param reason the category of the problem
	 * @param note an explanation in the reporter's words
	 * @param status whether it is open, or how it was decided
	 * @param closedAt the time of the decision
	 */
	record ReportItem(String id, Reported post, PersonView reporter, ReportReason reason, @Nullable String note,
			ReportStatus status, Instant createdAt, @Nullable Instant closedAt) {

		/**
		 * A reported post.
		 *
		 * @param id the post's id
		 * @param number its number in the thread
		 */
		record Reported(String id, String threadId, String threadTitle, int number, PersonView author,
				PostStatus status) {
		}

	}

	/**
	 * Selects a page of reports.
	 *
	 * @param status only reports with this status
	 * @param limit the maximum number of items, 20 by default
	 */
	record ReportQuery(
			@Pattern(regexp = "open|upheld|dismissed",
					message = "must be open, upheld or dismissed") @Nullable String status,
			@Size(max = 512, message = "must be a cursor of this list") @Nullable String cursor,
			@Min(value = 1, message = "must be at least 1") @Max(value = 100,
					message = "must be at most 100") @Nullable Integer limit)
			implements
				PageQuery {

		/** The cursor of the page after another one in the direction of this query. */
		@Nullable String onwards(Paged<?> paged) {
			var pagination = paged.meta().pagination();
			return isBackwards() ? pagination.prev() : pagination.next();
		}

		private boolean isBackwards() {
			return this.cursor != null && Cursor.parse(this.cursor, "newest", 1).backwards();
		}

		ReportQuery at(String other) {
			return new ReportQuery(this.status, other, this.limit);
		}

		@Nullable ReportStatus reportStatus() {
			return (this.status != null) ? ReportStatus.of(this.status) : null;
		}

	}

}
