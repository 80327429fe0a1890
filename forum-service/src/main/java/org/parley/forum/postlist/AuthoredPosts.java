package org.parley.forum.postlist;

import java.util.List;
import java.util.Optional;

import org.parley.forum.member.Member;
import org.parley.forum.post.Post;
import org.parley.forum.post.Posts;
import org.parley.forum.text.Excerpt;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.ThreadAccess;
import org.parley.platform.readmodels.category.Rights;
import org.parley.platform.text.markdown.Markdown;
import org.parley.platform.web.paging.NewestFirst;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;

import org.springframework.stereotype.Component;

/** Reads the posts of an author that everybody sees who may read their threads. */
@Component
class AuthoredPosts {

	private final Posts posts;

	private final ThreadAccess threads;

	private final Markdown markdown;

	AuthoredPosts(Posts posts, ThreadAccess threads, Markdown markdown) {
		this.posts = posts;
		this.threads = threads;
		this.markdown = markdown;
	}

	Paged<AuthoredPostView> page(Member author, PageQuery page, Rights rights) {
		var found = this.posts.findPageBy(author.id(), page);
		var readable = this.threads.visible(found.data().stream().map(Post::threadId).distinct().toList(), rights);
		return new Paged<>(found.data()
			.stream()
			.flatMap((post) -> Optional.ofNullable(readable.get(post.threadId()))
				.map((thread) -> view(post, thread, author))
				.stream())
			.toList(), found.meta());
	}

	/**
	 * The page of an unknown author.
	 * @throws org.parley.platform.domain.RefusalException 400 {@code cursor.invalid}
	 */
	static Paged<AuthoredPostView> none(PageQuery page) {
		return new NewestFirst(page, Posts.BY_AUTHOR).page(List.<AuthoredPostView>of(), AuthoredPostView::id);
	}

	private AuthoredPostView view(Post post, ForumThread thread, Member author) {
		return AuthoredPostView.of(post, thread, this.threads.categoryOf(thread).slug(), author.person(),
				Excerpt.of(this.markdown.plainText(post.content())));
	}

}
