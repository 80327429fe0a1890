package org.parley.auth.signin.setup;

import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.Caller;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.web.IfMatch;

import org.springframework.stereotype.Component;

/** Changes how the forum presents itself. */
@Component
class ChangeBrand {

	private final Setups setups;

	private final SetupStatus status;

	private final Audit audit;

	private final UnitOfWork unitOfWork;

	ChangeBrand(Setups setups, SetupStatus status, Audit audit, UnitOfWork unitOfWork) {
		this.setups = setups;
		this.status = status;
		this.audit = audit;
		this.unitOfWork = unitOfWork;
	}

	Setup change(Brand brand, IfMatch condition, Caller admin, ClientDevice clientDevice) {
		return this.unitOfWork.run(() -> {
			var setup = this.setups.current();
			condition.require(setup.version());
			setup.rebrand(brand);
			this.audit.record(AuditAction.BRAND_CHANGED, admin.id(), null, clientDevice);
			this.unitOfWork.afterCommit(this.status::forget);
			return this.setups.save(setup);
		});
	}

}
