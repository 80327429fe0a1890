package org.parley.moderation.relocation;

import org.parley.moderation.cases.Cases;
import org.parley.moderation.incident.Incidents;
import org.parley.moderation.place.PostLocations;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes cases and incidents to where their posts and threads are now, so that the
 * moderators of that category see them, and those of the one before do not. Part of the
 * transaction that hears of the move.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class RelocateCases {

	private final PostLocations postLocations;

	private final Cases cases;

	private final Incidents incidents;

	RelocateCases(PostLocations postLocations, Cases cases, Incidents incidents) {
		this.postLocations = postLocations;
		this.cases = cases;
		this.incidents = incidents;
	}

	/** A thread is in another category. */
	void moveThread(String threadId, ModeratedThreadReference.Category category, long version) {
		if (this.postLocations.moveThread(threadId, category, version)) {
			this.cases.moveThread(threadId, category);
			this.incidents.moveThread(threadId, category);
		}
	}

	/** A post is in another thread. */
	public void movePost(ModeratedPostReference post, ModeratedThreadReference thread, long version) {
		if (!this.postLocations.movePost(post, thread, version)) {
			return;
		}
		if (this.cases.areAbout(post.id()) || this.incidents.areAbout(post.id())) {
			var present = this.postLocations.hold(thread);
			this.cases.movePost(post, present);
			this.incidents.movePost(post, present);
		}
	}

}
