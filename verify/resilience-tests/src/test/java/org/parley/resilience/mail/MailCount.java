package org.parley.resilience.mail;

import java.util.List;

import org.parley.resilience.ledger.LedgerFinding;
import org.parley.resilience.ledger.LedgerFinding.Fault;

/** Finds mails without an effect, and effects that are repeated. */
final class MailCount {

	private MailCount() {
	}

	static List<LedgerFinding> findings(String what, long count) {
		if (count == 1) {
			return List.of();
		}
		return List.of(new LedgerFinding((count == 0) ? Fault.LOST : Fault.TWICE,
				"%s exists %d times".formatted(what, count)));
	}

}
