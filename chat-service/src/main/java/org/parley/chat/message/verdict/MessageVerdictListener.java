package org.parley.chat.message.verdict;

import java.time.Instant;
import java.util.Set;

import org.parley.chat.message.MessageRuling;
import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;

/** Applies moderators' decisions about messages and their reversals. */
@EventConsumer("chat_verdicts")
class MessageVerdictListener {

	private static final Set<String> REMOVING = Set.of("hide", "remove", "ban");

	private final RuleMessage ruleMessage;

	MessageVerdictListener(RuleMessage ruleMessage) {
		this.ruleMessage = ruleMessage;
	}

	@EventHandler("message-case.decided")
	void on(Decided decided) {
		if (REMOVING.contains(decided.decision())) {
			this.ruleMessage.remove(decided.message().id(), new MessageRuling(decided.caseId(), decided.decidedAt()));
		}
	}

	@EventHandler("message-case.reversed")
	void on(Reversed reversed) {
		if (REMOVING.contains(reversed.decision())) {
			this.ruleMessage.restore(reversed.message().id(),
					new MessageRuling(reversed.caseId(), reversed.reversedAt()));
		}
	}

	/**
	 * The message of a case.
	 *
	 * @param id the id
	 */
	record Subject(String id) {
	}

	/**
	 * A decided case.
	 *
	 * @param caseId the id of the case
	 * @param message the message
	 * @param decision the decision
	 * @param decidedAt when it was decided
	 */
	record Decided(String caseId, Subject message, String decision, Instant decidedAt) {
	}

	/**
	 * A reversed decision.
	 *
	 * @param caseId the id of the case
	 * @param message the message
	 * @param decision the reversed decision
	 * @param reversedAt when it was reversed
	 */
	record Reversed(String caseId, Subject message, String decision, Instant reversedAt) {
	}

}
