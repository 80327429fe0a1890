package org.parley.auth.account.address;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.auth.signin.admission.rules.CurrentRules;
import org.parley.auth.signin.secondfactor.VerifyOwner;
import org.parley.auth.user.User;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.contact.SendSecurityAlert;
import org.parley.contracts.account.contact.SecurityAlert;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.text.name.MailAddress;

import org.springframework.stereotype.Component;

/** Sends a confirmation link to the address that a user asks for. */
@Component
class RequestEmailChange {

	private final VerifyOwner verifyOwner;

	private final EmailChangeLinks links;

	private final SendSecurityAlert sendSecurityAlert;

	private final CurrentRules currentRules;

	private final Audit audit;

	RequestEmailChange(VerifyOwner verifyOwner, EmailChangeLinks links, SendSecurityAlert sendSecurityAlert,
			CurrentRules currentRules, Audit audit) {
		this.verifyOwner = verifyOwner;
		this.links = links;
		this.sendSecurityAlert = sendSecurityAlert;
		this.currentRules = currentRules;
		this.audit = audit;
	}

	/**
	 * Verifies the caller and sends the link.
	 * @throws RefusalException as {@link VerifyOwner} throws; 400
	 * {@code email.domain-blocked}; 409 {@code user.email-taken}; 429
	 * {@code auth.mail-limit}
	 */
	void request(Caller caller, EmailChangeRequest request, ClientDevice clientDevice) {
		this.currentRules.rules().requirePermitted(request.email());
		this.verifyOwner.verify(caller, request, clientDevice, (user) -> {
			this.links.send(user, User.addressOf(request.email()));
			this.sendSecurityAlert.alert(user, SecurityAlert.Kind.EMAIL_CHANGE_REQUESTED);
			this.audit.record(AuditAction.EMAIL_CHANGE_REQUESTED, user.id(), null, clientDevice);
			return user;
		});
	}

	/** A request to change the mail address. */
	record EmailChangeRequest(@Schema(example = "alice@example.net") @NotNull @MailAddress String email,
			@Schema(example = "curiouser & curiouser") @Size(min = 1, max = 256) @Nullable String password,
			@Schema(example = "123456") @Size(max = 32,
					message = "must have at most 32 characters") @Nullable String otp)
			implements
				VerifyOwner.Proof {

		@Override
		public String toString() {
			return "EmailChangeRequest[***]";
		}

	}

}
