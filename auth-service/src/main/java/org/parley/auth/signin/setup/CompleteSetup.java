package org.parley.auth.signin.setup;

import java.util.List;
import java.util.Locale;

import org.parley.auth.signin.registration.OpenAccount;
import org.parley.auth.signin.registration.OpenAccount.PreparedAccount;
import org.parley.auth.tokens.refresh.SignInTokens;
import org.parley.auth.tokens.refresh.StartSession;
import org.parley.auth.tokens.secret.OpaqueSecret;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/**
 * Completes the set-up, once. One transaction opens the administrator's account, saves
 * the set-up and publishes the event from which forum-service creates the categories and
 * the first threads.
 */
@Component
class CompleteSetup {

	private final Setups setups;

	private final OpenAccount openAccount;

	private final StartSession startSession;

	private final UnitOfWork unitOfWork;

	private final Audit audit;

	CompleteSetup(Setups setups, OpenAccount openAccount, StartSession startSession, UnitOfWork unitOfWork,
			Audit audit) {
		this.setups = setups;
		this.openAccount = openAccount;
		this.startSession = startSession;
		this.unitOfWork = unitOfWork;
		this.audit = audit;
	}

	/**
	 * Opens the administrator's account and signs them in.
	 * @param language of the request, which becomes that of the administrator
	 * @throws RefusalException 400 about a property; 403 {@code setup.token-invalid}; 409
	 * {@code setup.done}, {@code user.email-taken} or {@code user.username-taken}
	 */
	SignInTokens complete(SetupRequest request, Locale language, ClientDevice clientDevice) {
		this.setups.current().require(new OpaqueSecret(request.token()));
		var categories = request.plannedCategories();
		var account = this.openAccount.prepare("admin.password", request.admin().account(language));
		return this.unitOfWork.run(() -> complete(request, categories, account, clientDevice));
	}

	private SignInTokens complete(SetupRequest request, List<FirstCategory> categories, PreparedAccount account,
			ClientDevice clientDevice) {
		var setup = this.setups.holdCurrent();
		setup.require(new OpaqueSecret(request.token()));
		var admin = this.openAccount.openAdministrator(account);
		setup.complete(request.forum().name(), request.forum().language(), categories, admin);
		this.setups.save(setup);
		this.audit.record(AuditAction.REGISTERED, admin.id(), null, clientDevice);
		this.audit.record(AuditAction.SETUP_COMPLETED, admin.id(), null, clientDevice);
		return this.startSession.signIn(admin, clientDevice);
	}

}
