package org.parley.forum.draft;

import java.time.InstantSource;

import org.parley.forum.category.Writer;
import org.parley.platform.web.IfMatch;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Keeps what a person has begun to write. */
@Component
class Drafting {

	/** Of one person. Two that are begun at once may be one too many. */
	private static final int MOST = 100;

	private final Drafts drafts;

	private final UnitOfWork work;

	private final InstantSource clock;

	Drafting(Drafts drafts, UnitOfWork work, InstantSource clock) {
		this.drafts = drafts;
		this.work = work;
		this.clock = clock;
	}

	DraftView begin(DraftRequest request, Writer writer) {
		if (this.drafts.count(writer.id(), MOST) >= MOST) {
			throw ProblemException.conflict("draft.too-many",
					"You have " + MOST + " drafts. Throw one away before you begin another.");
		}
		var draft = Draft.begin(writer.id(), request, this.clock.instant());
		this.drafts.save(draft);
		return draft.view();
	}

	DraftView write(String id, DraftRequest request, IfMatch condition, Writer writer) {
		return this.work.run(() -> {
			var draft = existing(id, condition, writer);
			draft.write(request, this.clock.instant());
			this.drafts.save(draft);
			return draft.view();
		});
	}

	void discard(String id, IfMatch condition, Writer writer) {
		this.work.run(() -> {
			var draft = existing(id, condition, writer);
			this.drafts.remove(draft);
			return draft;
		});
	}

	private Draft existing(String id, IfMatch condition, Writer writer) {
		var draft = this.drafts.of(writer.id(), id);
		condition.require(draft.version());
		return draft;
	}

}
