package org.parley.forum.rights;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** How each row of the table is tried: every act of it, by its row. */
final class Acts {

	private static final Map<String, String> TITLE = Map.of("title", "Another one");

	/** What is done, by its row; whether it could be done is the answer. */
	static final Map<String, List<Act>> ALL = Map.ofEntries(
			Map.entry("read a category, its threads, posts and feeds",
					List.of(reading("the category", Stage::category), reading("the thread", Stage::thread),
							reading("its posts", (stage) -> stage.thread() + "/posts"), reading("a post", Stage::post),
							reading("its feed", (stage) -> stage.feeds().getFirst()), reading("the thread's feed",
									(stage) -> stage.feeds().getLast()))),
			Map.entry("start a thread, reply",
					List.of(act("start", (stage) -> stage.may("POST", "/threads", stage.newThread())),
							act("reply", (stage) -> stage.may("POST", "/posts", stage.newReply())))),
			Map.entry("change title and tags",
					List.of(act("title", (stage) -> stage.may("PATCH", stage.thread(), TITLE)),
							act("tags",
									(stage) -> stage.may("PATCH", stage.thread(), Map.of("tags", List.of("other")))))),
			Map.entry("remove a thread",
					List.of(new Act("remove",
							(stage, situation) -> stage.may("DELETE", stage.lonelyThread(situation))))),
			Map.entry("lock, archive, hide, pin, unpin a thread",
					Stream.of("lock", "archive", "hide", "pin", "unpin")
						.map((step) -> act(step, (stage) -> stage.may("POST", stage.thread() + "/" + step)))
						.toList()),
			Map.entry("move a thread",
					List.of(act("move", (stage) -> stage.may("POST", stage.thread() + "/move", stage.elsewhere())))),
			Map.entry("unlock, unarchive, unhide, restore a thread", List.of(back("lock", "unlock"),
					back("archive", "unarchive"), back("hide", "unhide"), act("restore", (stage) -> {
						stage.moderator("DELETE", stage.thread());
						return stage.may("POST", stage.thread() + "/restore");
					}))),
			Map.entry("merge, split a thread",
					List.of(act("merge", (stage) -> stage.may("POST", stage.thread() + "/merge", stage.another())),
							act("split", (stage) -> stage.may("POST", stage.thread() + "/split", stage.part())))),
			Map.entry("accept a reply as the answer, take that back",
					List.of(act("accept", (stage) -> stage.may("PUT", stage.thread() + "/answer", stage.answer())),
							act("withdraw", (stage) -> stage.may("DELETE", stage.thread() + "/answer")))),
			Map.entry("see hidden and removed threads", List.of(act("hidden", (stage) -> {
				stage.moderator("POST", stage.thread() + "/hide");
				return stage.may(stage.thread());
			}), act("removed", (stage) -> {
				stage.moderator("DELETE", stage.thread());
				return stage.may(stage.thread());
			}))),
			Map.entry("edit or delete a post",
					List.of(act("edit", (stage) -> stage.may("PATCH", stage.post(), Map.of("content", "Changed"))),
							act("delete", (stage) -> stage.may("DELETE", stage.post())))),
			Map.entry("restore a post that its author deleted",
					List.of(new Act("restore", (stage, situation) -> restored(stage, situation, stage::author)))),
			Map.entry("restore a post that a moderator removed",
					List.of(new Act("restore", (stage, situation) -> restored(stage, situation, stage::moderator)))),
			Map.entry("see what a deleted or removed post said", List.of(act("deleted", (stage) -> {
				stage.author("DELETE", stage.post());
				return !stage.content().isEmpty();
			}), act("removed", (stage) -> {
				stage.moderator("DELETE", stage.post());
				return !stage.content().isEmpty();
			}))), Map.entry("see what a post said before", List.of(act("history", (stage) -> {
				stage.moderator("PATCH", stage.post(), Map.of("content", "Moderated"));
				return stage.look(stage.post() + "/history").contains("Stupice");
			}))),
			Map.entry("vote on a thread or a post",
					List.of(act("thread", (stage) -> stage.may("PUT", stage.thread() + "/vote", Map.of("value", 1))),
							act("post", (stage) -> stage.may("PUT", stage.post() + "/vote", Map.of("value", -1))))),
			Map.entry("report a post",
					List.of(act("report",
							(stage) -> stage.may("POST", stage.post() + "/reports", Map.of("reason", "spam"))))),
			Map.entry("see what was reported", List.of(act("reports", (stage) -> {
				var post = stage.reported();
				return stage.look("/admin/reports?limit=100").contains(post);
			}))), Map
				.entry("make, change, remove categories, appoint moderators",
						List.of(act("make", (stage) -> stage.may("POST", "/categories", stage.newCategory())),
								act("change",
										(stage) -> stage.may("PATCH", stage.category(), Map.of("name", "Renamed"))),
								act("remove", (stage) -> stage.may("DELETE", stage.emptyCategory())),
								act("appoint", (stage) -> stage.may("PUT", stage.office())), act("dismiss",
										(stage) -> stage.may("DELETE", stage.office())))),
			Map.entry("bookmark, follow, mute, keep how far one has read",
					List.of(act("bookmark", (stage) -> stage.may("PUT", stage.thread() + "/bookmark")),
							act("follow", (stage) -> level(stage, "following")),
							act("mute", (stage) -> level(stage, "muted")),
							act("progress",
									(stage) -> stage.may("PUT", stage.thread() + "/progress", Map.of("number", 1))))),
			Map.entry("read, change, delete a draft",
					List.of(act("read", (stage) -> stage.may(stage.draft())),
							act("change", (stage) -> stage.may("PUT", stage.draft(), Map.of("content", "Changed"))),
							act("delete", (stage) -> stage.may("DELETE", stage.draft())))),
			Map.entry("see the figures of the forum", List.of(act("stats", (stage) -> stage.may("/admin/stats")))));

	private Acts() {
	}

	private static Act act(String name, Predicate<Stage> trying) {
		return new Act(name, (stage, _) -> trying.test(stage));
	}

	private static Act reading(String name, Function<Stage, String> path) {
		return act(name, (stage) -> stage.may(path.apply(stage)));
	}

	/** Takes back what a moderator did. */
	private static Act back(String step, String back) {
		return act(back, (stage) -> {
			stage.moderator("POST", stage.thread() + "/" + step);
			return stage.may("POST", stage.thread() + "/" + back);
		});
	}

	private static boolean level(Stage stage, String level) {
		return stage.may("PUT", stage.thread() + "/subscription", Map.of("level", level));
	}

	/** The post goes while the thread is open, and is to come back as it stands. */
	private static boolean restored(Stage stage, Situation situation, BiConsumer<String, String> by) {
		if (!situation.step().isEmpty()) {
			stage.moderator("POST", stage.thread() + "/un" + situation.step());
		}
		by.accept("DELETE", stage.post());
		if (!situation.step().isEmpty()) {
			stage.moderator("POST", stage.thread() + "/" + situation.step());
		}
		return stage.may("POST", stage.post() + "/restore");
	}

	/**
	 * An act of a row.
	 *
	 * @param name what it is
	 * @param trying tries it in a situation, and says whether it was done
	 */
	record Act(String name, BiPredicate<Stage, Situation> trying) {

	}

}
