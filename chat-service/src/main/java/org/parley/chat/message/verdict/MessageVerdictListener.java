package org.parley.chat.message.verdict;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.chat.message.MessageRuling;
import org.parley.chat.message.report.CloseReports;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/**
 * Applies verdicts of checks, moderators' decisions about messages and their reversals.
 */
@EventConsumer("chat_verdicts")
class MessageVerdictListener {

	private static final Set<String> REMOVING = Set.of("hide", "remove", "ban");

	private final RuleMessage ruleMessage;

	private final CloseReports closeReports;

	MessageVerdictListener(RuleMessage ruleMessage, CloseReports closeReports) {
		this.ruleMessage = ruleMessage;
		this.closeReports = closeReports;
	}

	/** Both verdicts leave a placeholder; a clean one restores nothing. */
	@EventHandler("message-moderation.verdict")
	void on(Judged judged) {
		if (judged.isRemoving()) {
			this.ruleMessage.removeByCheck(judged.message().id(), judged.contentVersion());
		}
	}

	@EventHandler("message-case.decided")
	void on(Decided decided) {
		this.closeReports.close(decided.message().id(), !decided.decision().equals("dismiss"), decided.decidedAt());
		var ruling = MessageRuling.of(decided.caseId(), decided.decidedAt(), decided.contentVersion());
		if (decided.text() != null) {
			this.ruleMessage.edit(decided.message().id(), decided.text(), decided.contentVersion(), ruling);
		}
		else if (decided.isRemoving()) {
			this.ruleMessage.remove(decided.message().id(), ruling);
		}
		else {
			this.ruleMessage.accept(decided.message().id(), decided.contentVersion(), ruling);
		}
	}

	@EventHandler("message-case.reversed")
	void on(Reversed reversed) {
		var ruling = MessageRuling.of(reversed.caseId(), reversed.reversedAt(), reversed.contentVersion());
		if (reversed.text() != null) {
			this.ruleMessage.revertEdit(reversed.message().id(), reversed.text(), ruling);
		}
		else if (reversed.isRemoving()) {
			this.ruleMessage.restore(reversed.message().id(), ruling);
		}
	}

	/** A verdict of a check. */
	record Judged(Subject message, long contentVersion, String verdict) {

		boolean isRemoving() {
			return Set.of("held", "removed").contains(this.verdict);
		}
	}

	/** The message of a case. */
	record Subject(String id) {
	}

	/**
	 * A decided case.
	 *
	 * @param contentVersion the version that the moderator saw
	 * @param text the new text of an edit; null for other decisions
	 */
	record Decided(String caseId, Subject message, long contentVersion, String decision, @Nullable String text,
			Instant decidedAt) {

		boolean isRemoving() {
			return REMOVING.contains(this.decision);
		}
	}

	/**
	 * A reversed decision.
	 *
	 * @param contentVersion the version that the decision was about
	 * @param text the text that a reversed edit replaced; null for other decisions
	 */
	record Reversed(String caseId, Subject message, long contentVersion, String decision, @Nullable String text,
			Instant reversedAt) {

		boolean isRemoving() {
			return REMOVING.contains(this.decision);
		}
	}

}
