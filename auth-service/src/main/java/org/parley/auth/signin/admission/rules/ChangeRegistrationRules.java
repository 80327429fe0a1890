package org.parley.auth.signin.admission.rules;

import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.Caller;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.web.IfMatch;

import org.springframework.stereotype.Component;

/** Changes who may register, from the next request on. */
@Component
class ChangeRegistrationRules {

	private final RegistrationPolicies policies;

	private final Audit audit;

	private final UnitOfWork unitOfWork;

	ChangeRegistrationRules(RegistrationPolicies policies, Audit audit, UnitOfWork unitOfWork) {
		this.policies = policies;
		this.audit = audit;
		this.unitOfWork = unitOfWork;
	}

	RegistrationPolicy change(RegistrationRules requested, IfMatch condition, Caller admin, ClientDevice clientDevice) {
		var rules = requested.completed();
		return this.unitOfWork.run(() -> {
			var policy = this.policies.current();
			condition.require(policy.version());
			policy.replace(rules);
			this.audit.record(AuditAction.REGISTRATION_RULES_CHANGED, admin.id(), rules.mode(), clientDevice);
			return this.policies.save(policy);
		});
	}

}
