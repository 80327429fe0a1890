package org.parley.moderation.check.intake;

import java.time.InstantSource;

import org.parley.moderation.check.CheckLoops;
import org.parley.moderation.check.PostCheck;
import org.parley.moderation.check.PostCheck.Stage;
import org.parley.moderation.check.PostChecks;
import org.parley.moderation.subject.ContentRevision;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;
import org.parley.moderation.verdict.Judgements;
import org.parley.platform.events.EventEnvelope;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Schedules the check of a new revision. Known and older revisions are ignored. */
@Component
class ScheduleCheck {

	private final PostChecks postChecks;

	private final Judgements judgements;

	private final CheckLoops loops;

	private final UnitOfWork unitOfWork;

	private final InstantSource clock;

	ScheduleCheck(PostChecks postChecks, Judgements judgements, CheckLoops loops, UnitOfWork unitOfWork,
			InstantSource clock) {
		this.postChecks = postChecks;
		this.judgements = judgements;
		this.loops = loops;
		this.unitOfWork = unitOfWork;
		this.clock = clock;
	}

	void schedule(ThreadOpening opening, EventEnvelope event) {
		schedule(opening.post(), opening.thread(), opening.revision(), opening.content(), event);
	}

	void schedule(ModeratedPostReference post, ModeratedThreadReference thread, ContentRevision contentRevision,
			String content, EventEnvelope event) {
		if (isKnown(post.id(), contentRevision)) {
			return;
		}
		var now = this.clock.instant();
		this.postChecks.save(new PostCheck(post.id(), post, thread, contentRevision, content, Stage.FIRST, now, now,
				null, null, 0, event.correlationid(), event.traceparent()));
		this.unitOfWork.afterCommit(this.loops::signal);
	}

	private boolean isKnown(String postId, ContentRevision contentRevision) {
		return this.postChecks.find(postId).filter((check) -> !contentRevision.isAfter(check.revision())).isPresent()
				|| this.judgements.findLatest(postId)
					.filter((judgement) -> !contentRevision.isAfter(judgement.revision()))
					.isPresent();
	}

}
