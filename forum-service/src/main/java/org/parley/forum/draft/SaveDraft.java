package org.parley.forum.draft;

import java.time.InstantSource;

import org.parley.forum.category.AuthorizedWriter;
import org.parley.platform.web.IfMatch;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Keeps what a person has begun to write. */
@Component
class SaveDraft {

	/** Of one person. Two that are begun at once may be one too many. */
	private static final int MOST = 100;

	private final Drafts drafts;

	private final UnitOfWork work;

	private final InstantSource clock;

	SaveDraft(Drafts drafts, UnitOfWork work, InstantSource clock) {
		this.drafts = drafts;
		this.work = work;
		this.clock = clock;
	}

	DraftView begin(DraftRequest request, AuthorizedWriter authorizedWriter) {
		if (this.drafts.count(authorizedWriter.id(), MOST) >= MOST) {
			throw ProblemException.conflict("draft.too-many",
					"You have " + MOST + " drafts. Throw one away before you begin another.");
		}
		var draft = Draft.begin(authorizedWriter.id(), request, this.clock.instant());
		this.drafts.save(draft);
		return draft.view();
	}

	DraftView write(String id, DraftRequest request, IfMatch condition, AuthorizedWriter authorizedWriter) {
		return this.work.run(() -> {
			var draft = existing(id, condition, authorizedWriter);
			draft.write(request, this.clock.instant());
			this.drafts.save(draft);
			return draft.view();
		});
	}

	void discard(String id, IfMatch condition, AuthorizedWriter authorizedWriter) {
		this.work.run(() -> {
			var draft = existing(id, condition, authorizedWriter);
			this.drafts.remove(draft);
			return draft;
		});
	}

	private Draft existing(String id, IfMatch condition, AuthorizedWriter authorizedWriter) {
		var draft = this.drafts.of(authorizedWriter.id(), id);
		condition.require(draft.version());
		return draft;
	}

}
