package org.parley.moderation.check.social;

import org.jspecify.annotations.Nullable;
import org.parley.moderation.cases.CaseWithdrawal;
import org.parley.moderation.cases.OpenCase;
import org.parley.moderation.cases.WithdrawCase;
import org.parley.moderation.check.PostChecks;
import org.parley.moderation.subject.ContentRevision;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/** Opens and withdraws the cases of social posts and comments. */
@EventConsumer("ai_moderation")
class SocialCaseListener {

	private final OpenCase openCase;

	private final WithdrawCase withdrawCase;

	private final PostChecks postChecks;

	SocialCaseListener(OpenCase openCase, WithdrawCase withdrawCase, PostChecks postChecks) {
		this.openCase = openCase;
		this.withdrawCase = withdrawCase;
		this.postChecks = postChecks;
	}

	@EventHandler("social-report.filed")
	void onReport(SocialEventData.ReportFiled data) {
		this.openCase.openForReport(data.grounds(), data.quoted());
	}

	@EventHandler("social-post.removed")
	void onPostRemoved(SocialEventData.PostGone data) {
		onRemoved(data.post(), data.hidden(), data.version());
	}

	@EventHandler("social-comment.removed")
	void onCommentRemoved(SocialEventData.CommentGone data) {
		onRemoved(data.comment(), data.hidden(), data.version());
	}

	@EventHandler("social-account.changed")
	void onAccount(SocialEventData.AccountChanged data) {
		if (data.privateAccount()) {
			this.postChecks.cancelSocial(data.person().id(), null);
		}
	}

	/** Content that moderation itself has hidden keeps its case. */
	private void onRemoved(SocialEventData.Identified gone, @Nullable Boolean hidden, long version) {
		if (!Boolean.TRUE.equals(hidden)) {
			this.postChecks.cancelUpTo(gone.id(), new ContentRevision(version, 0));
			this.withdrawCase.withdrawPost(gone.id(), CaseWithdrawal.POST_REMOVED);
		}
	}

}
