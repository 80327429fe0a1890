package org.parley.moderation.cases;

import org.parley.moderation.subject.ContentEdited;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Shows an edited text in the unresolved case of its post at once: a decision about the
 * text before the edit would have no effect.
 */
@Component
class CaseTextListener {

	private final Cases cases;

	CaseTextListener(Cases cases) {
		this.cases = cases;
	}

	@EventListener
	void on(ContentEdited edited) {
		this.cases.showLater(edited);
	}

}
