package org.parley.moderation.check.intake;

import org.parley.moderation.cases.CaseWithdrawal;
import org.parley.moderation.cases.OpenCase;
import org.parley.moderation.cases.WithdrawCase;
import org.parley.moderation.check.PostChecks;
import org.parley.moderation.relocation.RelocateCases;
import org.parley.moderation.subject.ContentRevision;
import org.parley.platform.events.EventEnvelope;
import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;

import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Consumes forum events: schedules checks, opens cases for reports and withdraws cases of
 * removed posts. Calls no other system, so the queue is never blocked.
 */
@EventConsumer("ai_moderation")
class PostCheckListener {

	private final MongoOperations mongo;

	private final ScheduleCheck scheduleCheck;

	private final PostChecks postChecks;

	private final WithdrawCase withdrawCase;

	private final OpenCase openCase;

	private final RelocateCases relocateCases;

	PostCheckListener(MongoOperations mongo, ScheduleCheck scheduleCheck, PostChecks postChecks,
			WithdrawCase withdrawCase, OpenCase openCase, RelocateCases relocateCases) {
		this.mongo = mongo;
		this.scheduleCheck = scheduleCheck;
		this.postChecks = postChecks;
		this.withdrawCase = withdrawCase;
		this.openCase = openCase;
		this.relocateCases = relocateCases;
	}

	@EventHandler("thread.created")
	void onThreadCreated(ForumPostEventData.ThreadStarted data, EventEnvelope event) {
		var stored = this.mongo.findById(data.thread().id(), ThreadOpening.class);
		var opening = (stored != null) ? stored.with(data.thread()).with(data.post())
				: ThreadOpening.of(data.post(), data.thread().reference(), data.thread().version());
		this.mongo.save(opening);
		this.scheduleCheck.schedule(opening, event);
	}

	/** A thread without a stored opening is older than this service and is skipped. */
	@EventHandler("thread.edited")
	void onThreadEdited(ForumPostEventData.ThreadEvent data, EventEnvelope event) {
		var stored = this.mongo.findById(data.thread().id(), ThreadOpening.class);
		if (stored != null) {
			var opening = stored.with(data.thread());
			this.mongo.save(opening);
			this.scheduleCheck.schedule(opening, event);
		}
	}

	@EventHandler({ "post.created", "post.edited" })
	void onPost(ForumPostEventData.PostEvent data, EventEnvelope event) {
		if (data.post().number() == 1) {
			this.scheduleCheck.schedule(saveOpening(data), event);
			return;
		}
		this.scheduleCheck.schedule(data.post().reference(), data.thread(),
				new ContentRevision(data.post().version(), 0), data.post().content(), event);
	}

	/** A post that a moderator restores needs no check. */
	@EventHandler("post.restored")
	void onPostRestored(ForumPostEventData.PostEvent data, EventEnvelope event) {
		this.withdrawCase.reopenPost(data.post().id());
		var by = data.by();
		if (by == null || by.id().equals(data.post().author().id())) {
			onPost(data, event);
		}
	}

	@EventHandler("post.removed")
	void onPostRemoved(ForumPostEventData.PostRemoved data) {
		this.postChecks.removeUpTo(data.post().id(), new ContentRevision(data.version(), 0));
		this.withdrawCase.withdrawPost(data.post().id(), CaseWithdrawal.POST_REMOVED);
	}

	/** A move changes no content, so it schedules no check. */
	@EventHandler("post.moved")
	void onPostMoved(ForumPostEventData.PostMoved data) {
		this.relocateCases.movePost(data.reference(), data.thread(), data.version());
		if (data.post() != null && data.reference().number() == 1) {
			saveOpening(new ForumPostEventData.PostEvent(data.post(), data.thread(), null));
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
		this.openCase.openForReport(data.grounds());
	}

	private ThreadOpening saveOpening(ForumPostEventData.PostEvent data) {
		var stored = this.mongo.findById(data.thread().id(), ThreadOpening.class);
		var opening = (stored != null) ? stored.with(data.post()) : ThreadOpening.of(data.post(), data.thread(), 0);
		return this.mongo.save(opening);
	}

}
