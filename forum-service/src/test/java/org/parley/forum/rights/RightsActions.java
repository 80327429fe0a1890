package org.parley.forum.rights;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The actions that test each row of the rights table. */
final class RightsActions {

	private static final Map<String, String> TITLE = Map.of("title", "Another one");

	/** All actions by row. */
	static final Map<String, List<Action>> ALL = Map.ofEntries(
			Map.entry("read a category, its threads, posts and feeds",
					List.of(reading("the category", RightsScenario::category),
							reading("the thread", RightsScenario::thread),
							reading("its posts", (scenario) -> scenario.thread() + "/posts"),
							reading("a post", RightsScenario::post),
							reading("its feed", (scenario) -> scenario.feeds().getFirst()),
							reading("the thread's feed", (scenario) -> scenario.feeds().getLast()))),
			Map.entry("start a thread, reply", List.of(
					action("start", (scenario) -> scenario.isAllowed("POST", "/threads", scenario.threadRequest())),
					action("reply", (scenario) -> scenario.isAllowed("POST", "/posts", scenario.replyRequest())))),
			Map.entry("change title and tags",
					List.of(action("title", (scenario) -> scenario.isAllowed("PATCH", scenario.thread(), TITLE)),
							action("tags",
									(scenario) -> scenario.isAllowed("PATCH", scenario.thread(),
											Map.of("tags", List.of("other")))))),
			Map.entry("remove a thread", List.of(new Action("remove",
					(scenario, situation) -> scenario.isAllowed("DELETE", scenario.unansweredThread(situation))))),
			Map.entry("lock, archive, hide, pin, unpin a thread", Stream.of("lock", "archive", "hide", "pin", "unpin")
				.map((step) -> action(step, (scenario) -> scenario.isAllowed("POST", scenario.thread() + "/" + step)))
				.toList()),
			Map.entry("move a thread", List.of(action("move",
					(scenario) -> scenario.isAllowed("POST", scenario.thread() + "/move", scenario.moveRequest())))),
			Map.entry("unlock, unarchive, unhide, restore a thread", List.of(reverting("lock", "unlock"),
					reverting("archive", "unarchive"), reverting("hide", "unhide"), action("restore", (scenario) -> {
						scenario.moderator("DELETE", scenario.thread());
						return scenario.isAllowed("POST", scenario.thread() + "/restore");
					}))),
			Map.entry("merge, split a thread", List.of(
					action("merge",
							(scenario) -> scenario.isAllowed("POST", scenario.thread() + "/merge",
									scenario.mergeRequest())),
					action("split",
							(scenario) -> scenario.isAllowed("POST", scenario.thread() + "/split",
									scenario.splitRequest())))),
			Map.entry("accept a reply as the answer, withdraw it", List.of(
					action("accept",
							(scenario) -> scenario.isAllowed("PUT", scenario.thread() + "/answer",
									scenario.answerRequest())),
					action("withdraw", (scenario) -> scenario.isAllowed("DELETE", scenario.thread() + "/answer")))),
			Map.entry("see hidden and removed threads", List.of(action("hidden", (scenario) -> {
				scenario.moderator("POST", scenario.thread() + "/hide");
				return scenario.isAllowed(scenario.thread());
			}), action("removed", (scenario) -> {
				scenario.moderator("DELETE", scenario.thread());
				return scenario.isAllowed(scenario.thread());
			}))),
			Map.entry(
					"edit or delete a post", List.of(
							action("edit",
									(scenario) -> scenario.isAllowed("PATCH", scenario.post(),
											Map.of("content", "Changed"))),
							action("delete", (scenario) -> scenario.isAllowed("DELETE", scenario.post())))),
			Map.entry("restore a post that its author deleted",
					List.of(new Action("restore",
							(scenario, situation) -> canRestore(scenario, situation, scenario::author)))),
			Map.entry("restore a post that a moderator removed",
					List.of(new Action("restore",
							(scenario, situation) -> canRestore(scenario, situation, scenario::moderator)))),
			Map.entry("see the content of a deleted or removed post", List.of(action("deleted", (scenario) -> {
				scenario.author("DELETE", scenario.post());
				return !scenario.content().isEmpty();
			}), action("removed", (scenario) -> {
				scenario.moderator("DELETE", scenario.post());
				return !scenario.content().isEmpty();
			}))), Map.entry("see the history of a post", List.of(action("history", (scenario) -> {
				scenario.moderator("PATCH", scenario.post(), Map.of("content", "Moderated"));
				return scenario.read(scenario.post() + "/history").contains("Stupice");
			}))),
			Map.entry(
					"vote on a thread or a post", List.of(
							action("thread",
									(scenario) -> scenario.isAllowed("PUT", scenario.thread() + "/vote",
											Map.of("value", 1))),
							action("post",
									(scenario) -> scenario.isAllowed("PUT", scenario.post() + "/vote",
											Map.of("value", -1))))),
			Map.entry("report a post", List.of(action("report",
					(scenario) -> scenario.isAllowed("POST", scenario.post() + "/reports", Map.of("reason", "spam"))))),
			Map.entry("see reports", List.of(action("reports", (scenario) -> {
				var post = scenario.reportPost();
				return scenario.read("/admin/reports?limit=100").contains(post);
			}))),
			Map.entry(
					"create, change, remove categories, appoint moderators", List.of(
							action("make",
									(scenario) -> scenario.isAllowed("POST", "/categories",
											scenario.categoryRequest())),
							action("change",
									(scenario) -> scenario.isAllowed("PATCH", scenario.category(),
											Map.of("name", "Renamed"))),
							action("remove", (scenario) -> scenario.isAllowed("DELETE", scenario.emptyCategory())),
							action("appoint", (scenario) -> scenario.isAllowed("PUT", scenario.moderatorPath())),
							action("dismiss", (scenario) -> scenario.isAllowed("DELETE", scenario.moderatorPath())))),
			Map.entry("bookmark, follow, mute, save the read position",
					List.of(action("bookmark",
							(scenario) -> scenario.isAllowed("PUT", scenario.thread() + "/bookmark")),
							action("follow", (scenario) -> setLevel(scenario, "following")),
							action("mute", (scenario) -> setLevel(scenario, "muted")),
							action("progress",
									(scenario) -> scenario.isAllowed("PUT", scenario.thread() + "/progress",
											Map.of("number", 1))))),
			Map.entry("read, change, delete a draft",
					List.of(action("read", (scenario) -> scenario.isAllowed(scenario.draft())), action("change",
							(scenario) -> scenario.isAllowed("PUT", scenario.draft(), Map.of("content", "Changed"))),
							action("delete", (scenario) -> scenario.isAllowed("DELETE", scenario.draft())))),
			Map.entry("remove all posts of a member",
					List.of(action("remove", (scenario) -> scenario.isAllowed("DELETE", scenario.postsOfAuthor())))),
			Map.entry("see the statistics of the forum",
					List.of(action("stats", (scenario) -> scenario.isAllowed("/admin/stats")))));

