package org.parley.moderation.check.intake;

import java.util.List;

import org.parley.contracts.forum.post.PostChanged;
import org.parley.contracts.forum.post.PostMoved;
import org.parley.contracts.forum.post.PostRemoved;
import org.parley.contracts.forum.post.ReportFiled;
import org.parley.contracts.forum.thread.ThreadEvent;
import org.parley.moderation.cases.CaseGrounds;
import org.parley.moderation.cases.OpenCase;
import org.parley.moderation.cases.WithdrawCase;
import org.parley.moderation.check.PostChecks;
import org.parley.moderation.relocation.RelocateCases;
import org.parley.moderation.subject.ContentRestored;
import org.parley.moderation.subject.ContentRevision;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;
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
	void onPostRestored(PostChanged data, EventEnvelope event) {
		var post = data.post();
		this.withdrawCase
			.reopenPost(new ContentRestored(post.id(), post.version(), post.status().isShown(), event.time()));
		if (data.by().id().equals(post.author().id())) {
			this.postCheckListener.onChanged(data, event);
		}
	}

	@EventHandler("post.removed")
	void onPostRemoved(PostRemoved data) {
		this.postChecks.cancelRemoved(ModeratedPostReference.of(data.post()),
				ModeratedThreadReference.of(data.thread()), new ContentRevision(data.version(), 0));
		this.withdrawCase.withdrawPost(data.post().id(), data.version());
		this.relocateCases.removePost(data.post().id());
	}

	/** A move changes no content, so it schedules no check. */
	@EventHandler("post.moved")
	void onPostMoved(PostMoved data) {
		var thread = ModeratedThreadReference.of(data.thread());
		this.relocateCases.movePost(ModeratedPostReference.of(data.reference()), thread, data.version());
		if (data.post() != null && data.reference().opensThread()) {
			this.openings.save(data.post(), thread);
		}
	}

	@EventHandler("thread.removed")
	void onThreadRemoved(ThreadEvent data) {
		this.withdrawCase.withdrawThread(data.thread().id(), data.thread().version());
	}

	@EventHandler("thread.restored")
	void onThreadRestored(ThreadEvent data) {
		this.withdrawCase.reopenThread(data.thread().id(), data.thread().version());
	}

	@EventHandler("report.filed")
	void onReport(ReportFiled data) {
		var post = data.post();
		var grounds = new CaseGrounds(ModeratedPostReference.of(post.reference()),
				ModeratedThreadReference.of(data.thread()), new ContentRevision(post.version(), 0), post.content(),
				null, List.of("report/" + data.report().reason()));
		this.openCase.openForReport(grounds);
	}

}
