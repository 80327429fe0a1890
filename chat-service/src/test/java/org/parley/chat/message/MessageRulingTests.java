package org.parley.chat.message;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Rulings of checks and moderators about a message, in every order. */
class MessageRulingTests {

	private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

	private static final MessageText EARLIER = text("Buy *my* tomatoes");

	private static final MessageText LATER = text("Grow *your* tomatoes");

	private final Message written = Message.of("id", "conversation", 1, "alice", null, EARLIER, null, List.of(), NOW);

	@Test
	void checkRulesAboutTheShownTextOnly() {
		assertThat(this.written.isOpenToCheck(0)).isTrue();
		assertThat(this.written.edited(LATER, NOW).isOpenToCheck(0)).isFalse();
		assertThat(this.written.removedByCheck().isOpenToCheck(0)).isFalse();
		assertThat(this.written.removed(decision("case", 0, 0)).isOpenToCheck(0)).isFalse();
		assertThat(this.written.deleted().isOpenToCheck(0)).isFalse();
	}

	@Test
	void checkDoesNotOutrankDecisionAboutItsText() {
		var dismissed = noting(this.written, decision("case", 0, 0));
		assertThat(dismissed.isOpenToCheck(0)).isFalse();
		assertThat(dismissed.edited(LATER, NOW).isOpenToCheck(1)).isTrue();
		var shown = this.written.removedByCheck().restored(EARLIER, decision("case", 0, 0));
		assertThat(shown.isOpenToCheck(0)).isFalse();
		assertThat(shown.edited(LATER, NOW).isOpenToCheck(3)).isTrue();
	}

	@Test
	void dismissalShowsWhatCheckRemovedUnlessItsTextIsLater() {
		var removed = this.written.removedByCheck();
		assertThat(removed.isShownByDismissal(0)).isTrue();
		var removedLater = this.written.edited(LATER, NOW).removedByCheck();
		assertThat(removedLater.isShownByDismissal(0)).isFalse();
		assertThat(removedLater.isShownByDismissal(1)).isTrue();
		assertThat(this.written.isShownByDismissal(0)).isFalse();
		assertThat(this.written.removed(decision("case", 0, 0)).isShownByDismissal(0)).isFalse();
		assertThat(removed.deleted().isShownByDismissal(0)).isFalse();
	}

	@Test
	void reversalShowsWhatItsCaseOrCheckRemoved() {
		var removed = this.written.removed(decision("case", 0, 0));
		assertThat(removed.isShownByReversal("case")).isTrue();
		assertThat(removed.isShownByReversal("another")).isFalse();
		assertThat(this.written.removedByCheck().isShownByReversal("case")).isTrue();
		assertThat(this.written.isShownByReversal("case")).isFalse();
		assertThat(removed.deleted().isShownByReversal("case")).isFalse();
	}

	@Test
	void removalOfWhatCheckRemovedIsReversedByItsCaseOnly() {
		var held = this.written.removedByCheck();
		var removed = ruled(held, held.rulingAfterRemoval(decision("case", 0, 0)));
		assertThat(removed.isRemovedBy("case")).isTrue();
		assertThat(removed.isShownByReversal("case")).isTrue();
		assertThat(removed.isShownByDismissal(0)).isFalse();
	}

