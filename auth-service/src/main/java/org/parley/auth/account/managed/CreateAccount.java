package org.parley.auth.account.managed;

import java.util.List;
import java.util.Locale;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.auth.signin.credential.PermittedWays;
import org.parley.auth.signin.registration.NewAccount;
import org.parley.auth.signin.registration.OpenAccount;
import org.parley.auth.signin.registration.OpenAccount.PreparedAccount;
import org.parley.auth.user.Admission;
import org.parley.auth.user.User;
import org.parley.auth.user.Username;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.mailtoken.MailLinkPublisher;
import org.parley.auth.user.profile.DisplayNames;
import org.parley.auth.user.profile.SupportedLanguage;
import org.parley.auth.user.profile.UserProfile;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.text.name.MailAddress;
import org.parley.platform.text.name.ShownName;
import org.parley.platform.web.rule.RuledRequest;

import org.springframework.stereotype.Component;

/**
 * Creates accounts for people, whatever the rules of registration. Their owners choose a
 * password by a link in a mail, which verifies their address; where a provider is the
 * only way in, they sign in there and receive no mail.
 */
@Component
public class CreateAccount {

	private final OpenAccount openAccount;

	private final MailLinkPublisher mailLinks;

	private final PermittedWays permittedWays;

	private final UnitOfWork work;

	private final Audit audit;

	CreateAccount(OpenAccount openAccount, MailLinkPublisher mailLinks, PermittedWays permittedWays, UnitOfWork work,
			Audit audit) {
		this.openAccount = openAccount;
		this.mailLinks = mailLinks;
		this.permittedWays = permittedWays;
		this.work = work;
		this.audit = audit;
	}

	/**
	 * Creates the account.
	 * @throws RefusalException 400 when a name is reserved, or about the language; 409
	 * {@code user.email-taken}, {@code user.username-taken}
	 */
	public User create(AccountRequest request, Locale accepted, Caller admin, ClientDevice clientDevice) {
		var account = new PreparedAccount(request.account(accepted), null);
		return this.work.run(() -> {
			var user = this.openAccount.open(account, Admission.BY_OTHERS);
			invite(user);
			this.audit.record(AuditAction.ACCOUNT_CREATED, user.id(), admin.id(), null, clientDevice);
			return user;
		});
	}

	/**
	 * Creates the account like {@link #create}, with a free username that is derived from
	 * a name.
	 */
	public User createNamedAfter(String name, AccountRequest request, Locale accepted, Caller admin,
			ClientDevice clientDevice) {
		return create(request.named(this.openAccount.findFreeUsername(name)), accepted, admin, clientDevice);
	}

	/**
	 * Invites the owner, who has not used the account yet. Part of the caller's
	 * transaction.
	 */
	public void invite(User user) {
		if (user.awaitsOwner() && !this.permittedWays.isProviderOnly(user.role())) {
			this.mailLinks.invite(user);
		}
	}

	/**
	 * An account to create.
	 *
	 * @param email mail address, which receives a link to choose a password
	 * @param username 3 to 30 letters, digits, {@code _} or {@code -}; derived from the
	 * name by default
	 * @param locale language of mails, a BCP 47 tag; by default that of the request
	 */
	@Schema(name = "AccountWish")
	public record AccountRequest(@Schema(example = "Alice Liddell") @NotNull @ShownName String name,
			@Schema(example = "alice@example.org") @NotNull @MailAddress String email,
			@Schema(example = "alice") @Pattern(regexp = Username.FORM,
					message = "must be 3 to 30 letters, digits, _ or -") @Nullable String username,
			@Schema(example = "de-AT") @Size(max = 35,
					message = "must have at most 35 characters") @Nullable String locale)
			implements
				RuledRequest {

		@Override
		public List<Runnable> rules() {
			return List.of(RuledRequest.rule(this.name, (value) -> DisplayNames.chosen("name", value)),
					RuledRequest.rule(this.username, Username::chosen),
					RuledRequest.rule(this.locale, UserProfile::localeOf));
		}

		private AccountRequest named(Username chosen) {
			return new AccountRequest(this.name, this.email, chosen.text(), this.locale);
		}

		private NewAccount account(Locale accepted) {
			return new NewAccount(DisplayNames.chosen("name", this.name), User.addressOf(this.email), null,
					(this.username != null) ? Username.chosen(this.username) : null,
					SupportedLanguage.chosen(this.locale, accepted));
		}

		@Override
		public String toString() {
			return "AccountRequest[***]";
		}

	}

}
