package org.parley.moderation.check;

import java.time.InstantSource;

import org.parley.moderation.check.Check.Stage;
import org.parley.moderation.subject.PostReference;
import org.parley.moderation.subject.Revision;
import org.parley.moderation.subject.ThreadReference;
import org.parley.moderation.verdict.Judgements;
import org.parley.platform.events.EventEnvelope;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Asks for checks. What was told before, or is older, asks for none. */
@Component
class Wanting {

	private final Checks checks;

	private final Judgements judgements;

	private final CheckLoops loops;

	private final UnitOfWork work;

	private final InstantSource clock;

	Wanting(Checks checks, Judgements judgements, CheckLoops loops, UnitOfWork work, InstantSource clock) {
		this.checks = checks;
		this.judgements = judgements;
		this.loops = loops;
		this.work = work;
		this.clock = clock;
	}

	void want(Opening opening, EventEnvelope event) {
		want(opening.post(), opening.thread(), opening.revision(), opening.content(), event);
	}

	void want(PostReference post, ThreadReference thread, Revision revision, String content, EventEnvelope event) {
		if (isKnown(post.id(), revision)) {
			return;
		}
		var now = this.clock.instant();
		this.checks.put(new Check(post.id(), post, thread, revision, content, Stage.FIRST, now, now, null, null, 0,
				event.correlationid(), event.traceparent()));
		this.work.afterCommit(this.loops::signal);
	}

	private boolean isKnown(String postId, Revision revision) {
		return this.checks.find(postId).filter((check) -> !revision.isAfter(check.revision())).isPresent()
				|| this.judgements.latest(postId)
					.filter((judgement) -> !revision.isAfter(judgement.revision()))
					.isPresent();
	}

}