	private RightsActions() {
	}

	private static Action action(String name, Predicate<RightsScenario> attempt) {
		return new Action(name, (scenario, _) -> attempt.test(scenario));
	}

	private static Action reading(String name, Function<RightsScenario, String> path) {
		return action(name, (scenario) -> scenario.isAllowed(path.apply(scenario)));
	}

	/** An action that reverts a moderator's action. */
	private static Action reverting(String step, String revertingStep) {
		return action(revertingStep, (scenario) -> {
			scenario.moderator("POST", scenario.thread() + "/" + step);
			return scenario.isAllowed("POST", scenario.thread() + "/" + revertingStep);
		});
	}

	private static boolean setLevel(RightsScenario scenario, String level) {
		return scenario.isAllowed("PUT", scenario.thread() + "/subscription", Map.of("level", level));
	}

	/** Deletes the post while the thread is open, then tries to restore it. */
	private static boolean canRestore(RightsScenario scenario, Situation situation, BiConsumer<String, String> by) {
		if (!situation.step().isEmpty()) {
			scenario.moderator("POST", scenario.thread() + "/un" + situation.step());
		}
		by.accept("DELETE", scenario.post());
		if (!situation.step().isEmpty()) {
			scenario.moderator("POST", scenario.thread() + "/" + situation.step());
		}
		return scenario.isAllowed("POST", scenario.post() + "/restore");
	}

	/**
	 * An action of a row.
	 *
	 * @param name the name of the action
	 * @param attempt tries the action in a situation; returns whether it was allowed
	 */
	record Action(String name, BiPredicate<RightsScenario, Situation> attempt) {

	}

}
