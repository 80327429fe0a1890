package org.parley.forum.post.edit;

import org.jspecify.annotations.Nullable;
import org.parley.forum.category.AuthorizedWriter;
import org.parley.forum.post.Post;
import org.parley.forum.post.Posts;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.ThreadAccess;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Creates a reply to a thread, or to a post in it. */
@Component
class ReplyToThread {

	private final ThreadAccess access;

	private final Posts posts;

	private final ReadContent readContent;

	private final SaveReply saveReply;

	private final UnitOfWork unitOfWork;

	ReplyToThread(ThreadAccess access, Posts posts, ReadContent readContent, SaveReply saveReply,
			UnitOfWork unitOfWork) {
		this.access = access;
		this.posts = posts;
		this.readContent = readContent;
		this.saveReply = saveReply;
		this.unitOfWork = unitOfWork;
	}

	Post reply(NewPost request, AuthorizedWriter writer) {
		var thread = this.access.visible(request.threadId(), writer.rights());
		this.access.requirePosting(thread, writer.rights());
		var parent = parent(request.replyTo(), thread);
		var rendered = this.readContent.read(request.content(), () -> this.access.categoryOf(thread));
		return this.unitOfWork.run(() -> this.saveReply.save(thread, parent, request.content(), rendered, writer.id()));
	}

	private @Nullable Post parent(@Nullable String id, ForumThread thread) {
		if (id == null) {
			return null;
		}
		return this.posts.find(id)
			.filter((parent) -> parent.isIn(thread.id()) && parent.status().isShown())
			.orElseThrow(
					() -> ProblemException.field("replyTo", "post.not-found", "is not a visible post of this thread"));
	}

}
