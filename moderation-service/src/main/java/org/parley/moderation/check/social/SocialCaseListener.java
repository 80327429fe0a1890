package org.parley.moderation.check.social;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.social.SocialCommentRemoved;
import org.parley.contracts.social.SocialPostRemoved;
import org.parley.contracts.social.SocialReportFiled;
import org.parley.contracts.social.SocialReportFiled.ContextText;
import org.parley.moderation.cases.CaseGrounds;
import org.parley.moderation.cases.OpenCase;
import org.parley.moderation.cases.WithdrawCase;
import org.parley.moderation.check.PostChecks;
import org.parley.moderation.subject.AuthorReference;
import org.parley.moderation.subject.ContentRevision;
import org.parley.moderation.subject.QuotedText;
import org.parley.moderation.subject.ReaderReport;
import org.parley.moderation.subject.SocialPlace;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/** Opens and withdraws the cases of social posts and comments. */
@EventConsumer("ai_moderation")
class SocialCaseListener {

	private final OpenCase openCase;

	private final WithdrawCase withdrawCase;

	private final PostChecks postChecks;

	private final KnownVersions versions;

	SocialCaseListener(OpenCase openCase, WithdrawCase withdrawCase, PostChecks postChecks, KnownVersions versions) {
		this.openCase = openCase;
		this.withdrawCase = withdrawCase;
		this.postChecks = postChecks;
		this.versions = versions;
	}

	@EventHandler("social-report.filed")
	void onReport(SocialReportFiled data) {
		var context = (data.context() != null) ? data.context() : List.<ContextText>of();
		var report = data.report();
		this.openCase.openForReport(grounds(data),
				new ReaderReport(report.id(), report.reason(), report.note(), AuthorReference.of(data.by()),
						report.createdAt()),
				Objects.requireNonNullElse(data.reported().media(), List.of()),
				context.stream().map(SocialCaseListener::quoted).toList());
	}

	private static CaseGrounds grounds(SocialReportFiled data) {
		var reported = data.reported();
		var author = reported.author();
		return new CaseGrounds(SocialPlace.unnumbered(reported.id(), author),
				SocialPlace.of(reported.postId(), author, reported.everybody()),
				new ContentRevision(reported.version(), 0), Objects.requireNonNullElse(reported.text(), ""), null,
				List.of("report/" + data.report().reason()));
	}

	private static QuotedText quoted(ContextText text) {
		return new QuotedText(text.id(), null, AuthorReference.of(text.author()), text.text(), text.media(),
				text.createdAt());
	}

	@EventHandler("social-post.removed")
	void onPostRemoved(SocialPostRemoved data) {
		onRemoved(data.post().id(), data.hidden(), data.version());
	}

	@EventHandler("social-comment.removed")
	void onCommentRemoved(SocialCommentRemoved data) {
		onRemoved(data.comment().id(), data.hidden(), data.version());
	}

	/** Content that moderation itself has hidden keeps its case. */
	private void onRemoved(String contentId, @Nullable Boolean hidden, long version) {
		if (!Boolean.TRUE.equals(hidden)) {
			this.versions.save(contentId, version);
			this.postChecks.cancelUpTo(contentId, new ContentRevision(version, 0));
			this.withdrawCase.withdrawPost(contentId, version);
		}
	}

}
