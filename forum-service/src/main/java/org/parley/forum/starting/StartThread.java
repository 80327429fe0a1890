package org.parley.forum.starting;

import java.time.InstantSource;

import org.parley.forum.category.AuthorizedWriter;
import org.parley.forum.category.CategoryAccess;
import org.parley.forum.post.Post;
import org.parley.forum.post.PostData;
import org.parley.forum.post.Posts;
import org.parley.forum.post.ReadContent;
import org.parley.forum.text.Excerpt;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.ThreadNews;
import org.parley.forum.thread.Threads;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Lets a person start a thread. */
@Component
class StartThread {

	private final CategoryAccess categories;

	private final Threads threads;

	private final Posts posts;

	private final ThreadNews news;

	private final ApplicationEventPublisher publisher;

	private final ReadContent readContent;

	private final UnitOfWork work;

	private final InstantSource clock;

	StartThread(CategoryAccess categories, Threads threads, Posts posts, ThreadNews news,
			ApplicationEventPublisher publisher, ReadContent readContent, UnitOfWork work, InstantSource clock) {
		this.categories = categories;
		this.threads = threads;
		this.posts = posts;
		this.news = news;
		this.publisher = publisher;
		this.readContent = readContent;
		this.work = work;
		this.clock = clock;
	}

	ForumThread start(NewThreadRequest request, AuthorizedWriter authorizedWriter) {
		var category = this.categories.visible(request.category(), authorizedWriter.audience());
		category.requirePosting(authorizedWriter.rights().in(category));
		var written = this.readContent.read(request.content(), () -> category);
		var rendered = written.rendered();
		return this.work.run(() -> {
			var now = this.clock.instant();
			var thread = ForumThread.start(category.id(), authorizedWriter.id(), request.title(),
					request.distinctTags(), Excerpt.of(rendered.plainText()), now);
			var post = Post.opening(thread.id(), authorizedWriter.id(), request.content(), rendered.html(), now);
			post.quote(written.quotes());
			this.threads.insert(thread);
			this.posts.insert(post);
			this.publisher.publishEvent(
					new ThreadCreated(this.news.data(thread), PostData.of(post, authorizedWriter.signature(), null)));
			this.news.touch(thread.id());
			return thread;
		});
	}

}
