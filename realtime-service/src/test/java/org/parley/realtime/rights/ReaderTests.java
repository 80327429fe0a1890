package org.parley.realtime.rights;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.platform.security.Caller;
import org.parley.platform.security.category.Audience;

import static org.assertj.core.api.Assertions.assertThat;

/** Every reader at the room of every kind of thread in every kind of category. */
class ReaderTests {

	private static final String HERE = "here";

	@ParameterizedTest
	@MethodSource("cases")
	void roomIsOpenToThoseWhoMayReadTheThread(Who who, Audience readers, boolean listed, boolean removed) {
		var category = new KnownCategory(HERE, readers, Set.of("appointed", "locked-out"), removed, 1);
		var permission = Reader.of(who.caller).reading(new KnownThread("thread", HERE, listed, 1), category);
		var maySee = !removed && who.reads.compareTo(readers) >= 0 && (listed || who.moderates);
		assertThat(permission == Permission.GRANTED).isEqualTo(maySee);
	}

	@ParameterizedTest
	@MethodSource("cases")
	void categoryToldBeforeModeratorsExistedHasNone(Who who, Audience readers, boolean listed, boolean removed) {
		var category = new KnownCategory(HERE, readers, null, removed, 1);
		var permission = Reader.of(who.caller).reading(new KnownThread("thread", HERE, listed, 1), category);
		var byRole = who.reads.includes(Audience.MODERATORS);
		var maySee = !removed && who.reads.compareTo(readers) >= 0 && (listed || byRole);
		assertThat(permission == Permission.GRANTED).isEqualTo(maySee);
	}

	static Stream<Object[]> cases() {
		return Stream.of(Who.values())
			.flatMap((who) -> Stream.of(Audience.values())
				.flatMap((readers) -> Stream.of(true, false)
					.flatMap((listed) -> Stream.of(true, false)
						.map((removed) -> new Object[] { who, readers, listed, removed }))));
	}

	/** Readers, with what they may read and whether they moderate here. */
	enum Who {

		GUEST(null, Audience.EVERYONE, false), PROGRAM(caller("program", ""), Audience.EVERYONE, false),
		MEMBER(caller("anna", "user"), Audience.MEMBERS, false),
		APPOINTED(caller("appointed", "user"), Audience.MEMBERS, true),
		APPOINTED_WITH_SCOPE(caller("appointed", "user", "threads:read", "moderation"), Audience.MEMBERS, true),
		APPOINTED_FOR_READING(caller("appointed", "user", "threads:read"), Audience.MEMBERS, false),
		MODERATOR(caller("mo", "moderator"), Audience.MODERATORS, true),
		MODERATOR_FOR_READING(caller("mo", "moderator", "threads:read"), Audience.MEMBERS, false),
		ADMIN(caller("ada", "admin"), Audience.ADMINS, true);

		private final @Nullable Caller caller;

		private final Audience reads;

		private final boolean moderates;

		Who(@Nullable Caller caller, Audience reads, boolean moderates) {
			this.caller = caller;
			this.reads = reads;
			this.moderates = moderates;
		}

		private static Caller caller(String id, String role, String... scopes) {
			return new Caller(id, id, id, "session",
					role.isEmpty() ? Set.of() : Stream.of("user", role).collect(Collectors.toSet()),
					(scopes.length > 0) ? Set.of(scopes) : Set.of("parley"));
		}

	}

}
