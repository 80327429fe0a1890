package org.parley.forum.draft;

import java.time.InstantSource;

import org.parley.forum.category.AuthorizedWriter;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.web.IfMatch;

import org.springframework.stereotype.Component;

/** Creates, replaces and deletes drafts. */
@Component
class SaveDraft {

	/** The limit per member. Two concurrent requests may exceed it by one. */
	private static final int MAX_DRAFTS = 100;

	private final Drafts drafts;

	private final UnitOfWork work;

	private final InstantSource clock;

	SaveDraft(Drafts drafts, UnitOfWork work, InstantSource clock) {
		this.drafts = drafts;
		this.work = work;
		this.clock = clock;
	}

	Draft begin(DraftRequest request, AuthorizedWriter writer) {
		if (this.drafts.count(writer.id(), MAX_DRAFTS) >= MAX_DRAFTS) {
			throw RefusalException.conflict("draft.too-many",
					"You already have " + MAX_DRAFTS + " drafts. Delete one before you create another.");
		}
		var draft = Draft.begin(writer.id(), request, this.clock.instant());
		this.drafts.save(draft);
		return draft;
	}

	Draft write(String id, DraftRequest request, IfMatch condition, AuthorizedWriter writer) {
		return this.work.run(() -> {
			var draft = existing(id, condition, writer);
			draft.write(request, this.clock.instant());
			this.drafts.save(draft);
			return draft;
		});
	}

	void discard(String id, IfMatch condition, AuthorizedWriter writer) {
		this.work.run(() -> {
			var draft = existing(id, condition, writer);
			this.drafts.remove(draft);
		});
	}

	private Draft existing(String id, IfMatch condition, AuthorizedWriter writer) {
		var draft = this.drafts.require(writer.id(), id);
		condition.require(draft.version());
		return draft;
	}

}
