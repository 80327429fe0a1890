package org.parley.moderation.check;

import java.time.InstantSource;

import org.parley.moderation.check.PostCheck.Stage;
import org.parley.moderation.subject.ContentRevision;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;
import org.parley.moderation.verdict.Judgements;
import org.parley.platform.events.EventEnvelope;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Asks for checks. What was told before, or is older, asks for none. */
@Component
class ScheduleCheck {

	private final PostChecks postChecks;

	private final Judgements judgements;

	private final CheckLoops loops;

	private final UnitOfWork work;

	private final InstantSource clock;

	ScheduleCheck(PostChecks postChecks, Judgements judgements, CheckLoops loops, UnitOfWork work,
			InstantSource clock) {
		this.postChecks = postChecks;
		this.judgements = judgements;
		this.loops = loops;
		this.work = work;
		this.clock = clock;
	}

	void want(ThreadOpening threadOpening, EventEnvelope event) {
		want(threadOpening.post(), threadOpening.thread(), threadOpening.revision(), threadOpening.content(), event);
	}

	void want(ModeratedPostReference post, ModeratedThreadReference thread, ContentRevision contentRevision,
			String content, EventEnvelope event) {
		if (isKnown(post.id(), contentRevision)) {
			return;
		}
		var now = this.clock.instant();
		this.postChecks.put(new PostCheck(post.id(), post, thread, contentRevision, content, Stage.FIRST, now, now,
				null, null, 0, event.correlationid(), event.traceparent()));
		this.work.afterCommit(this.loops::signal);
	}

	private boolean isKnown(String postId, ContentRevision contentRevision) {
		return this.postChecks.find(postId).filter((check) -> !contentRevision.isAfter(check.revision())).isPresent()
				|| this.judgements.latest(postId)
					.filter((judgement) -> !contentRevision.isAfter(judgement.revision()))
					.isPresent();
	}

}
