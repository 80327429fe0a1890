package org.parley.moderation.check.intake;

import java.util.List;

import org.parley.moderation.cases.CaseWithdrawal;
import org.parley.moderation.cases.OpenCase;
import org.parley.moderation.cases.WithdrawCase;
import org.parley.moderation.check.PostChecks;
import org.parley.moderation.relocation.RelocateCases;
import org.parley.moderation.subject.ContentRevision;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/** Opens cases for reports, and adapts cases to removed, restored and moved posts. */
@EventConsumer("ai_moderation")
class CaseUpdateListener {

	private final PostCheckListener postCheckListener;

	private final PostChecks postChecks;

	private final ThreadOpenings openings;

	private final WithdrawCase withdrawCase;

	private final OpenCase openCase;

	private final RelocateCases relocateCases;

	CaseUpdateListener(PostCheckListener postCheckListener, PostChecks postChecks, ThreadOpenings openings,
			WithdrawCase withdrawCase, OpenCase openCase, RelocateCases relocateCases) {
		this.postCheckListener = postCheckListener;
		this.postChecks = postChecks;
		this.openings = openings;
		this.withdrawCase = withdrawCase;
		this.openCase = openCase;
		this.relocateCases = relocateCases;
	}

	/** A post that a moderator restores needs no check. */
	@EventHandler("post.restored")
	void onPostRestored(ForumPostEventData.PostEvent data, EventEnvelope event) {
		this.withdrawCase.reopenPost(data.post().id());
		var by = data.by();
		if (by == null || by.id().equals(data.post().author().id())) {
			this.postCheckListener.onPost(data, event);
		}
	}

	@EventHandler("post.removed")
	void onPostRemoved(ForumPostEventData.PostRemoved data) {
		this.postChecks.cancelRemoved(data.post(), data.thread(), new ContentRevision(data.version(), 0));
		this.withdrawCase.withdrawPost(data.post().id(), CaseWithdrawal.POST_REMOVED);
	}

	/** A move changes no content, so it schedules no check. */
	@EventHandler("post.moved")
	void onPostMoved(ForumPostEventData.PostMoved data) {
		this.relocateCases.movePost(data.reference(), data.thread(), data.version());
		if (data.post() != null && data.reference().opensThread()) {
			this.openings.save(new ForumPostEventData.PostEvent(data.post(), data.thread(), null, null));
		}
	}

	@EventHandler("thread.removed")
	void onThreadRemoved(ForumPostEventData.ThreadEvent data) {
		this.withdrawCase.withdrawThread(data.thread().id());
	}

	@EventHandler("thread.restored")
	void onThreadRestored(ForumPostEventData.ThreadEvent data) {
		this.withdrawCase.reopenThread(data.thread().id());
	}

	@EventHandler("report.filed")
	void onReport(ForumPostEventData.PostReported data) {
		this.openCase.openForReport(data.grounds(), List.of());
	}

}
