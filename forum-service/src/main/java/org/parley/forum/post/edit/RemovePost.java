package org.parley.forum.post.edit;

import org.parley.contracts.audit.AdministratorAct;
import org.parley.contracts.forum.PostStatus;
import org.parley.forum.category.AuthorizedWriter;
import org.parley.forum.post.Post;
import org.parley.forum.post.PostAccess;
import org.parley.forum.post.Posts;
import org.parley.forum.post.event.PostEventPublisher;
import org.parley.platform.messaging.AdministratorActs;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.web.IfMatch;

import org.springframework.stereotype.Component;

/** Removes and restores posts. */
@Component
public class RemovePost {

	private final PostAccess access;

	private final Posts posts;

	private final AdaptThread adaptThread;

	private final PostEventPublisher events;

	private final UnitOfWork unitOfWork;

	private final AdministratorActs acts;

	RemovePost(PostAccess access, Posts posts, AdaptThread adaptThread, PostEventPublisher events,
			UnitOfWork unitOfWork, AdministratorActs acts) {
		this.access = access;
		this.posts = posts;
		this.adaptThread = adaptThread;
		this.events = events;
		this.unitOfWork = unitOfWork;
		this.acts = acts;
	}

	/**
	 * Removes a reply.
	 * @throws org.parley.platform.domain.RefusalException 403 {@code post.not-yours}; 404
	 * {@code post.not-found}; 409 {@code post.opens-thread}, or if the thread is locked
	 * or archived
	 */
	public Post remove(String id, IfMatch condition, AuthorizedWriter writer) {
		return this.unitOfWork.run(() -> {
			var found = this.access.writable(id, writer);
			var post = found.post();
			condition.require(post.version());
			var before = post.status();
			if (post.remove(found.writer())) {
				this.posts.update(post);
				this.events.publishRemoved(post, before, found.thread(), writer.signature());
				this.adaptThread.openWithout(post, found.thread(), writer.signature());
				if (!writer.is(post.authorId())) {
					this.acts.record(AdministratorAct.POST_REMOVED, writer.id(), id);
				}
			}
			return post;
		});
	}

	Post restore(String id, IfMatch condition, AuthorizedWriter writer) {
		return this.unitOfWork.run(() -> {
			var found = this.access.writable(id, writer);
			var post = found.post();
			condition.require(post.version());
			var before = post.status();
			if (post.restore(found.writer())) {
				this.posts.update(post);
				this.events.publishRestored(post, before, found.thread(), writer.signature());
				this.adaptThread.adapt(post, before, found.thread(), writer.signature());
				if (!writer.is(post.authorId()) || before == PostStatus.REMOVED) {
					this.acts.record(AdministratorAct.POST_RESTORED, writer.id(), id);
				}
			}
			return post;
		});
	}

}
