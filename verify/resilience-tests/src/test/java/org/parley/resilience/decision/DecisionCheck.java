package org.parley.resilience.decision;

import java.util.ArrayList;
import java.util.List;

import org.parley.resilience.ledger.LedgerFinding;
import org.parley.resilience.ledger.LedgerFinding.Fault;

/** Finds decisions without an effect, and effects that are repeated or not expected. */
final class DecisionCheck {

	private DecisionCheck() {
	}

	static List<LedgerFinding> findings(DecisionRecord decisionRecord) {
		var findings = new ArrayList<LedgerFinding>();
		var content = decisionRecord.content();
		if (decisionRecord.isShown() != content.isShown()) {
			findings.add(new LedgerFinding(Fault.LOST,
					"%s is %s".formatted(content.path(), decisionRecord.isShown() ? "shown" : "hidden")));
		}
		var missing = new ArrayList<>(content.statements());
		for (var statement : decisionRecord.statements()) {
			if (!missing.remove(statement)) {
				findings.add(new LedgerFinding(Fault.TWICE,
						"%s has the statement %s again".formatted(content.path(), statement)));
			}
		}
		missing.forEach((statement) -> findings
			.add(new LedgerFinding(Fault.LOST, "%s lacks the statement %s".formatted(content.path(), statement))));
		if (decisionRecord.told() != content.told()) {
			findings.add(new LedgerFinding((decisionRecord.told() < content.told()) ? Fault.LOST : Fault.TWICE,
					"The author of %s has %d notifications instead of %d".formatted(content.path(),
							decisionRecord.told(), content.told())));
		}
		return findings;
	}

}
