package org.parley.chat.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.contracts.chat.ConversationKind;
import org.parley.platform.domain.RefusalException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ConversationTests {

	private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

	@ParameterizedTest
	@CsvSource({
			// kind, member, administrator, may change it
			"DIRECT, creator, false, false", "DIRECT, creator, true, false", "DIRECT, other, true, false",
			"GROUP, creator, false, true", "GROUP, creator, true, true", "GROUP, other, false, false",
			"GROUP, other, true, false", "ROOM, creator, false, false", "ROOM, creator, true, true",
			"ROOM, other, false, false", "ROOM, other, true, true" })
	void groupBelongsToItsOwnerAndRoomToAdministrators(ConversationKind kind, String member, boolean isAdmin,
			boolean isAllowed) {
		var conversation = aConversation(kind);
		if (isAllowed) {
			assertThatNoException().isThrownBy(() -> conversation.requireEditor(member, isAdmin));
		}
		else {
			assertThatThrownBy(() -> conversation.requireEditor(member, isAdmin))
				.isInstanceOfSatisfying(RefusalException.class, (refusal) -> {
					assertThat(refusal.code()).isEqualTo("conversation.forbidden");
					assertThat(refusal.detail()).contains(kind.name().toLowerCase(Locale.ROOT));
				});
		}
	}

	@ParameterizedTest
	@CsvSource({
			// kind, who leaves, the others, the owner then
			"GROUP, creator, other third, other", "GROUP, creator, third, third", "GROUP, creator, '', creator",
			"GROUP, other, creator third, creator", "ROOM, creator, other third, creator", "ROOM, creator, '', creator",
			"ROOM, other, creator, creator" })
	void onlyGroupPassesOnToTheNextMember(ConversationKind kind, String leaving, String rest, String owner) {
		var others = rest.isEmpty() ? List.<String>of() : List.of(rest.split(" "));
		assertThat(aConversation(kind).ownerWithout(leaving, others)).isEqualTo(owner);
	}

	@ParameterizedTest
	@EnumSource
	void onlyDirectConversationCannotBeLeft(ConversationKind kind) {
		if (kind == ConversationKind.DIRECT) {
			refused("conversation.direct", aConversation(kind)::requireLeavable);
		}
		else {
			assertThatNoException().isThrownBy(aConversation(kind)::requireLeavable);
		}
	}

	@Test
	void groupHasAtMost200Members() {
		var members = IntStream.rangeClosed(1, Conversation.MAX_MEMBERS).mapToObj((i) -> "member" + i).toList();
		refused("conversation.full", Conversation.group(null, null, members, NOW)::requireSpace);
		var others = members.subList(1, members.size());
		assertThatNoException().isThrownBy(Conversation.group(null, null, others, NOW)::requireSpace);
	}

	@Test
	void everyKindIsInTheTable() {
		assertThat(ConversationKind.values()).hasSize(3);
	}

	private static void refused(String code, ThrowingCallable change) {
		assertThatExceptionOfType(RefusalException.class).isThrownBy(change)
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo(code));
	}

	private static Conversation aConversation(ConversationKind kind) {
		return switch (kind) {
			case DIRECT -> Conversation.direct("creator", "other", NOW);
			case GROUP -> Conversation.group(null, null, List.of("creator", "other"), NOW);
			case ROOM -> Conversation.room("Balcony", null, null, "creator", NOW);
		};
	}

}
