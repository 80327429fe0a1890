package org.parley.moderation.check.message;

import org.parley.moderation.cases.CaseWithdrawal;
import org.parley.moderation.cases.OpenCase;
import org.parley.moderation.cases.WithdrawCase;
import org.parley.moderation.check.PostChecks;
import org.parley.moderation.subject.ContentRevision;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/**
 * Opens cases for reports of messages, and withdraws those of checks when the message is
 * gone. A reported message stays to be decided about: its author could else escape by
 * deleting it.
 */
@EventConsumer("ai_moderation")
class MessageReportListener {

	private final OpenCase openCase;

	private final WithdrawCase withdrawCase;

	private final PostChecks postChecks;

	MessageReportListener(OpenCase openCase, WithdrawCase withdrawCase, PostChecks postChecks) {
		this.openCase = openCase;
		this.withdrawCase = withdrawCase;
		this.postChecks = postChecks;
	}

	@EventHandler("message.reported")
	void onReport(ModeratedMessageEventData.Reported data) {
		this.openCase.openForReport(data.grounds(), data.quoted());
	}

	@EventHandler("room-message.removed")
	void onRemoved(ModeratedMessageEventData.Gone data) {
		this.postChecks.cancelRemoved(data.message().reference(),
				data.conversation().reference(data.message().author()), new ContentRevision(data.version(), 0));
		this.withdrawCase.withdrawUnreported(data.message().id(), CaseWithdrawal.POST_REMOVED);
	}

}
