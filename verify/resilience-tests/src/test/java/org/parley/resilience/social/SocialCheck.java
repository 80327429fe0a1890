package org.parley.resilience.social;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import org.parley.resilience.ledger.LedgerFinding;
import org.parley.resilience.ledger.LedgerFinding.Fault;

/** Finds marks that were accepted and are not shown, and marks that are shown twice. */
final class SocialCheck {

	private SocialCheck() {
	}

	static List<LedgerFinding> findings(SocialRecord socialRecord) {
		var findings = new ArrayList<LedgerFinding>();
		var shown = new HashSet<String>();
		for (var mark : socialRecord.shown()) {
			if (!shown.add(mark)) {
				findings.add(new LedgerFinding(Fault.TWICE, "%s shows %s twice".formatted(socialRecord.place(), mark)));
			}
		}
		socialRecord.accepted()
			.stream()
			.filter((mark) -> !shown.contains(mark))
			.forEach((mark) -> findings
				.add(new LedgerFinding(Fault.LOST, "%s lacks %s".formatted(socialRecord.place(), mark))));
		return findings;
	}

}
