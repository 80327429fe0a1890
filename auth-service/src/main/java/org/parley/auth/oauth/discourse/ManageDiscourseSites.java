package org.parley.auth.oauth.discourse;

import java.time.InstantSource;

import org.parley.auth.oauth.discourse.DiscourseSiteController.SiteRequest;
import org.parley.auth.signin.secondfactor.VerifyOwner;
import org.parley.auth.tokens.secret.Issued;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.Ids;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Adds and removes programs that sign people in here. */
@Component
class ManageDiscourseSites {

	private final DiscourseSites sites;

	private final DiscourseSecrets secrets;

	private final VerifyOwner verifyOwner;

	private final UnitOfWork unitOfWork;

	private final Audit audit;

	private final InstantSource clock;

	ManageDiscourseSites(DiscourseSites sites, DiscourseSecrets secrets, VerifyOwner verifyOwner, UnitOfWork unitOfWork,
			Audit audit, InstantSource clock) {
		this.sites = sites;
		this.secrets = secrets;
		this.verifyOwner = verifyOwner;
		this.unitOfWork = unitOfWork;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Adds a site with a new secret.
	 * @throws RefusalException as {@link VerifyOwner}; 400 about {@code address}; 409
	 * {@code discourse-site.exists}, {@code discourse-site.too-many}
	 */
	Issued<DiscourseSite> add(SiteRequest request, Caller admin, ClientDevice clientDevice) {
		var address = ReturnAddress.parse(request.address().strip())
			.orElseThrow(() -> RefusalException.field("address", "discourse-site.address",
					"must be an https address without a query and a fragment"));
		var secret = this.secrets.generate();
		try {
			return this.verifyOwner.verify(admin, request, clientDevice, (user) -> {
				if (this.sites.count() >= DiscourseSite.MAXIMUM) {
					throw RefusalException.conflict("discourse-site.too-many",
							"There are %d sites, the maximum. Remove one first.".formatted(DiscourseSite.MAXIMUM));
				}
				var id = Ids.next();
				this.audit.record(AuditAction.DISCOURSE_SITE_ADDED, user.id(), address, clientDevice);
				return new Issued<>(this.sites.save(new DiscourseSite(id, request.name().strip(), address,
						this.secrets.seal(secret, id), this.clock.instant())), secret);
			});
		}
		catch (DuplicateKeyException ex) {
			throw RefusalException.conflict("discourse-site.exists", "This site has been added before.");
		}
	}

	/**
	 * Removes a site, which can sign nobody in from then on.
	 * @throws RefusalException 404 {@code discourse-site.not-found}
	 */
	void remove(String id, Caller admin, ClientDevice clientDevice) {
		this.unitOfWork.run(() -> {
			var site = this.sites.findById(id)
				.orElseThrow(() -> RefusalException.notFound("discourse-site.not-found", "The site does not exist."));
			this.sites.delete(site);
			this.audit.record(AuditAction.DISCOURSE_SITE_REMOVED, admin.id(), site.address(), clientDevice);
		});
	}

}
