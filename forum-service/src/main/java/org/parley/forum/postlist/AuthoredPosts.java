package org.parley.forum.postlist;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.swagger.v3.oas.annotations.media.Schema;
import org.parley.forum.member.Member;
import org.parley.forum.member.PersonView;
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

	/**
	 * A post in the list of an author's posts.
	 *
	 * @param number its place in the thread; number 1 opens it
	 * @param title the thread's title
	 * @param slug the thread's slug
	 * @param category the slug of the thread's category
	 * @param excerpt its first words as plain text
	 * @param voteScore votes up minus votes down
	 * @param accepted whether it is the accepted answer of its thread
	 */
	record AuthoredPostView(@Schema(example = "01KAG3C7D8E9F0G1H2J3K4M5N6") String id,
			@Schema(example = "01KAG3A1B2C3D4E5F6G7H8J9K0") String threadId, @Schema(example = "2") int number,
			@Schema(example = "Which tomatoes for a balcony?") String title,
			@Schema(example = "which-tomatoes-for-a-balcony") String slug, @Schema(example = "garden") String category,
			PersonView author, @Schema(example = "Try Stupice.") String excerpt, int voteScore, boolean accepted,
			Instant createdAt) {

		static AuthoredPostView of(Post post, ForumThread thread, String category, PersonView author, String excerpt) {
			return new AuthoredPostView(post.id(), thread.id(), post.number(), thread.title(), thread.slug(), category,
					author, excerpt, post.voteScore(), post.id().equals(thread.acceptedAnswer()), post.createdAt());
		}

	}

}
