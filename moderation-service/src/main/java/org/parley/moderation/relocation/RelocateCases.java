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
 * Moves cases and incidents with their posts and threads, so that the moderators of the
 * new category see them. Runs within the caller's transaction.
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

	void moveThread(String threadId, ModeratedThreadReference.Category category, long version) {
		if (this.postLocations.moveThread(threadId, category, version)) {
			this.cases.moveThread(threadId, category);
			this.incidents.moveThread(threadId, category);
		}
	}

	public void movePost(ModeratedPostReference post, ModeratedThreadReference thread, long version) {
		if (!this.postLocations.movePost(post, thread, version)) {
			return;
		}
		if (this.cases.existsForPost(post.id()) || this.incidents.existsForPost(post.id())) {
			var located = this.postLocations.lock(thread);
			this.cases.movePost(post, located);
			this.incidents.movePost(post, located);
		}
	}

}
