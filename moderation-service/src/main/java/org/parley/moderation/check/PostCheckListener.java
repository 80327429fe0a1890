package org.parley.moderation.check;

import org.parley.moderation.cases.CaseWithdrawal;
import org.parley.moderation.cases.OpenCase;
import org.parley.moderation.cases.WithdrawCase;
import org.parley.moderation.relocation.RelocateCases;
import org.parley.moderation.subject.ContentRevision;
import org.parley.platform.events.EventEnvelope;
import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;

import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Hears what is said in the forum and puts it on the list of checks; closes what there is
 * nothing to decide about any more. Asks nobody outside, so the queue never waits.
 */
@EventConsumer("ai_moderation")
class PostCheckListener {

	private final MongoOperations mongo;

	private final ScheduleCheck scheduleCheck;

	private final PostChecks postChecks;

	private final WithdrawCase withdrawCase;

	private final OpenCase openCase;

	private final RelocateCases relocating;

	PostCheckListener(MongoOperations mongo, ScheduleCheck scheduleCheck, PostChecks postChecks,
			WithdrawCase withdrawCase, OpenCase openCase, RelocateCases relocating) {
		this.mongo = mongo;
		this.scheduleCheck = scheduleCheck;
		this.postChecks = postChecks;
		this.withdrawCase = withdrawCase;
		this.openCase = openCase;
		this.relocating = relocating;
	}

	@EventHandler("thread.created")
	void onStart(ForumPostEventData.Start told, EventEnvelope event) {
		var known = this.mongo.findById(told.thread().id(), ThreadOpening.class);
		var opening = (known != null) ? known.with(told.thread()).with(told.post())
				: ThreadOpening.of(told.post(), told.thread().reference(), told.thread().version());
		this.mongo.save(opening);
		this.scheduleCheck.want(opening, event);
	}

	/** Of a thread from before we listened the title alone is not checked. */
	@EventHandler("thread.edited")
	void onTitle(ForumPostEventData.OfThread told, EventEnvelope event) {
		var known = this.mongo.findById(told.thread().id(), ThreadOpening.class);
		if (known != null) {
			var opening = known.with(told.thread());
			this.mongo.save(opening);
			this.scheduleCheck.want(opening, event);
		}
	}

	@EventHandler({ "post.created", "post.edited" })
	void onPost(ForumPostEventData.OfPost told, EventEnvelope event) {
		if (told.post().number() == 1) {
			this.scheduleCheck.want(opening(told), event);
			return;
		}
		this.scheduleCheck.want(told.post().reference(), told.thread(), new ContentRevision(told.post().version(), 0),
				told.post().content(), event);
	}

	/** What a moderator gives back was looked at by a person. */
	@EventHandler("post.restored")
	void onReturn(ForumPostEventData.OfPost told, EventEnvelope event) {
		this.withdrawCase.reopenPost(told.post().id());
		var by = told.by();
		if (by == null || by.id().equals(told.post().author().id())) {
			onPost(told, event);
		}
	}

	@EventHandler("post.removed")
	void onRemoval(ForumPostEventData.Removal told) {
		this.postChecks.drop(told.post().id(), new ContentRevision(told.version(), 0));
		this.withdrawCase.withdrawPost(told.post().id(), CaseWithdrawal.POST_REMOVED);
	}

	/** Its content was checked where it was; only where moderators find it changes. */
	@EventHandler("post.moved")
	void onMove(ForumPostEventData.Move told) {
		this.relocating.movePost(told.reference(), told.thread(), told.version());
		if (told.post() != null && told.reference().number() == 1) {
			opening(new ForumPostEventData.OfPost(told.post(), told.thread(), null));
		}
	}

	@EventHandler("thread.removed")
	void onThreadRemoval(ForumPostEventData.OfThread told) {
		this.withdrawCase.withdrawThread(told.thread().id());
	}

	@EventHandler("thread.restored")
	void onThreadReturn(ForumPostEventData.OfThread told) {
		this.withdrawCase.reopenThread(told.thread().id());
	}

	@EventHandler("report.filed")
	void onReport(ForumPostEventData.Reported told) {
		this.openCase.report(told.grounds());
	}

	private ThreadOpening opening(ForumPostEventData.OfPost told) {
		var known = this.mongo.findById(told.thread().id(), ThreadOpening.class);
		var opening = (known != null) ? known.with(told.post()) : ThreadOpening.of(told.post(), told.thread(), 0);
		return this.mongo.save(opening);
	}

}
