package org.parley.auth.signin;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.auth.signin.admission.robot.RobotProof;
import org.parley.auth.signin.password.PasswordRules;
import org.parley.auth.signin.registration.NewAccount;
import org.parley.auth.user.User;
import org.parley.auth.user.Username;
import org.parley.auth.user.profile.DisplayNames;
import org.parley.auth.user.profile.SupportedLanguage;
import org.parley.auth.user.profile.UserProfile;
import org.parley.platform.text.name.MailAddress;
import org.parley.platform.text.name.ShownName;
import org.parley.platform.web.rule.RuledRequest;

/**
 * Registers a user.
 *
 * @param username 3 to 30 letters, digits, {@code _} or {@code -}; derived from the name
 * by default
 * @param locale language of mails, a BCP 47 tag; by default that of the request
 */
record RegistrationRequest(@Schema(example = "Alice Liddell") @NotNull @ShownName String name,
		@Schema(example = "alice@example.org") @NotNull @MailAddress String email,
		@Schema(example = "curiouser & curiouser") @NotNull @Size(max = 256,
				message = "must have 8 to 128 characters") String password,
		@Schema(example = "alice") @Pattern(regexp = Username.FORM,
				message = "must be 3 to 30 letters, digits, _ or -") @Nullable String username,
		@Schema(example = "de-AT") @Size(max = 35, message = "must have at most 35 characters") @Nullable String locale,
		@Schema(example = "parley_invite_sAn3lJ5nPzXq0mYd1bWcVfTgRhUjKiLoPaQsDfGhJkE") @Size(min = 1,
				max = 100) @Nullable String invitation,
		@Valid @Nullable RobotProof challenge) implements RuledRequest {

	@Override
	public List<Runnable> rules() {
		var names = Stream.of(this.email, this.name, this.username).filter(Objects::nonNull).toArray(String[]::new);
		return List.of(RuledRequest.rule(this.name, (value) -> DisplayNames.chosen("name", value)),
				RuledRequest.rule(this.username, Username::chosen),
				RuledRequest.rule(this.password, (value) -> PasswordRules.check("password", value, names)),
				RuledRequest.rule(this.locale, UserProfile::localeOf));
	}

	/**
	 * The account to open.
	 * @throws org.parley.platform.domain.RefusalException 400 when a name is reserved, or
	 * about the language
	 */
	NewAccount account(Locale accepted) {
		return new NewAccount(DisplayNames.chosen("name", this.name), User.addressOf(this.email), this.password,
				(this.username != null) ? Username.chosen(this.username) : null,
				SupportedLanguage.chosen(this.locale, accepted));
	}

	@Override
	public String toString() {
		return "RegistrationRequest[***]";
	}

}
