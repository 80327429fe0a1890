package org.parley.moderation.check;

import org.parley.moderation.cases.Raising;
import org.parley.moderation.cases.Withdrawal;
import org.parley.moderation.cases.Withdrawing;
import org.parley.moderation.relocation.RelocateCases;
import org.parley.moderation.subject.Revision;
import org.parley.platform.events.EventEnvelope;
import org.parley.platform.events.inbox.Hears;
import org.parley.platform.events.inbox.Listens;

import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Hears what is said in the forum and puts it on the list of checks; closes what there is
 * nothing to decide about any more. Asks nobody outside, so the queue never waits.
 */
@Listens("ai_moderation")
class ForumListener {

	private final MongoOperations mongo;

	private final Wanting wanting;

	private final Checks checks;

	private final Withdrawing withdrawing;

	private final Raising raising;

	private final RelocateCases relocating;

	ForumListener(MongoOperations mongo, Wanting wanting, Checks checks, Withdrawing withdrawing, Raising raising,
			RelocateCases relocating) {
		this.mongo = mongo;
		this.wanting = wanting;
		this.checks = checks;
		this.withdrawing = withdrawing;
		this.raising = raising;
		this.relocating = relocating;
	}

	@Hears("thread.created")
	void onStart(Told.Start told, EventEnvelope event) {
		var known = this.mongo.findById(told.thread().id(), Opening.class);
		var opening = (known != null) ? known.with(told.thread()).with(told.post())
				: Opening.of(told.post(), told.thread().reference(), told.thread().version());
		this.mongo.save(opening);
		this.wanting.want(opening, event);
	}

	/** Of a thread from before we listened the title alone is not checked. */
	@Hears("thread.edited")
	void onTitle(Told.OfThread told, EventEnvelope event) {
		var known = this.mongo.findById(told.thread().id(), Opening.class);
		if (known != null) {
			var opening = known.with(told.thread());
			this.mongo.save(opening);
			this.wanting.want(opening, event);
		}
	}

	@Hears({ "post.created", "post.edited" })
	void onPost(Told.OfPost told, EventEnvelope event) {
		if (told.post().number() == 1) {
			this.wanting.want(opening(told), event);
			return;
		}
		this.wanting.want(told.post().reference(), told.thread(), new Revision(told.post().version(), 0),
				told.post().content(), event);
	}

	/** What a moderator gives back was looked at by a person. */
	@Hears("post.restored")
	void onReturn(Told.OfPost told, EventEnvelope event) {
		this.withdrawing.reopenPost(told.post().id());
		var by = told.by();
		if (by == null || by.id().equals(told.post().author().id())) {
			onPost(told, event);
		}
	}

	@Hears("post.removed")
	void onRemoval(Told.Removal told) {
		this.checks.drop(told.post().id(), new Revision(told.version(), 0));
		this.withdrawing.withdrawPost(told.post().id(), Withdrawal.POST_REMOVED);
	}

	/** Its content was checked where it was; only where moderators find it changes. */
	@Hears("post.moved")
	void onMove(Told.Move told) {
		this.relocating.movePost(told.reference(), told.thread(), told.version());
		if (told.post() != null && told.reference().number() == 1) {
			opening(new Told.OfPost(told.post(), told.thread(), null));
		}
	}

	@Hears("thread.removed")
	void onThreadRemoval(Told.OfThread told) {
		this.withdrawing.withdrawThread(told.thread().id());
	}

	@Hears("thread.restored")
	void onThreadReturn(Told.OfThread told) {
		this.withdrawing.reopenThread(told.thread().id());
	}

	@Hears("report.filed")
	void onReport(Told.Reported told) {
		this.raising.report(told.grounds());
	}

	private Opening opening(Told.OfPost told) {
		var known = this.mongo.findById(told.thread().id(), Opening.class);
		var opening = (known != null) ? known.with(told.post()) : Opening.of(told.post(), told.thread(), 0);
		return this.mongo.save(opening);
	}

}
