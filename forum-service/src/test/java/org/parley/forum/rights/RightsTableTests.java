package org.parley.forum.rights;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.forum.category.AuthorizedWriter;
import org.parley.forum.category.WriterMother;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.ThreadTransition;
import org.parley.platform.domain.RefusalException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * Tests every cell of the rights table that the domain decides. The access rules of the
 * endpoints decide the other rows and refuse guests who write; see {@link RightsIT} for
 * both.
 */
class RightsTableTests {

	private static final AuthorizedWriter AUTHOR = WriterMother.aMember("author");

	private static final AuthorizedWriter MODERATOR = WriterMother.aModerator("moderator");

	/** The actions of each row. */
	static final Map<String, List<DomainAction>> ROWS = Map.ofEntries(
			row("read a category, its threads, posts and feeds", (on) -> on.rights().mayRead(on.category()),
					DomainScenario::seesThread),
			row("start a thread, reply", (on) -> on.permits((_) -> on.category().requirePosting(on.rights()))),
			row("change title and tags", (on) -> on.permits((writer) -> on.thread().edit(writer, "Another one", null)),
					(on) -> on.permits((writer) -> on.thread().edit(writer, null, List.of("other")))),
			row("remove a thread", (on) -> on.permits((writer) -> on.thread().remove(writer, DomainScenario.NOW))),
			row("lock, archive, hide, pin, unpin a thread", applying(ThreadTransition.LOCK),
					applying(ThreadTransition.ARCHIVE), applying(ThreadTransition.HIDE), moderating(ForumThread::pin),
					moderating(ForumThread::unpin)),
			row("move a thread", (on) -> on.permitsModerator((thread) -> {
				on.rights().requireModerating(on.target());
				thread.move(on.target().id());
			})),
			row("unlock, unarchive, unhide, restore a thread",
					after(ThreadTransition.LOCK, applying(ThreadTransition.UNLOCK)),
					after(ThreadTransition.ARCHIVE, applying(ThreadTransition.UNARCHIVE)),
					after(ThreadTransition.HIDE, applying(ThreadTransition.UNHIDE)),
					after(RightsTableTests::removeThread, moderating(ForumThread::restore))),
			row("merge, split a thread", moderating((thread) -> thread.beginMovingPostsOut("relocation", "target")),
					moderating((thread) -> thread.beginMovingPostsOut("relocation", null))),
			row("accept a reply as the answer, withdraw it",
					(on) -> on.permits((writer) -> on.thread().acceptAnswer(on.reply().id(), writer)),
					(on) -> on.permits((writer) -> on.thread().withdrawAnswer(writer))),
			row("see hidden and removed threads", after(ThreadTransition.HIDE, DomainScenario::seesThread),
					after(RightsTableTests::removeThread, DomainScenario::seesThread)),
			row("edit or delete a post",
					(on) -> on.permitsChange(
							(writer) -> on.reply().edit(writer, "Changed", "<p>Changed</p>", DomainScenario.NOW)),
					(on) -> on.permitsChange((writer) -> on.reply().remove(writer))),
			row("restore a post that its author deleted", after(deletion(AUTHOR), RightsTableTests::canRestore)),
			row("restore a post that a moderator removed", after(deletion(MODERATOR), RightsTableTests::canRestore)),
			row("see the content of a deleted or removed post", after(deletion(AUTHOR), DomainScenario::seesContent),
					after(deletion(MODERATOR), DomainScenario::seesContent)),
			row("see the history of a post", DomainScenario::seesContent), row("vote on a thread or a post",
					(on) -> on.permitsVote(on.opening()), (on) -> on.permitsVote(on.reply())));

	private final RightsTable table = RightsTable.read();

	@Test
	void everyRowIsOfTable() {
		assertThat(this.table.titles()).containsAll(ROWS.keySet());
	}

	@TestFactory
	Stream<DynamicTest> everyCellIsTrue() {
		return ROWS.entrySet()
			.stream()
			.flatMap((row) -> this.table.cells(row.getKey())
				.stream()
				.map((cell) -> dynamicTest(row.getKey() + ": " + cell, () -> assertThat(row.getValue()).allSatisfy(
						(action) -> assertThat(action.isAllowed(DomainScenario.of(cell.role(), cell.situation())))
							.isEqualTo(cell.allowed())))));
	}

	/** Moderating a category requires read access to it. */
	@ParameterizedTest
	@EnumSource(names = { "EVERYONE_READS", "MEMBERS_READ", "MODERATORS_READ", "ADMINS_READ" })
	void moderatorsOfReadableCategoryModerate(Situation situation) {
		for (var role : Role.values()) {
			var scenario = DomainScenario.of(role, situation);
			assertThat(scenario.rights().mayModerate(scenario.category())).as(role.name())
				.isEqualTo(role.compareTo(Role.MODERATOR_HERE) >= 0 && role.compareTo(situation.lowestRole()) >= 0);
			if (role.compareTo(Role.MODERATOR_ELSEWHERE) >= 0) {
				assertThatCode(scenario.rights()::requireModerating).doesNotThrowAnyException();
			}
			else {
				assertThatExceptionOfType(RefusalException.class).isThrownBy(scenario.rights()::requireModerating)
					.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("auth.forbidden"));
			}
		}
	}

	private static Map.Entry<String, List<DomainAction>> row(String title, DomainAction... actions) {
		return Map.entry(title, List.of(actions));
	}

	private static DomainAction applying(ThreadTransition transition) {
		return moderating((thread) -> thread.apply(transition));
	}

	private static DomainAction moderating(Consumer<ForumThread> action) {
		return (on) -> on.permitsModerator(action);
	}

	private static DomainAction after(ThreadTransition step, DomainAction action) {
		return after((on) -> on.thread().apply(step), action);
	}

	private static DomainAction after(Consumer<DomainScenario> step, DomainAction action) {
		return (on) -> {
			step.accept(on);
			return action.isAllowed(on);
		};
	}

	private static void removeThread(DomainScenario on) {
		on.thread().remove(MODERATOR, DomainScenario.NOW);
	}

	private static boolean canRestore(DomainScenario on) {
		return on.permitsChange((writer) -> on.reply().restore(writer));
	}

	private static Consumer<DomainScenario> deletion(AuthorizedWriter by) {
		return (on) -> on.reply().remove(by);
	}

	/** An action of a row, tried in the domain. */
	@FunctionalInterface
	interface DomainAction {

		/** Tries the action; returns whether it was allowed. */
		boolean isAllowed(DomainScenario on);

	}

}
