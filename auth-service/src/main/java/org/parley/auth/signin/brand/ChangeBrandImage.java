package org.parley.auth.signin.brand;

import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.Caller;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Changes and removes the pictures of the brand. */
@Component
class ChangeBrandImage {

	private final BrandImages images;

	private final Audit audit;

	private final UnitOfWork unitOfWork;

	ChangeBrandImage(BrandImages images, Audit audit, UnitOfWork unitOfWork) {
		this.images = images;
		this.audit = audit;
		this.unitOfWork = unitOfWork;
	}

	void change(BrandImage image, Caller admin, ClientDevice clientDevice) {
		run(() -> this.images.save(image), admin, clientDevice);
	}

	void remove(String kind, Caller admin, ClientDevice clientDevice) {
		run(() -> this.images.deleteById(kind), admin, clientDevice);
	}

	private void run(Runnable change, Caller admin, ClientDevice clientDevice) {
		this.unitOfWork.run(() -> {
			change.run();
			this.audit.record(AuditAction.BRAND_CHANGED, admin.id(), null, clientDevice);
		});
	}

}
