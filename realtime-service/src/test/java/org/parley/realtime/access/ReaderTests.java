package org.parley.realtime.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.platform.domain.Caller;
import org.parley.platform.readmodels.category.Audience;
import org.parley.realtime.access.ReadRights.Reader;

import static org.assertj.core.api.Assertions.assertThat;

/** Checks every kind of reader for every kind of thread and category. */
class ReaderTests {

	private static final String HERE = "here";

	@ParameterizedTest
	@MethodSource("cases")
	void readPermissionFollowsCategoryAndThread(Who who, Audience readers, boolean listed, boolean removed) {
		var category = new RoomCategory(HERE, readers, Set.of(), Set.of("appointed", "locked-out"), removed, 1);
		var permission = Reader.of(who.caller).readPermission(new RoomThread("thread", HERE, listed, 1), category);
		var maySee = !removed && who.reads.compareTo(readers) >= 0 && (listed || who.moderates);
		assertThat(permission == ReadPermission.GRANTED).isEqualTo(maySee);
	}

	@ParameterizedTest
	@MethodSource("cases")
	void categoryWithoutModeratorsHasNone(Who who, Audience readers, boolean listed, boolean removed) {
		var category = new RoomCategory(HERE, readers, Set.of(), Set.of(), removed, 1);
		var permission = Reader.of(who.caller).readPermission(new RoomThread("thread", HERE, listed, 1), category);
		var byRole = who.reads.includes(Audience.MODERATORS);
		var maySee = !removed && who.reads.compareTo(readers) >= 0 && (listed || byRole);
		assertThat(permission == ReadPermission.GRANTED).isEqualTo(maySee);
	}

	@ParameterizedTest
	@CsvSource({ "staff, false, GRANTED", "staff, true, GRANTED", "others, false, FORBIDDEN", "'', false, FORBIDDEN" })
	void membersOfGroupMayRead(String group, boolean removed, ReadPermission expected) {
		var category = new RoomCategory(HERE, Audience.ADMINS, Set.of("staff"), Set.of(), removed, 1);
		var member = new Caller("anna", "anna", "anna", "session", Set.of("user"), Set.of("threads:read"),
				group.isEmpty() ? Set.of() : Set.of(group));
		assertThat(Reader.of(member).readPermission(category)).isEqualTo(expected);
		assertThat(Reader.of(null).readPermission(category)).isNotEqualTo(ReadPermission.GRANTED);
	}

	static Stream<Object[]> cases() {
		return people().stream()
			.flatMap((who) -> Stream.of(Audience.values())
				.flatMap((readers) -> Stream.of(true, false)
					.flatMap((listed) -> Stream.of(true, false)
						.map((removed) -> new Object[] { who, readers, listed, removed }))));
	}

	static List<Who> people() {
		return List.of(new Who("guest", null, Audience.EVERYONE, false),
				new Who("program", caller("program", ""), Audience.EVERYONE, false),
				new Who("member", caller("anna", "user"), Audience.MEMBERS, false),
				new Who("appointed", caller("appointed", "user"), Audience.MEMBERS, true),
				new Who("appointed, with the scope", caller("appointed", "user", "threads:read", "moderation"),
						Audience.MEMBERS, true),
				new Who("appointed, for reading", caller("appointed", "user", "threads:read"), Audience.MEMBERS, false),
				new Who("moderator", caller("mo", "moderator"), Audience.MODERATORS, true),
				new Who("moderator, for reading", caller("mo", "moderator", "threads:read"), Audience.MEMBERS, false),
				new Who("admin", caller("ada", "admin"), Audience.ADMINS, true));
	}

	private static Caller caller(String id, String role, String... scopes) {
		var roles = role.isEmpty() ? Set.<String>of() : Stream.of("user", role).collect(Collectors.toSet());
		return new Caller(id, id, id, "session", roles, (scopes.length > 0) ? Set.of(scopes) : Set.of("parley"));
	}

	/**
	 * A kind of reader.
	 *
	 * @param name shown in the test's name
	 * @param caller the caller; null for a guest
	 * @param reads the audience that the reader belongs to
	 * @param moderates whether the reader moderates the category
	 */
	record Who(String name, @Nullable Caller caller, Audience reads, boolean moderates) {

		@Override
		public String toString() {
			return this.name;
		}

	}

}
