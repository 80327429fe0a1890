package org.parley.auth.signin.passkey.newcomer;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.auth.signin.admission.robot.RobotProof;
import org.parley.auth.signin.passkey.webauthn.Attestation;
import org.parley.auth.signin.registration.NewAccount;
import org.parley.auth.user.User;
import org.parley.auth.user.Username;
import org.parley.auth.user.profile.DisplayNames;
import org.parley.auth.user.profile.SupportedLanguage;
import org.parley.auth.user.profile.UserProfile;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.text.name.MailAddress;
import org.parley.platform.text.name.ShownName;
import org.parley.platform.web.rule.RuledRequest;

/**
 * Registers a user with a passkey.
 *
 * @param locale language of mails, a BCP 47 tag; by default that of the request
 * @param account {@code user.id} of the options
 */
@Schema(name = "NewcomerWithPasskey")
record NewcomerRequest(@Schema(example = "Alice Liddell") @NotNull @ShownName String name,
		@Schema(example = "alice@example.org") @NotNull @MailAddress String email,
		@Schema(example = "alice") @NotNull @Pattern(regexp = Username.FORM,
				message = "must be 3 to 30 letters, digits, _ or -") String username,
		@Schema(example = "de-AT") @Size(max = 35, message = "must have at most 35 characters") @Nullable String locale,
		@Schema(example = "MDFLQUcyVjdROFg0TTZUME4zUjVXOVlaQUI") @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{1,64}",
				message = "must be base64url") String account,
		@Schema(example = "my laptop") @NotNull @ShownName String device, @NotNull @Valid Attestation credential,
		@Schema(example = "parley_invite_sAn3lJ5nPzXq0mYd1bWcVfTgRhUjKiLoPaQsDfGhJkE") @Size(min = 1,
				max = 100) @Nullable String invitation,
		@Valid @Nullable RobotProof challenge) implements RuledRequest {

	@Override
	public List<Runnable> rules() {
		return List.of(RuledRequest.rule(this.name, (value) -> DisplayNames.chosen("name", value)),
				RuledRequest.rule(this.username, Username::chosen),
				RuledRequest.rule(this.locale, UserProfile::localeOf));
	}

	/**
	 * The account to open, without a password.
	 * @param id of the account, for which the passkey was created
	 * @throws org.parley.platform.domain.RefusalException 400 when a name is reserved, or
	 * about the language
	 */
	NewAccount opened(String id, Locale accepted) {
		return new NewAccount(DisplayNames.chosen("name", this.name), User.addressOf(this.email), null,
				Username.chosen(this.username), SupportedLanguage.chosen(this.locale, accepted), id);
	}

	/**
	 * The id of the account that the options were issued for.
	 * @throws org.parley.platform.domain.RefusalException 400 about {@code account}
	 */
	String accountId() {
		try {
			return new String(Base64.getUrlDecoder().decode(this.account), StandardCharsets.US_ASCII);
		}
		catch (IllegalArgumentException ex) {
			throw RefusalException.field("account", "passkey.account", "must be the user.id of the options");
		}
	}

	@Override
	public String toString() {
		return "NewcomerRequest[***]";
	}

}
