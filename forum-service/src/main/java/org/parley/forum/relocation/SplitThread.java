package org.parley.forum.relocation;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;

import org.parley.forum.category.AuthorizedWriter;
import org.parley.forum.category.CategoryAccess;
import org.parley.forum.post.Post;
import org.parley.forum.post.Posts;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.ThreadAccess;
import org.parley.forum.thread.Threads;
import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.platform.web.IfMatch;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Lets a moderator make a thread of its own of replies. */
@Component
class SplitThread {

	private final ThreadAccess access;

	private final CategoryAccess categories;

	private final Threads threads;

	private final Posts posts;

	private final RelocationAccess works;

	private final ClusterLoop mover;

	private final UnitOfWork work;

	private final InstantSource clock;

	SplitThread(ThreadAccess access, CategoryAccess categories, Threads threads, Posts posts, RelocationAccess works,
			@Qualifier("threadMover") ClusterLoop mover, UnitOfWork work, InstantSource clock) {
		this.access = access;
		this.categories = categories;
		this.threads = threads;
		this.posts = posts;
		this.works = works;
		this.mover = mover;
		this.work = work;
		this.clock = clock;
	}

	ThreadRelocation split(String id, SplitRequest request, IfMatch condition, AuthorizedWriter authorizedWriter) {
		authorizedWriter.rights().requireModerating();
		var begun = this.work.run(() -> {
			var source = this.access.visible(id, authorizedWriter.rights());
			var from = this.access.categoryOf(source);
			authorizedWriter.rights().requireModerating(from);
			condition.require(source.version());
			request.requireChoice();
			var to = (request.category() != null)
					? this.categories.visible(request.category(), authorizedWriter.audience()) : from;
			authorizedWriter.rights().requireModerating(to);
			var first = first(source, request);
			var part = new SplitPart(request.distinctPosts(), first.number(), request.title(), to.id(),
					request.distinctTags());
			var split = ThreadRelocation.split(source.id(), part, authorizedWriter.signature(), this.clock.instant());
			source.close(split.id(), null);
			this.threads.update(source);
			return this.works.begin(split);
		});
		this.mover.signal();
		return begun;
	}

	/** The reply that will open the new thread. */
	private Post first(ForumThread source, SplitRequest request) {
		var from = request.from();
		return (from != null) ? checked(this.posts.following(source.id(), from - 1, 1), source, "from")
				: first(source, request.distinctPosts());
	}

	private Post first(ForumThread source, List<String> ids) {
		var chosen = this.posts.byId(ids).values();
		if (chosen.size() < ids.size() || !chosen.stream().allMatch((post) -> post.isIn(source.id()))) {
			throw unknown("posts");
		}
		return checked(chosen.stream().sorted(Comparator.comparingInt(Post::number)).toList(), source, "posts");
	}

	private static Post checked(List<Post> chosen, ForumThread source, String field) {
		if (chosen.isEmpty()) {
			throw unknown(field);
		}
		var first = chosen.getFirst();
		if (first.opensThread()) {
			throw ProblemException.field(field, "post.opens-thread", "begins with the post that opens the thread");
		}
		if (!first.answers(source.id())) {
			throw ProblemException.field(field, "post.not-shown", "begins with a post that not everybody sees");
		}
		return first;
	}

	private static ProblemException unknown(String field) {
		return ProblemException.field(field, "post.not-found", "is no reply of this thread");
	}

}
