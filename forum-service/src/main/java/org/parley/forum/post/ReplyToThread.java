package org.parley.forum.post;

import java.time.InstantSource;

import org.jspecify.annotations.Nullable;
import org.parley.forum.category.AuthorizedWriter;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.ThreadAccess;
import org.parley.forum.thread.Threads;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Lets a person reply to a thread, or to a post of it. */
@Component
class ReplyToThread {

	private final ThreadAccess access;

	private final Threads threads;

	private final Posts posts;

	private final PostNews news;

	private final ReadContent readContent;

	private final UnitOfWork work;

	private final InstantSource clock;

	ReplyToThread(ThreadAccess access, Threads threads, Posts posts, PostNews news, ReadContent readContent,
			UnitOfWork work, InstantSource clock) {
		this.access = access;
		this.threads = threads;
		this.posts = posts;
		this.news = news;
		this.readContent = readContent;
		this.work = work;
		this.clock = clock;
	}

	/** Takes a number of the thread first, then writes the post under it. */
	Post reply(NewPost request, AuthorizedWriter authorizedWriter) {
		var thread = this.access.visible(request.threadId(), authorizedWriter.rights());
		this.access.requirePosting(thread, authorizedWriter.rights());
		var parent = parent(request.replyTo(), thread);
		var written = this.readContent.read(request.content(), () -> this.access.categoryOf(thread));
		return this.work.run(() -> {
			var number = this.threads.takeNumber(thread.id());
			var post = Post.reply(thread.id(), number, authorizedWriter.id(), parent, request.content(),
					written.rendered().html(), this.clock.instant());
			post.quote(written.quotes());
			this.posts.insert(post);
			this.news.tellCreated(post, thread);
			return post;
		});
	}

	private @Nullable Post parent(@Nullable String id, ForumThread thread) {
		if (id == null) {
			return null;
		}
		return this.posts.find(id)
			.filter((parent) -> parent.threadId().equals(thread.id()) && parent.status().isShown())
			.orElseThrow(() -> ProblemException.field("replyTo", "post.not-found",
					"is no post of this thread that can be read"));
	}

}
