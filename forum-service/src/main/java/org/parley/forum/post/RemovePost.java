package org.parley.forum.post;

import org.parley.forum.category.AuthorizedWriter;
import org.parley.platform.web.IfMatch;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Takes posts away, and gives them back. */
@Component
class RemovePost {

	private final PostAccess access;

	private final Posts posts;

	private final PostNews news;

	private final UnitOfWork work;

	RemovePost(PostAccess access, Posts posts, PostNews news, UnitOfWork work) {
		this.access = access;
		this.posts = posts;
		this.news = news;
		this.work = work;
	}

	Post remove(String id, IfMatch condition, AuthorizedWriter authorizedWriter) {
		return this.work.run(() -> {
			var found = this.access.writable(id, authorizedWriter);
			var post = found.post();
			condition.require(post.version());
			var before = post.status();
			if (post.remove(found.writer())) {
				this.posts.update(post);
				this.news.tellRemoved(post, before, found.thread(), authorizedWriter.signature());
			}
			return post;
		});
	}

	Post restore(String id, IfMatch condition, AuthorizedWriter authorizedWriter) {
		return this.work.run(() -> {
			var found = this.access.writable(id, authorizedWriter);
			var post = found.post();
			condition.require(post.version());
			var before = post.status();
			if (post.restore(found.writer())) {
				this.posts.update(post);
				this.news.tellRestored(post, before, found.thread(), authorizedWriter.signature());
			}
			return post;
		});
	}

}
