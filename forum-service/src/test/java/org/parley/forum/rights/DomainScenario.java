package org.parley.forum.rights;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

import org.parley.forum.category.AuthorizedWriter;
import org.parley.forum.category.Category;
import org.parley.forum.category.CategoryMother;
import org.parley.forum.category.WriterMother;
import org.parley.forum.post.Post;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.ThreadTransition;
import org.parley.forum.vote.Vote;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.readmodels.category.Rights;

/**
 * A thread with a reply by its author, on which an actor tries an action in the domain.
 *
 * @param actor the id of the actor
 * @param rights the rights of the actor
 * @param category the category of the thread
 * @param target another category
 */
record DomainScenario(String actor, Rights rights, Category category, Category target, ForumThread thread, Post opening,
		Post reply) {

	static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

	private static final String AUTHOR = "author";

	static DomainScenario of(Role role, Situation situation) {
		var category = CategoryMother.category("here", audience(situation.read()), audience(situation.post()));
		var target = CategoryMother.category("target", Audience.EVERYONE, Audience.MEMBERS);
		var thread = ForumThread.start(category.id(), AUTHOR, "Which tomatoes?", List.of(), "", NOW);
		var scenario = new DomainScenario((role == Role.AUTHOR) ? AUTHOR : "actor",
				rights(role,
						(situation == Situation.TARGET_MODERATED) ? Set.of(category.id(), target.id())
								: Set.of(category.id())),
				category, target, thread, Post.opening(thread.id(), AUTHOR, "Which?", "<p>Which?</p>", NOW),
				Post.reply(thread.id(), 2, AUTHOR, null, "These", "<p>These</p>", NOW));
		scenario.enter(situation);
		return scenario;
	}

	private static Rights rights(Role role, Set<String> here) {
		return switch (role) {
			case GUEST -> Rights.of(Audience.EVERYONE);
			case MEMBER, AUTHOR -> Rights.of(Audience.MEMBERS);
			case MODERATOR_ELSEWHERE -> Rights.of(Audience.MEMBERS).moderating(Set.of("elsewhere"));
			case MODERATOR_HERE -> Rights.of(Audience.MEMBERS).moderating(here);
			case MODERATOR -> Rights.of(Audience.MODERATORS);
			case ADMIN -> Rights.of(Audience.ADMINS);
		};
	}

	private static Audience audience(String name) {
		return Audience.valueOf(name.toUpperCase(Locale.ROOT));
	}

	/** Only a thread that was split off begins with several posts. */
	private void enter(Situation situation) {
		switch (situation) {
			case LOCKED -> this.thread.apply(ThreadTransition.LOCK);
			case ARCHIVED -> this.thread.apply(ThreadTransition.ARCHIVE);
			case ANSWERED -> {
				this.thread.beginSplitFrom(this.thread, "relocation", 2, NOW);
				this.thread.endRelocation();
			}
			default -> {
			}
		}
	}

	/** Whether the actor may write something; endpoints refuse guests. */
	boolean permits(Consumer<AuthorizedWriter> action) {
		return this.rights.everywhere() != Audience.EVERYONE && isDone(() -> action.accept(writer()));
	}

	/** Whether the actor may moderate the thread. */
	boolean permitsModerator(Consumer<ForumThread> action) {
		return isDone(() -> {
			this.rights.requireModerating(this.category);
			action.accept(this.thread);
		});
	}

	/** Whether the actor may change a post of the thread. */
	boolean permitsChange(Consumer<AuthorizedWriter> change) {
		return permits((writer) -> {
			this.thread.requireWritableBy(writer);
			change.accept(writer);
		});
	}

	boolean permitsVote(Post post) {
		return permits((_) -> {
			this.thread.requireVotable();
			Vote.of(this.actor, post.counterTarget(), 1, NOW);
		});
	}

	boolean seesThread() {
		return this.thread.isVisibleTo(this.actor, this.rights, this.category);
	}

	boolean seesContent() {
		return this.reply.isFullyVisibleTo(this.actor, this.rights.within(this.category).highest());
	}

	private AuthorizedWriter writer() {
		return WriterMother.aWriter(this.actor, this.rights).in(this.category);
	}

	private static boolean isDone(Runnable action) {
		try {
			action.run();
			return true;
		}
		catch (RefusalException _) {
			return false;
		}
	}

}
