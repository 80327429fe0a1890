package org.parley.moderation.policy.audit;

import org.parley.contracts.LowerCaseName;
import org.parley.contracts.audit.AdministratorAct;

/** An act of a moderator on a policy. */
public enum PolicyAct implements LowerCaseName {

	/** Created a draft. */
	CREATED(AdministratorAct.POLICY_CREATED),
	/** Changed a draft. */
	EDITED(AdministratorAct.POLICY_CHANGED),
	/** Deleted a draft. */
	DELETED(AdministratorAct.POLICY_DELETED),
	/** Put a policy in force. */
	ACTIVATED(AdministratorAct.POLICY_ACTIVATED);

	private final AdministratorAct reported;

	PolicyAct(AdministratorAct reported) {
		this.reported = reported;
	}

	/** The act in the audit of all services. */
	AdministratorAct reported() {
		return this.reported;
	}

}
