package org.parley.moderation.relocation;

import org.parley.moderation.cases.Cases;
import org.parley.moderation.incident.Incidents;
import org.parley.moderation.place.PostLocations;
import org.parley.moderation.statement.RecordStatement;
import org.parley.moderation.statement.Statements;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves cases, incidents and statements with their posts and threads, so that the
 * moderators of the new category see them. Runs within the caller's transaction.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class RelocateCases {

	private final PostLocations postLocations;

	private final Cases cases;

	private final Incidents incidents;

	private final Statements statements;

	private final RecordStatement recordStatement;

	private final ApplicationEventPublisher publisher;

	RelocateCases(PostLocations postLocations, Cases cases, Incidents incidents, Statements statements,
			RecordStatement recordStatement, ApplicationEventPublisher publisher) {
		this.postLocations = postLocations;
		this.cases = cases;
		this.incidents = incidents;
		this.statements = statements;
		this.recordStatement = recordStatement;
		this.publisher = publisher;
	}

	void moveThread(String threadId, ModeratedThreadReference.Category category, long version) {
		if (this.postLocations.moveThread(threadId, category, version)) {
			this.cases.moveThread(threadId, category);
			this.incidents.moveThread(threadId, category);
			this.statements.moveThread(threadId, category);
			this.publisher.publishEvent(new ThreadRelocated(threadId, category));
		}
	}

	public void movePost(ModeratedPostReference post, ModeratedThreadReference thread, long version) {
		if (!this.postLocations.movePost(post, thread, version)) {
			return;
		}
		if (!this.cases.existsForPost(post.id()) && !this.incidents.existsForPost(post.id())) {
			this.publisher.publishEvent(new PostRelocated(post, thread));
			return;
		}
		this.recordStatement.endLock(post.id());
		var located = this.postLocations.lock(thread);
		this.cases.movePost(post, located);
		this.incidents.movePost(post, located);
		this.statements.movePost(post, located);
		this.publisher.publishEvent(new PostRelocated(post, located));
	}

	/** Ends the lock of the thread from which a post is removed. */
	public void removePost(String postId) {
		this.recordStatement.endLock(postId);
	}

}