	@Test
	void removalIsReversedAfterLaterRemovalWas() {
		var first = this.written.removed(decision("first", 0, 0));
		var second = ruled(first, first.rulingAfterRemoval(decision("second", 1, 0)));
		assertThat(second.isRemovedBy("first")).isTrue();
		var reversed = noting(second, decision("second", 2, 0));
		assertThat(reversed.isShownByReversal("second")).isFalse();
		assertThat(reversed.isShownByReversal("first")).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "-1, false", "0, false", "1, true" })
	void decisionMustBeLaterThanTheLastOne(long seconds, boolean counts) {
		var decided = noting(this.written, decision("case", 0, 0));
		assertThat(decided.isRuledBefore(NOW.plusSeconds(seconds))).isEqualTo(counts);
		assertThat(this.written.isRuledBefore(NOW.plusSeconds(seconds))).isTrue();
		assertThat(this.written.removedByCheck().isRuledBefore(NOW.plusSeconds(seconds))).isTrue();
	}

	@Test
	void moderatorsReplaceTheTextThatTheySaw() {
		assertThat(this.written.isCorrectable(0)).isTrue();
		assertThat(this.written.removedByCheck().isCorrectable(0)).isTrue();
		assertThat(this.written.edited(LATER, NOW).isCorrectable(0)).isFalse();
		assertThat(this.written.removed(decision("case", 0, 0)).isCorrectable(0)).isFalse();
		assertThat(this.written.deleted().isCorrectable(0)).isFalse();
	}

	@Test
	void moderatorsReplaceTheTextOfRestoredMessage() {
		var restored = this.written.removedByCheck().restored(EARLIER, decision("case", 0, 0));
		assertThat(restored.isCorrectable(0)).isTrue();
		var removedAgain = restored.removedByCheck();
		assertThat(removedAgain.isCorrectable(0)).isTrue();
		assertThat(removedAgain.isShownByDismissal(0)).isTrue();
		assertThat(removedAgain.corrected(LATER, decision("case", 1, 0)).isCorrectable(0)).isFalse();
		assertThat(restored.edited(LATER, NOW).isCorrectable(0)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void correctedTextIsShownUntilReversalOrNextEdit(boolean wasShown) {
		var seen = wasShown ? this.written : this.written.removedByCheck();
		var corrected = seen.corrected(LATER, decision("case", 0, 0));
		assertThat(corrected.isShown()).isTrue();
		assertThat(corrected.text()).isEqualTo(LATER.text());
		assertThat(corrected.version()).isEqualTo(seen.version() + 1);
		assertThat(corrected.isCorrectedBy("case")).isTrue();
		assertThat(corrected.isCorrectedBy("another")).isFalse();
		assertThat(corrected.edited(EARLIER, NOW).isCorrectedBy("case")).isFalse();
		assertThat(corrected.deleted().isCorrectedBy("case")).isFalse();
		var reverted = corrected.uncorrected(EARLIER, decision("case", 1, 0));
		assertThat(reverted.text()).isEqualTo(EARLIER.text());
		assertThat(reverted.version()).isEqualTo(corrected.version() + 1);
		assertThat(reverted.isCorrectedBy("case")).isFalse();
	}

	@Test
	void placeholderKeepsReactionsForItsReturnAndShowsNone() {
		var reacted = new Message("id", "conversation", 1, "alice", null, EARLIER.text(), EARLIER.html(),
				EARLIER.words(), null, Map.of("👍", 1), MessageStatus.ACTIVE, NOW, null, 0, 0, null, null);
		var removed = reacted.removed(decision("case", 0, 0));
		assertThat(removed.text()).isNull();
		assertThat(removed.html()).isNull();
		assertThat(removed.words()).isEmpty();
		assertThat(removed.shownReactions()).isEmpty();
		var restored = removed.restored(EARLIER, decision("case", 1, 0));
		assertThat(restored.text()).isEqualTo(EARLIER.text());
		assertThat(restored.shownReactions()).hasSize(1);
		assertThat(restored.version()).isEqualTo(2);
		assertThat(reacted.deleted().reactions()).isEmpty();
	}

	private static MessageRuling decision(String caseId, long seconds, long seen) {
		return MessageRuling.of(caseId, NOW.plusSeconds(seconds), seen);
	}

	/** The message after a decision that leaves it as it is. */
	private static Message noting(Message message, MessageRuling decision) {
		return ruled(message, message.rulingAfter(decision));
	}

	private static Message ruled(Message message, MessageRuling ruling) {
		return new Message(message.id(), message.conversationId(), message.seq(), message.authorId(),
				message.clientId(), message.text(), message.html(), message.words(), message.replyTo(),
				message.reactions(), message.status(), message.createdAt(), message.editedAt(), message.version(),
				message.textVersion(), ruling, message.mediaIds());
	}

	private static MessageText text(String markdown) {
		return new MessageText(markdown, "<p>" + markdown + "</p>", List.of("tomatoes"));
	}

}
