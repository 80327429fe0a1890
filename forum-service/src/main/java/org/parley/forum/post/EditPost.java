package org.parley.forum.post;

import java.time.InstantSource;

import org.parley.forum.category.AuthorizedWriter;
import org.parley.forum.text.Excerpt;
import org.parley.forum.thread.ThreadAccess;
import org.parley.forum.thread.Threads;
import org.parley.platform.web.IfMatch;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Lets a post say something else. */
@Component
class EditPost {

	private final PostAccess access;

	private final ThreadAccess places;

	private final Posts posts;

	private final Threads threads;

	private final PostNews news;

	private final ReadContent readContent;

	private final UnitOfWork work;

	private final InstantSource clock;

	EditPost(PostAccess access, ThreadAccess places, Posts posts, Threads threads, PostNews news,
			ReadContent readContent, UnitOfWork work, InstantSource clock) {
		this.access = access;
		this.places = places;
		this.posts = posts;
		this.threads = threads;
		this.news = news;
		this.readContent = readContent;
		this.work = work;
		this.clock = clock;
	}

	Post edit(String id, String content, IfMatch condition, AuthorizedWriter authorizedWriter) {
		var written = this.readContent.read(content,
				() -> this.places.categoryOf(this.access.visible(id, authorizedWriter.rights()).thread()));
		var rendered = written.rendered();
		return this.work.run(() -> {
			var found = this.access.writable(id, authorizedWriter);
			var post = found.post();
			condition.require(post.version());
			if (post.content().equals(content)) {
				return post;
			}
			post.edit(found.writer(), content, rendered.html(), this.clock.instant()).ifPresent(this.posts::keep);
			post.quote(written.quotes());
			this.posts.update(post);
			if (post.opensThread() && post.status().isShown()) {
				this.threads.summarize(post.threadId(), Excerpt.of(rendered.plainText()));
			}
			this.news.tellEdited(post, found.thread(), authorizedWriter.signature());
			return post;
		});
	}

}
