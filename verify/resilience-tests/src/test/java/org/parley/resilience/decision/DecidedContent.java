package org.parley.resilience.decision;

import java.util.List;

/**
 * A text that moderators have decided about, and the expected effects.
 *
 * @param path the path of the text in the API
 * @param id the id of the text, which its statements of reasons name
 * @param isShown whether its author sees it as shown
 * @param statements its statements of reasons, as restriction and status
 * @param told the number of notifications about them
 */
record DecidedContent(String path, String id, boolean isShown, List<String> statements, int told) {

	/** The effects of a decision. */
	static DecidedContent of(String path, String id, String decision) {
		var isHidden = decision.equals("hide") || decision.equals("remove");
		return decision.equals("dismiss") ? new DecidedContent(path, id, true, List.of(), 0)
				: new DecidedContent(path, id, !isHidden, List.of(decision + ":in-force"), 1);
	}

	/** The effects after the decision was reversed, by itself or by an appeal. */
	DecidedContent lifted() {
		return new DecidedContent(this.path, this.id, true,
				this.statements.stream().map((statement) -> statement.replace(":in-force", ":lifted")).toList(),
				this.told + 1);
	}

	/** The effects after an appeal in vain. */
	DecidedContent upheld() {
		return new DecidedContent(this.path, this.id, this.isShown, this.statements, this.told + 1);
	}

}
