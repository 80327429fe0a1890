package org.parley.forum.post;

import java.time.Instant;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.parley.forum.content.Markdown;
import org.parley.forum.member.PersonReference;
import org.parley.forum.text.Excerpt;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.HideThread;
import org.parley.forum.thread.Threads;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Lets a post become what moderation says. */
@Component
class ApplyVerdict {

	private final Posts posts;

	private final Threads threads;

	private final HideThread hideThread;

	private final PostNews news;

	private final Markdown markdown;

	private final UnitOfWork work;

	ApplyVerdict(Posts posts, Threads threads, HideThread hideThread, PostNews news, Markdown markdown,
			UnitOfWork work) {
		this.posts = posts;
		this.threads = threads;
		this.hideThread = hideThread;
		this.news = news;
		this.markdown = markdown;
		this.work = work;
	}

	/** What a check came to. */
	void judge(String postId, PostStatus verdict, long contentVersion, Instant at) {
		change(postId, null, (post) -> post.judge(verdict, contentVersion, at));
	}

	/** What a moderator has decided. */
	void decide(String postId, ModeratorRuling moderatorRuling, long contentVersion, PersonReference by) {
		change(postId, by, (post) -> post.decide(moderatorRuling, contentVersion));
	}

	private void change(String postId, @Nullable PersonReference by, Predicate<Post> change) {
		this.work.run(() -> {
			this.posts.find(postId).ifPresent((post) -> change(post, by, change));
			return postId;
		});
	}

	private void change(Post post, @Nullable PersonReference by, Predicate<Post> change) {
		var before = post.status();
		var read = post.version();
		var changed = change.test(post);
		this.posts.update(post, read);
		if (!changed) {
			return;
		}
		var thread = this.threads.find(post.threadId())
			.orElseThrow(() -> new IllegalStateException("A post has no thread"));
		this.news.tellJudged(post, before, thread, by);
		if (post.opensThread() && post.status().isShown() != before.isShown()) {
			withhold(post, thread, by);
		}
	}

	/** A thread shows no more than the post that opens it, not even how that begins. */
	private void withhold(Post post, ForumThread thread, @Nullable PersonReference by) {
		if (post.status().isShown()) {
			this.threads.summarize(thread.id(), Excerpt.of(this.markdown.plainText(post.content())));
			this.hideThread.release(thread, by);
		}
		else {
			this.threads.summarize(thread.id(), "");
			this.hideThread.hold(thread, by);
		}
	}

}
