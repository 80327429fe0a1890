package org.parley.forum.post.edit;

import java.time.InstantSource;

import org.jspecify.annotations.Nullable;
import org.parley.forum.category.AuthorizedWriter;
import org.parley.forum.post.Post;
import org.parley.forum.post.Posts;
import org.parley.forum.post.event.PostEventPublisher;
import org.parley.forum.thread.ThreadAccess;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Creates a reply to a thread, or to a post in it. */
@Component
public class ReplyToThread {

	private final ThreadAccess access;

	private final Posts posts;

	private final ReadContent readContent;

	private final PostEventPublisher events;

	private final UnitOfWork unitOfWork;

	private final InstantSource clock;

	ReplyToThread(ThreadAccess access, Posts posts, ReadContent readContent, PostEventPublisher events,
			UnitOfWork unitOfWork, InstantSource clock) {
		this.access = access;
		this.posts = posts;
		this.readContent = readContent;
		this.events = events;
		this.unitOfWork = unitOfWork;
		this.clock = clock;
	}

	public Post reply(NewPost request, AuthorizedWriter writer) {
		var content = this.readContent.read(request.content(), writer.id(),
				() -> this.access.categoryOf(this.access.postable(request.threadId(), writer.rights())));
		return this.unitOfWork.run(() -> save(request, content, writer));
	}

	/**
	 * Finds the parent as it is now, not as it was before the content was read or the
	 * transaction began. A wrong one is reported only to writers who may post in the
	 * thread.
	 */
	private @Nullable Post parent(NewPost request, AuthorizedWriter writer) {
		var parentId = request.replyTo();
		if (parentId == null) {
			return null;
		}
		return this.unitOfWork.outside(() -> this.posts.find(parentId))
			.filter((parent) -> parent.isIn(request.threadId()) && parent.status().isShown())
			.orElseThrow(() -> {
				this.access.postable(request.threadId(), writer.rights());
				return RefusalException.field("replyTo", "post.not-found", "is not a visible post of this thread");
			});
	}

	/** Numbers, saves and publishes the reply. */
	private Post save(NewPost request, RenderedContent content, AuthorizedWriter writer) {
		var parent = parent(request, writer);
		var thread = this.access.takeNumber(request.threadId(), writer.rights());
		var post = Post.reply(thread.id(), thread.counters().lastNumber(), writer.id(), parent, request.content(),
				content.rendered().html(), this.clock.instant());
		content.recordIn(post);
		this.posts.insert(post);
		this.events.publishCreated(post, parent, thread, writer.signature());
		return post;
	}

}
