package org.parley.forum.starting;

import java.time.InstantSource;

import org.parley.forum.category.CategoryAccess;
import org.parley.forum.category.Writer;
import org.parley.forum.post.Post;
import org.parley.forum.post.PostData;
import org.parley.forum.post.Posts;
import org.parley.forum.post.Quoting;
import org.parley.forum.text.Excerpt;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.ThreadNews;
import org.parley.forum.thread.Threads;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Lets a person start a thread. */
@Component
class Starting {

	private final CategoryAccess categories;

	private final Threads threads;

	private final Posts posts;

	private final ThreadNews news;

	private final ApplicationEventPublisher publisher;

	private final Quoting quoting;

	private final UnitOfWork work;

	private final InstantSource clock;

	Starting(CategoryAccess categories, Threads threads, Posts posts, ThreadNews news,
			ApplicationEventPublisher publisher, Quoting quoting, UnitOfWork work, InstantSource clock) {
		this.categories = categories;
		this.threads = threads;
		this.posts = posts;
		this.news = news;
		this.publisher = publisher;
		this.quoting = quoting;
		this.work = work;
		this.clock = clock;
	}

	ForumThread start(NewThread request, Writer writer) {
		var category = this.categories.visible(request.category(), writer.audience());
		category.requirePosting(writer.rights().in(category));
		var written = this.quoting.read(request.content(), () -> category);
		var rendered = written.rendered();
		return this.work.run(() -> {
			var now = this.clock.instant();
			var thread = ForumThread.start(category.id(), writer.id(), request.title(), request.distinctTags(),
					Excerpt.of(rendered.plainText()), now);
			var post = Post.opening(thread.id(), writer.id(), request.content(), rendered.html(), now);
			post.quote(written.quotes());
			this.threads.insert(thread);
			this.posts.insert(post);
			this.publisher
				.publishEvent(new ThreadCreated(this.news.data(thread), PostData.of(post, writer.signature(), null)));
			this.news.touch(thread.id());
			return thread;
		});
	}

}
