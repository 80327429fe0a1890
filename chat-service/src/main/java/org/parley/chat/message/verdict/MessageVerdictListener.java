package org.parley.chat.message.verdict;

import org.jspecify.annotations.Nullable;
import org.parley.chat.message.MessageRuling;
import org.parley.chat.message.report.CloseReports;
import org.parley.contracts.moderation.CaseDecided;
import org.parley.contracts.moderation.CaseReversed;
import org.parley.contracts.moderation.Decision;
import org.parley.contracts.moderation.PostJudged;
import org.parley.contracts.moderation.Verdict;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/**
 * Applies verdicts of checks, moderators' decisions about messages and their reversals.
 */
@EventConsumer("chat_verdicts")
class MessageVerdictListener {

	private final RuleMessage ruleMessage;

	private final CloseReports closeReports;

	MessageVerdictListener(RuleMessage ruleMessage, CloseReports closeReports) {
		this.ruleMessage = ruleMessage;
		this.closeReports = closeReports;
	}

	/** Both verdicts leave a placeholder; a clean one restores nothing. */
	@EventHandler("message-moderation.verdict")
	void on(PostJudged judged) {
		if (isRemoving(judged.verdict())) {
			this.ruleMessage.removeByCheck(judged.content().id(), judged.contentVersion());
		}
	}

	@EventHandler("message-case.decided")
	void on(CaseDecided decided) {
		this.closeReports.close(decided.content().id(), decided.decision() != Decision.DISMISS, decided.decidedAt());
		var ruling = MessageRuling.of(decided.caseId(), decided.decidedAt(), decided.seen());
		if (decided.text() != null) {
			this.ruleMessage.edit(decided.content().id(), decided.text(), decided.seen(), ruling);
		}
		else if (isRemoving(decided.decision())) {
			this.ruleMessage.remove(decided.content().id(), ruling);
		}
		else {
			this.ruleMessage.accept(decided.content().id(), decided.seen(), ruling);
		}
	}

	@EventHandler("message-case.reversed")
	void on(CaseReversed reversed) {
		var ruling = MessageRuling.of(reversed.caseId(), reversed.reversedAt(), reversed.seen());
		if (reversed.text() != null) {
			this.ruleMessage.revertEdit(reversed.content().id(), reversed.text(), ruling);
		}
		else if (isRemoving(reversed.decision())) {
			this.ruleMessage.restore(reversed.content().id(), ruling);
		}
	}

	/** Verdicts and decisions that this version does not know remove nothing. */
	static boolean isRemoving(@Nullable Verdict verdict) {
		return verdict == Verdict.HELD || verdict == Verdict.REMOVED;
	}

	static boolean isRemoving(@Nullable Decision decision) {
		return decision != null && decision.hides();
	}

}
